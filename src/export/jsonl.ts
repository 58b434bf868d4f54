import { Failure } from '../record/failure.ts'
import type { List } from '../rows/filter.ts'
import type { RowOf } from '../rows/rows.ts'
import { type Column, columns } from './columns.ts'
import type { FlatRow } from './read-csv.ts'

/** A row as its columns by name: those that are not known are left out, lists are arrays. */
export function flatRow<L extends List>(list: L, row: RowOf[L]): FlatRow {
  const flat: FlatRow = {}
  for (const { name, value } of columns[list] as readonly Column<RowOf[L]>[]) {
    const found = value(row)
    if (found !== undefined) flat[name] = found as FlatRow[string]
  }
  return flat
}

/** Rows as JSON, one a line, with the columns that `writeCsv` has. */
export function* writeJsonl<L extends List>(list: L, rows: Iterable<RowOf[L]>): Generator<string> {
  for (const row of rows) yield `${JSON.stringify(flatRow(list, row))}\n`
}

/**
 * Reads rows back from JSON lines that `writeJsonl` wrote.
 *
 * @throws Failure `line-not-json` where a line is no JSON object
 */
export function* readJsonl(chunks: Iterable<string>): Generator<FlatRow> {
  let number = 0
  for (const line of linesOf(chunks)) {
    number++
    if (line.trim() !== '') yield objectOf(line, number) as FlatRow
  }
}

/** The lines of a text that comes in pieces, without their line breaks. */
export function* linesOf(chunks: Iterable<string>): Generator<string> {
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
  throw new Failure('line-not-json', `line ${number} is no JSON object; each line must be one`)
}
