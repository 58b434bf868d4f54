import { codebookTable } from '../codes/meanings.ts'
import { eventPairs } from '../rows/event-pairs.ts'
import type { List } from '../rows/filter.ts'
import { quotedWords } from '../rows/quoted-words.ts'
import type { EventRow, Named, RowOf, StatementRow } from '../rows/rows.ts'

/** One actor of an event with one recipient; either may be missing. */
export interface Dyad {
  key: string
  event: EventRow
  actor?: Named
  recipient?: Named
}

/** What the rows of each table are made of. */
export interface TableRow extends RowOf {
  dyads: Dyad
  quotes: StatementRow
  claims: StatementRow
}
export type TableName = keyof TableRow

/** The list of a desk that each table is made from, in the order in which they are offered. */
export const tableLists = {
  statements: 'statements',
  events: 'events',
  reports: 'reports',
  entities: 'entities',
  dyads: 'events',
  quotes: 'statements',
  claims: 'statements',
} as const satisfies { [table in TableName]: List }

export const tableNames = Object.keys(tableLists) as TableName[]

export const isTable = (name: string): name is TableName => Object.hasOwn(tableLists, name)

/** The list of a desk that a table is made from; of records, that of reports. */
export const listOfTable = (name: string): List => (isTable(name) ? tableLists[name] : 'reports')

/** The rows of a table, from those of its list. */
export function* tableRows<T extends TableName>(
  table: T,
  rows: Iterable<RowOf[(typeof tableLists)[T]]>,
): Generator<TableRow[T]> {
  const rowsFrom = derived[table as keyof typeof derived] as ((row: never) => Iterable<TableRow[T]>) | undefined
  if (!rowsFrom) return yield* rows as Iterable<TableRow[T]>
  for (const row of rows) yield* rowsFrom(row as never)
}

const derived = {
  dyads: dyadsOf,
  quotes: (row: StatementRow) => (quotedWords(row) ? [row] : []),
  claims: (row: StatementRow) => (claimActs().has(row.act) ? [row] : []),
}

/** An event as its pairs, one key each: '/2', '/3', ... follow the event's where it has several. */
export function dyadsOf(event: EventRow): Dyad[] {
  return eventPairs(event).map(([actor, recipient], at) => ({
    key: at === 0 ? event.key : `${event.key}/${at + 1}`,
    event,
    ...(actor && { actor }),
    ...(recipient && { recipient }),
  }))
}

let acts: Set<string> | undefined

/** The acts that say of something that it is so, or is not. */
function claimActs(): ReadonlySet<string> {
  return (acts ??= new Set(
    codebookTable('statement/acts.txt').flatMap(([act, , traits = '']) =>
      traits.split(' ').includes('asserts') ? [act] : [],
    ),
  ))
}
