import type { Statement } from '../../../src/record/types.ts'
import { plain } from '../text/odd.ts'
import { speakerName, type View } from '../view.ts'
import { basisWords, timeInWords } from './when.ts'

/** What the cards of statements and of events share. */

export interface StatementProps {
  statement: Statement
  view: View
  /** the Tab key stops here */
  stop?: boolean
}

/** Short forms and cases aside, the same words. */
export const sameWords = (words: string, name: string): boolean => words.toLowerCase() === name.toLowerCase()

/** A link to a statement, by who makes it. */
export function RowLink({ statement, view, stop }: StatementProps) {
  return (
    <a
      class={`speaker voice-${view.voices.of(statement)?.colour ?? 0}`}
      href={`#${statement.id}`}
      tabIndex={stop ? 0 : -1}
    >
      <bdi>{plain(speakerName(view, statement))}</bdi>
    </a>
  )
}

/** A row's time, and where it stands, unless that is in the row's own clause. */
export function When({ row: { when, whenBasis }, view }: { row: Pick<Statement, 'when' | 'whenBasis'>; view: View }) {
  const time = view.time(when)
  if (!time) return null
  const { date, words } = timeInWords(view, time)
  const basis = whenBasis && whenBasis !== 'own-clause' && ` (${basisWords[whenBasis]})`
  return (
    <span class="fact when" title={`in the text: ${plain(words)}`}>
      {/^\d{4}/.test(time.value) ? date : plain(words)}
      {basis}
    </span>
  )
}

export function Where({ id, view }: { id?: string; view: View }) {
  const place = view.place(id)
  return place ? <span class="fact where">{plain(view.words(place))}</span> : null
}
