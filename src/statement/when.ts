import type { Language } from '../language/types.ts'
import type { Statement } from '../record/types.ts'
import { openWhen } from '../time/when.ts'
import type { StatementDetail, StatementInput } from './types.ts'

interface Row {
  statement: Statement
  detail: StatementDetail
}

/**
 * Gives every statement the time of saying it, and what that rests on: its cue's own clause; the clauses above; where the
 * same speaker goes on in the same paragraph, the time of what they said before ('He added ...'); the report's date. What is said
 * may name a time as well, which is not that of saying. Rows are in text order.
 */
export function giveTimes({ language, times }: StatementInput, rows: readonly Row[]): void {
  const when = openWhen(language, times)
  let before: Row | undefined
  for (const row of rows) {
    const { statement, detail } = row
    const found = detail.head < 0 ? undefined : when(detail.head, outside(language, statement))
    if (found && found.basis !== 'sentence-before') {
      statement.when = found.time
      statement.whenBasis = found.basis
    } else if (before && goesOn(language, before, row)) {
      statement.when = before.statement.when
      statement.whenBasis = 'sentence-before'
    } else if (times.published !== undefined) statement.whenBasis = 'published'
    if (statement.within === undefined && detail.head >= 0) before = row
  }
}

/** Whether words [from, to) stand outside what is said. */
function outside({ start, end }: Language, { content }: Statement): (from: number, to: number) => boolean {
  return (from, to) => !content.some((span) => span.start <= start[from] && end[to - 1] <= span.end)
}

/** Whether the same speaker goes on in the next sentence of the same paragraph, or in the same one. */
function goesOn({ sentence, sentences }: Language, before: Row, { statement, detail }: Row): boolean {
  const { when, speaker } = before.statement
  if (when === undefined || speaker === undefined || speaker !== statement.speaker || detail.head < 0) return false
  const [from, to] = [sentence[before.detail.head], sentence[detail.head]]
  return to >= from && to - from <= 1 && sentences[from].paragraph === sentences[to].paragraph
}
