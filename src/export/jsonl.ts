import { Failure } from '../record/failure.ts'
import type { Span } from '../record/types.ts'
import { chosenColumns, formerNames, spanText } from './columns.ts'
import { type FlatRow, nothingUnknown } from './read-csv.ts'
import type { TableName, TableRow } from './tables.ts'

/** A row as its columns by name: those that are not known are left out, lists are arrays, in which null stands for what is not known. */
export function flatRow<T extends TableName>(table: T, row: TableRow[T], columns = chosenColumns(table)): FlatRow {
  const flat: FlatRow = {}
  for (const { name, type, value } of columns) {
    const found = value(row)
    if (found !== undefined)
      flat[name] = (type === 'spans' ? spanTexts(found as (Span | null)[]) : found) as FlatRow[string]
  }
  return flat
}

const spanTexts = (spans: readonly (Span | null)[]) => spans.map((span) => span && spanText(span))

/** Rows as JSON, one a line, with the columns that `writeCsv` has. */
export function* writeJsonl<T extends TableName>(
  table: T,
  rows: Iterable<TableRow[T]>,
  { columns }: { columns?: readonly string[] } = {},
): Generator<string> {
  const chosen = chosenColumns(table, columns)
  for (const row of rows) yield `${JSON.stringify(flatRow(table, row, chosen))}\n`
}

/**
 * Reads rows back from JSON lines that `writeJsonl` wrote; columns that had other names once get today's.
 *
 * @throws Failure `line-not-json` where a line is no JSON object
 */
export function* readJsonl(chunks: Iterable<string>): Generator<FlatRow> {
  let number = 0
  for (const line of linesIn(chunks)) {
    number++
    if (line.trim() !== '') yield renamed(objectOf(line, number) as FlatRow)
  }
}

function renamed(row: FlatRow): FlatRow {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      formerNames[name] ?? name,
      Array.isArray(value) ? value.map(nothingUnknown) : value,
    ]),
  )
}

/** The lines of a text that comes in pieces, without their line breaks. */
export function* linesIn(chunks: Iterable<string>): Generator<string> {
  let rest = ''
  for (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** A line's object. */
export function objectOf(line: string, number: number): object {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // said below
  }
  throw new Failure('line-not-json', `line ${number} is not a JSON object; each line must be one`)
}
