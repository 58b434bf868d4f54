import type { Record as NewsRecord, Statement } from '../../src/record/types.ts'
import { type LookUp, lookUpIn } from '../../src/rows/look-up.ts'
import { type ListedRow, listedRows, wordChain } from './rows.ts'
import { type Voices, voicesOf } from './text/voices.ts'

/** A record to be looked up in, with what the page draws of it. */
export interface RecordView extends LookUp {
  rows: readonly ListedRow[]
  voices: Voices
  /** a row's number among the cards, from 1 on */
  numberOf(row: string): number | undefined
  /** the statements that a row stands on, innermost first */
  chain(statement: string | undefined): Statement[]
}

export function recordView(record: NewsRecord): RecordView {
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  const rows = listedRows(record)
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]))
  return {
    ...lookUpIn(record, (words) => words.replace(/\s+/g, ' ').trim()),
    rows,
    numberOf: (row) => numbers.get(row),
    voices: voicesOf(record),
    chain: (id) => wordChain(statements, id),
  }
}

/** Who a statement is attributed to, as a person would name them: the entity's name, else the source's words. */
export function speakerName(view: RecordView, statement: Statement): string {
  const entity = view.entity(statement.speaker)
  if (entity) return entity.name
  return statement.source ? view.words(statement.source) : 'someone not named'
}
