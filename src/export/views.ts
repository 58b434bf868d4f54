import type { Column } from './columns.ts'
import type { TableName } from './tables.ts'

const DATED = ['date_start', 'date_end', 'date_precision', 'date_basis']
const PLACED = ['place', 'place_country', 'place_level', 'place_lat', 'place_lon']
const SPEAKER = ['', '_kind', '_country', '_sectors', '_link', '_role'].map((part) => `speaker${part}`)
const FROM = ['confidence', 'decided', 'report', 'published', 'published_date', 'outlet', 'title', 'url']
const SAID = ['sentence', 'act', 'negated', 'addressees', ...DATED, ...PLACED, ...FROM]
const TOLD = ['type', 'event_mode', 'contexts', 'status', 'trigger_text', 'sentence', ...DATED, ...PLACED]
const COUNTED = ['killed', 'injured', 'arrested', 'participants', 'word', 'claim_key']
const party = (name: string) => ['', '_kind', '_country', '_sectors', '_link'].map((part) => `${name}${part}`)

/** The columns of a desk's views, in their order, which views of exported tables have too. */
export const viewColumns = {
  statements: ['row_key', ...SPEAKER, 'source', 'cue', 'content', 'quotation', 'quoted', ...SAID],
  quotes: ['row_key', ...SPEAKER, 'quote', ...SAID],
  events: ['row_key', 'actors', 'recipients', ...TOLD, ...COUNTED, ...FROM],
  dyads: ['event_key', ...party('actor'), ...party('recipient'), ...TOLD, ...COUNTED, ...FROM],
} as const satisfies { [T in TableName]?: readonly string[] }

/** Lists of names are read as one text; those of codes stay arrays. */
const JOINED = new Set(['actors', 'recipients', 'addressees', 'word'])

/** The view of an exported table under the name that it has in a desk, of those of its columns that are there; none of tables that desks have no view of. */
export function viewed(table: TableName, columns: readonly Column<never>[]): string | undefined {
  if (!(table in viewColumns)) return undefined
  const there = new Set(columns.map(({ name }) => name))
  const wanted = viewColumns[table as keyof typeof viewColumns].filter((name) => there.has(name))
  if (wanted.length === 0) return undefined
  return `CREATE VIEW v_${table} AS SELECT ${wanted.map(read).join(', ')} FROM ${table}`
}

function read(name: string): string {
  return JOINED.has(name) ? `(SELECT group_concat(value, ' | ') FROM json_each(${name})) AS ${name}` : name
}
