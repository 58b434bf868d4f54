import type { Note } from '../../../src/record/types.ts'
import { counted } from '../../words/counted.ts'
import { partNotes } from '../doubts.ts'
import { onOneLine } from '../text/odd.ts'
import type { RecordView } from '../view.ts'

/** What the reader left open: how many things, and each where it is asked for. */
export function Notes({ view, onGo }: { view: RecordView; onGo: (offset: number) => void }) {
  const { doubts } = partNotes(view.record.notes)
  if (doubts.length === 0) return null
  return (
    <details class="notes">
      <summary>{counted(doubts.length, 'thing')} left open by the reader</summary>
      <ul>
        {doubts.map((note, index) => (
          <NoteLine key={`${note.code}-${note.start ?? index}`} note={note} view={view} onGo={onGo} />
        ))}
      </ul>
    </details>
  )
}

function NoteLine({ note, view, onGo }: { note: Note; view: RecordView; onGo: (offset: number) => void }) {
  const { message, code, start, end } = note
  return (
    <li title={code}>
      {onOneLine(message)}{' '}
      {start !== undefined && end !== undefined && (
        <button type="button" class="quiet" onClick={() => onGo(start)}>
          <q>{shorten(onOneLine(view.words({ start, end })))}</q>
        </button>
      )}
    </li>
  )
}

const shorten = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words)
