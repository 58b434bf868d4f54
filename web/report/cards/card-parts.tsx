import type { Statement } from '../../../src/record/types.ts'
import { onOneLine } from '../text/odd.ts'
import { type RecordView, speakerName } from '../view.ts'
import { basisWords, timeInWords } from './when.ts'

/** What the cards of statements and of events share. */

export interface StatementProps {
  statement: Statement
  view: RecordView
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
      <bdi>{onOneLine(speakerName(view, statement))}</bdi>
    </a>
  )
}

/** A row's time, and where it stands, unless that is in the row's own clause. */
export function WhenLine({
  row: { when, whenBasis },
  view,
}: {
  row: Pick<Statement, 'when' | 'whenBasis'>
  view: RecordView
}) {
  const time = view.time(when)
  if (!time) return null
  const { date, words } = timeInWords(view, time)
  const basis = whenBasis && whenBasis !== 'own-clause' && ` (${basisWords[whenBasis]})`
  return (
    <span class="fact when" title={`in the text: ${onOneLine(words)}`}>
      {/^\d{4}/.test(time.value) ? date : onOneLine(words)}
      {basis}
    </span>
  )
}

export function Where({ id, view }: { id?: string; view: RecordView }) {
  const place = view.place(id)
  return place ? <span class="fact where">{onOneLine(view.words(place))}</span> : null
}
