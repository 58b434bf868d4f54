import type { Note } from '../../../src/record/types.ts'
import { plain } from '../text/odd.ts'
import type { View } from '../view.ts'

/** What the reader left open or took for granted: shown, not hidden. */
export function Notes({ view, onGo }: { view: View; onGo: (offset: number) => void }) {
  const { notes } = view.record
  if (notes.length === 0) return null
  return (
    <details class="notes" open={notes.length <= SHOWN}>
      <summary>
        Left open by the reader <span class="count">{notes.length}</span>
      </summary>
      <ul>
        {notes.map((note, index) => (
          <NoteLine key={`${note.code}-${note.start ?? index}`} note={note} view={view} onGo={onGo} />
        ))}
      </ul>
    </details>
  )
}

/** More notes than this are shown when they are asked for. */
const SHOWN = 3

function NoteLine({ note, view, onGo }: { note: Note; view: View; onGo: (offset: number) => void }) {
  const { message, code, start, end } = note
  return (
    <li title={code}>
      {plain(message)}{' '}
      {start !== undefined && end !== undefined && (
        <button type="button" class="quiet" onClick={() => onGo(start)}>
          <q>{shorten(plain(view.words({ start, end })))}</q>
        </button>
      )}
    </li>
  )
}

const shorten = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words)
