import { Failure } from '../../record/failure.ts'
import { type ColumnField, columnNames, plainName } from './column-names.ts'
import { type DayOrder, dayOrderOf } from './row-date.ts'

/** Which column says what: places in a row, from 0. */
export type Columns = { readonly [field in ColumnField]?: number } & { readonly text: number }

/** What a table's rows are read by. */
export interface TableShape {
  header: readonly string[]
  columns: Columns
  /** what stands first in dates such as 03/04/2025, where rows show it */
  days?: DayOrder
  /** how many of the rows that were looked at are the header: 1 or 0 */
  skip: 0 | 1
}

/** A cell of so many characters is a text, and no name of a column. */
const LONG = 150
/** Characters that the cells of a column have in the mean, where it is taken for the text although its name does not say so. */
const TEXT = 120

/**
 * Tells from a table's first rows which column holds the texts, and which say when, where and under what title they were published: by their names, the
 * text else by its length.
 *
 * @param rows the first rows, the header among them
 * @param textColumn the name of the text's column (or its number, from 1), where somebody said it
 * @throws Failure `column-missing`, with the names of the columns that there are
 */
export function shapeOf(rows: readonly (readonly string[])[], from: string, textColumn?: string): TableShape {
  const [first = []] = rows
  const hasHeader = first.every((cell) => cell.length <= LONG)
  const header = hasHeader ? first.map((name) => name.trim()) : first.map((_, n) => String(n + 1))
  const body = rows.slice(hasHeader ? 1 : 0)
  const text = textColumn === undefined ? textOf(header, body) : named(header, textColumn)
  if (text === undefined) throw missing(header, from, textColumn)
  const columns: { [field in ColumnField]?: number } & { text: number } = { text }
  for (const field of FIELDS) {
    const found = hasHeader ? byName(header, field, Object.values(columns)) : undefined
    if (found !== undefined) columns[field] = found
  }
  const { published } = columns
  const days = published === undefined ? undefined : dayOrderOf(body.map((row) => row[published] ?? ''))
  return { header, columns, days, skip: hasHeader ? 1 : 0 }
}

const FIELDS = (Object.keys(columnNames) as ColumnField[]).filter((field) => field !== 'text')

/** The first name of a field that the table has, in a column that is not taken. */
function byName(header: readonly string[], field: ColumnField, taken: readonly number[] = []): number | undefined {
  const names = header.map(plainName)
  const found = columnNames[field].map((name) => names.indexOf(name)).find((at) => at >= 0 && !taken.includes(at))
  return found
}

/** The column of the texts: by its name, where its cells are no numbers or addresses, else the one with the longest cells. */
function textOf(header: readonly string[], body: readonly (readonly string[])[]): number | undefined {
  const called = byName(header, 'text')
  const means = header.map((_, at) => {
    const cells = body.map((row) => row[at] ?? '').filter((cell) => cell !== '' && /\s/.test(cell.trim()))
    return cells.length === 0 ? 0 : cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length
  })
  const longest = means.indexOf(Math.max(...means))
  const isCalled = called !== undefined && (body.length === 0 || means[called] > 0)
  if (isCalled) return called
  return longest >= 0 && means[longest] >= TEXT ? longest : undefined
}

function named(header: readonly string[], name: string): number | undefined {
  const exact = header.indexOf(name.trim())
  if (exact >= 0) return exact
  const alike = header.map(plainName).indexOf(plainName(name))
  if (alike >= 0) return alike
  const number = /^\d+$/.test(name) ? Number(name) - 1 : -1
  return number >= 0 && number < header.length ? number : undefined
}

function missing(header: readonly string[], from: string, textColumn: string | undefined): Failure {
  const names = header.slice(0, 40).map((name) => `'${name.slice(0, 60)}'`)
  return new Failure(
    'column-missing',
    textColumn === undefined
      ? `which column of ${from} holds the texts is not clear; say --text-column NAME with one of ${names.join(', ')}`
      : `${from} has no column '${textColumn}'; it has ${names.join(', ')}`,
  )
}

/**
 * What was taken for what, in a sentence.
 *
 * @example sayShape('a.csv', shape) // "a.csv: text from 'Body', published from 'Date' (day first); not taken: 'Section'"
 */
export function sayShape(from: string, { header, columns, days }: TableShape): string {
  const order = days === undefined ? '' : days === 'day-first' ? ' (day first)' : ' (month first)'
  const parts = Object.entries(columns).map(
    ([field, at]) => `${field} from '${header[at]}'${field === 'published' ? order : ''}`,
  )
  const used = new Set(Object.values(columns))
  const left = header.filter((_, at) => !used.has(at)).map((name) => `'${name}'`)
  const rest = left.length === 0 ? '' : `; not taken: ${left.slice(0, 12).join(', ')}${left.length > 12 ? ', ...' : ''}`
  return `${from}: ${parts.join(', ')}${rest}`
}
