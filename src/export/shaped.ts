import { type Dates, datesOf } from '../rows/dates.ts'
import type { EventRow, Named } from '../rows/rows.ts'
import { csvCell } from './csv.ts'

/** One column of a table whose columns are another project's: its name there, what stands in it here, and that of an event; nothing where the record does not tell. */
export interface ShapedColumn {
  name: string
  holds: string
  value(row: EventRow): string | number | undefined
}

/** A column. */
export const column = (name: string, holds: string, value: ShapedColumn['value']): ShapedColumn => ({
  name,
  holds,
  value,
})

/** A column that has nothing: the other project fills it by its own judgement, or from lists of its own. */
export const nothing = (name: string, why: string): ShapedColumn => column(name, `empty: ${why}`, () => undefined)

/** Events as CSV (RFC 4180) in columns of another project's table, one row an event, so that its numbers can be added up. */
export function* writeShaped(columns: readonly ShapedColumn[], rows: Iterable<EventRow>): Generator<string> {
  yield `${columns.map(({ name }) => name).join(',')}\r\n`
  for (const row of rows) yield `${columns.map(({ value }) => cellOf(value(row))).join(',')}\r\n`
}

function cellOf(value: string | number | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'number' ? String(value) : csvCell(value)
}

/** The days of an event's own time; the day of publication is none. */
export function ownDays({ when }: EventRow): Dates | undefined {
  return when && datesOf(when)
}

/** The year that all its days are of. */
export function yearOf(row: EventRow): string | undefined {
  const { start, end } = ownDays(row) ?? {}
  const year = start?.slice(0, 4)
  return year !== undefined && year === end?.slice(0, 4) ? year : undefined
}

export const namesOf = (parties: readonly Named[], joined: string): string | undefined =>
  parties.map(({ name }) => name).join(joined) || undefined

/** What of ours has no column there, under our own names. */
export const ourColumns: readonly ShapedColumn[] = [
  column(
    'date_precision',
    "'day', 'week', 'month', 'quarter', 'year', 'decade' or 'century'",
    (r) => ownDays(r)?.precision,
  ),
  column('published', 'when the report was published', ({ published }) => published),
  column('status', 'whether it is told as a fact: see the codes of events', ({ status }) => status),
  column(
    'word',
    "on whose word it stands, outermost first, joined by '|'; empty: the report's own",
    ({ word }) => word.map(({ speaker }) => speaker?.name ?? '').join('|') || undefined,
  ),
  column('plover_type', 'its PLOVER type', ({ type }) => type),
  column('plover_mode', 'its PLOVER mode', ({ mode }) => mode),
  column('place_level', 'how exactly the place is known', ({ where }) => where?.level),
  column('confidence', 'how sure the reader is, 0 to 1', ({ confidence }) => confidence),
  column('report', "the report's id", ({ report }) => report),
  column('url', "the report's address", ({ url }) => url),
]
