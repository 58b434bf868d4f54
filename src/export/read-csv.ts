import { Failure } from '../record/failure.ts'
import { type Column, type ColumnType, columnNamed, columns } from './columns.ts'
import { csvText, splitList } from './csv.ts'
import type { TableName } from './tables.ts'

/** A row of a table: its columns by name, those that are not known left out. */
export type FlatRow = { [column: string]: string | number | boolean | (string | null)[] }

/** What stood for a value that is not known, once. */
const UNKNOWN = '?'

/** The value of a list, null where it is not known. */
export const nothingUnknown = (value: string | null): string | null =>
  value === UNKNOWN || value === '' ? null : value

/**
 * Reads rows back from CSV that `writeCsv` wrote. Columns may stand in another order, and some may be missing; a column that
 * the table does not have is refused, unless it is one that had another name once. Cells may be parted by `,` or `;`.
 *
 * @param chunks the file's text, in one piece or many
 * @throws Failure `not-of-format` where a column is not the table's, a line has too many cells, or a cell is not of its column's type
 */
export function* readCsv(table: TableName, chunks: Iterable<string>): Generator<FlatRow> {
  let read: Column<never>[] | undefined
  let line = 0
  for (const cells of csvCells(chunks)) {
    line++
    if (!read) {
      read = cells.map((cell) => known(cell.replace(/^\ufeff/, ''), table))
      continue
    }
    if (cells.length > read.length)
      throw new Failure('not-of-format', `row ${line} has ${cells.length} cells and the first has ${read.length}`)
    yield rowOf(read, cells, line)
  }
}

function known(given: string, table: TableName): Column<never> {
  const all = columns[table] as readonly Column<never>[]
  const column = columnNamed(all, given)
  if (column) return column
  throw new Failure(
    'not-of-format',
    `'${given}' is not a column of ${table}; the columns are ${all.map(({ name }) => name).join(', ')}`,
  )
}

function rowOf(read: readonly Column<never>[], cells: string[], line: number): FlatRow {
  const row: FlatRow = {}
  read.forEach(({ name, type }, at) => {
    const cell = cells[at] ?? ''
    if (cell === '' && !isList(type)) return
    const value = readCell(type, cell)
    if (value === undefined)
      throw new Failure('not-of-format', `row ${line}: '${cell}' in ${name} is not of type ${type}`)
    row[name] = value
  })
  for (const { name, along } of read) {
    // lists that go together are of one length, though an empty cell says nothing of it
    const whole = along === undefined ? undefined : row[along]
    const list = row[name]
    if (Array.isArray(list) && list.length === 0 && Array.isArray(whole)) row[name] = whole.map(() => null)
  }
  return row
}

const isList = (type: ColumnType): boolean => type === 'list' || type === 'spans'

function readCell(type: ColumnType, cell: string): FlatRow[string] | undefined {
  if (type === 'text') return csvText(cell)
  if (type === 'date' || type === 'moment') return cell
  if (isList(type)) return splitList(csvText(cell)).map(nothingUnknown)
  if (type === 'boolean') return cell === 'true' ? true : cell === 'false' ? false : undefined
  const number = Number(cell)
  return Number.isFinite(number) && (type === 'decimal' || Number.isInteger(number)) ? number : undefined
}

/** The cells of each line of CSV: quotation marks taken off, line breaks within them kept. What parts cells is what parts those of the first line. */
export function* csvCells(chunks: Iterable<string>): Generator<string[]> {
  let separator = ''
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let mark = false
  let carriage = false
  let begun = false
  const close = () => {
    const line = [...cells, cell]
    cells = []
    cell = ''
    mark = false
    begun = false
    return line
  }
  for (const chunk of chunks) {
    for (const character of chunk) {
      const afterCarriage = carriage
      carriage = false
      if (quoted && !mark) {
        if (character === '"') mark = true
        else cell += character
        continue
      }
      if (character === '\n' && afterCarriage) continue
      if (character === '"' && (mark || (cell === '' && !quoted))) {
        if (mark) cell += '"'
        quoted = true
        mark = false
        begun = true
      } else if (character === separator || (separator === '' && (character === ',' || character === ';'))) {
        separator = character
        cells.push(cell)
        cell = ''
        quoted = mark = false
        begun = true
      } else if (character === '\n' || character === '\r') {
        carriage = character === '\r'
        quoted = false
        if (begun || cell !== '') yield close()
      } else {
        cell += character
        quoted = mark = false
        begun = true
      }
    }
  }
  if (begun || cell !== '') yield close()
}
