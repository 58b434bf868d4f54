import { byId } from '../../src/record/by-id.ts'
import type { Entity, Event, Record as NewsRecord, Place, Span, Statement, Time } from '../../src/record/types.ts'
import { type ReportRow, rowsOf, wordChain } from './rows.ts'
import { type Voices, voicesOf } from './text/voices.ts'

/** A record with its rows at hand by their ids, and the words of its spans. */
export interface View {
  record: NewsRecord
  rows: readonly ReportRow[]
  voices: Voices
  words(span: Span): string
  entity(id: string | undefined): Entity | undefined
  time(id: string | undefined): Time | undefined
  place(id: string | undefined): Place | undefined
  statement(id: string | undefined): Statement | undefined
  event(id: string | undefined): Event | undefined
  /** the statements that a row stands on, innermost first */
  chain(statement: string | undefined): Statement[]
}

export function viewOf(record: NewsRecord): View {
  const { text } = record.report
  const statements = new Map(record.statements.map((statement) => [statement.id, statement]))
  return {
    record,
    rows: rowsOf(record),
    voices: voicesOf(record),
    words: ({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ').trim(),
    entity: byId(record.entities),
    time: byId(record.times),
    place: byId(record.places),
    statement: (id) => (id === undefined ? undefined : statements.get(id)),
    event: byId(record.events),
    chain: (id) => wordChain(statements, id),
  }
}

/** Who a statement is attributed to, as a person would name them: the entity's name, else the source's words. */
export function speakerName(view: View, statement: Statement): string {
  const entity = view.entity(statement.speaker)
  if (entity) return entity.name
  return statement.source ? view.words(statement.source) : 'someone not named'
}
