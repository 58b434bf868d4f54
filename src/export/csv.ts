import type { Span } from '../record/types.ts'
import { type ColumnType, chosenColumns, spanText, type Value } from './columns.ts'
import type { TableName, TableRow } from './tables.ts'

/** How many characters are gathered before they are handed on. */
const CHUNK = 65_536

/** How a table is laid out. */
export interface CsvOptions {
  /** which columns, in which order; all where left out */
  columns?: readonly string[]
  /** for spreadsheets: a byte order mark, without which Excel takes UTF-8 for something else */
  mark?: boolean
  /** what parts cells: ';' is what Excel expects where decimals have a comma */
  separator?: ',' | ';'
}

/**
 * Rows as CSV (RFC 4180): UTF-8, comma, CRLF, a first line of column names, quotation marks where a cell needs them. Values of a
 * list are joined by '|'; a '|' or '\' within one has a '\' before it. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it, behind a ';' and at the beginning of a line too; `readCsv` takes it away again. U+FFFD stands for NUL.
 *
 * @example for (const chunk of writeCsv('statements', desk.all({ list: 'statements', filter: {} }))) process.stdout.write(chunk)
 */
export function* writeCsv<T extends TableName>(
  table: T,
  rows: Iterable<TableRow[T]>,
  { columns: names, mark = false, separator = ',' }: CsvOptions = {},
): Generator<string> {
  const columns = chosenColumns(table, names)
  const cells = columns.map(({ type, value }) => ({ write: WRITE[type], value }))
  const last = cells.length - 1
  let text = `${mark ? '\ufeff' : ''}${columns.map(({ name }) => name).join(separator)}\r\n`
  for (const row of rows) {
    for (let at = 0; at < last; at++) text += `${cells[at].write(cells[at].value(row) as never)}${separator}`
    text += `${cells[last].write(cells[last].value(row) as never)}\r\n`
    if (text.length < CHUNK) continue
    yield text
    text = ''
  }
  yield text
}

const words = (value: string | undefined) => (value === undefined ? '' : csvCell(value))

const WRITE: { readonly [T in ColumnType]: (value: never) => string } = {
  text: words,
  integer: plain,
  decimal: plain,
  boolean: plain,
  // a day or a moment begins no formula
  date: plain,
  moment: plain,
  list: (values: readonly (string | null)[]) => (values.every(isMissing) ? '' : csvCell(joinList(values))),
  spans: (spans: readonly (Span | null)[]) =>
    spans.every(isMissing) ? '' : spans.map((span) => (span ? spanText(span) : '')).join('|'),
}

const isMissing = (value: unknown): boolean => value === null

function plain(value: Value): string {
  return value === undefined ? '' : String(value)
}

/** What a spreadsheet may run: a text that begins so, after any apostrophes, gets one more. */
const FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
/** The same behind a ';' or a line's end: a spreadsheet that parts cells there begins one with it. */
const INNER = /([;\n\r])('*[=+\-@\uff1d\uff0b\uff0d\uff20])/g
const GUARDED = /([;\n\r])'('*[=+\-@\uff1d\uff0b\uff0d\uff20])/g
const ODD = /[;\n\r\0]/
const QUOTED = /[",;\r\n]/

/** One text as a cell. */
export function csvCell(text: string): string {
  // Most cells begin with a letter, of which no formula begins: the expression is not asked then.
  const first = text.charCodeAt(0)
  const whole = ODD.test(text) ? text.replaceAll('\0', '\ufffd').replace(INNER, "$1'$2") : text
  const safe = (first < 0x41 || first > 0xff00) && FORMULA.test(text) ? `'${whole}` : whole
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The text that a cell was made from. */
export function csvText(cell: string): string {
  const whole = cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
  return ODD.test(whole) ? whole.replace(GUARDED, '$1$2') : whole
}

/** Texts as one: joined by '|', with '\' before every '|' and '\' within them; what is not known is nothing. */
export function joinList(values: readonly (string | null)[]): string {
  const isPlain = values.every((value) => value === null || !(value.includes('|') || value.includes('\\')))
  return (isPlain ? values : values.map((value) => value?.replace(/[\\|]/g, '\\$&'))).join('|')
}

/** The texts that were joined. */
export function splitList(text: string): string[] {
  if (text === '') return []
  const values = ['']
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '|') values.push('')
    else values[values.length - 1] += text[at] === '\\' ? (text[++at] ?? '') : text[at]
  }
  return values
}
