import { z } from 'zod'
import type { Record as NewsRecord } from '../record/types.ts'
import type { EventRow, StatementRow } from '../rows/rows.ts'
import { wordsAt } from './quotes.ts'
import { eventAnswer, eventAnswerSchema, firstStart, statementAnswer, statementAnswerSchema } from './rows.ts'

/** The lists of a record that can be asked for. */
export const recordLists = ['statements', 'events', 'entities', 'times', 'places', 'links', 'notes'] as const
export type RecordList = (typeof recordLists)[number]

const rows = z.array(z.looseObject({})).optional()

/** The lists as an answer has them: those that were asked for. */
export const listsShape = {
  statements: z.array(statementAnswerSchema).optional(),
  events: z.array(eventAnswerSchema).optional(),
  entities: rows,
  times: rows,
  places: rows,
  links: rows,
  notes: rows,
}

/** A record with its rows of statements and events, as people decided where they did. */
export interface Rowed {
  record: NewsRecord
  statements: readonly StatementRow[]
  events: readonly EventRow[]
}

/**
 * The lists that are asked for, of the rows whose words begin from `start` to before `end`: every row stands on exactly one page of a text.
 * A note without a place stands on the first.
 */
export function listsOf({ record, statements, events }: Rowed, lists: readonly RecordList[], page = WHOLE) {
  const { text } = record.report
  const isHere = (start = 0) => start >= page.start && start < page.end
  const starts = new Map([...statements, ...events].map((row) => [row.id, firstStart(row)]))
  const quoted = <R extends { start: number; end: number }>(all: readonly R[]) =>
    all.filter(({ start }) => isHere(start)).map((row) => ({ ...row, ...wordsAt(text, row) }))
  const make: { [list in RecordList]: () => object[] } = {
    statements: () => statements.filter((row) => isHere(firstStart(row))).map((row) => statementAnswer(row, text)),
    events: () => events.filter((row) => isHere(firstStart(row))).map((row) => eventAnswer(row, text)),
    entities: () =>
      record.entities
        .map((entity) => ({ ...entity, mentions: quoted(entity.mentions), titles: quoted(entity.titles) }))
        .filter(({ mentions }) => mentions.length > 0),
    times: () => quoted(record.times),
    places: () => quoted(record.places),
    links: () => record.links.filter(({ from }) => isHere(starts.get(from))),
    notes: () =>
      record.notes
        .filter(({ start }) => isHere(start))
        .map(({ code, message, start, end }) => ({
          code,
          message,
          ...(start !== undefined && end !== undefined && wordsAt(text, { start, end })),
        })),
  }
  return Object.fromEntries(lists.map((list) => [list, make[list]()]))
}

const WHOLE = { start: 0, end: Number.POSITIVE_INFINITY }
