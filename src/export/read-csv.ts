import { Failure } from '../record/failure.ts'
import type { List } from '../rows/filter.ts'
import { type ColumnType, columns } from './columns.ts'
import { csvText, splitList } from './csv.ts'

/** A row of a table: its columns by name, those that are not known left out. */
export type FlatRow = { [column: string]: string | number | boolean | string[] }

/**
 * Reads rows back from CSV that `writeCsv` wrote. Columns may stand in another order, and some may be missing; a column that
 * the list does not have is refused.
 *
 * @param chunks the file's text, in one piece or many
 * @throws Failure `not-of-format` where a column is not the list's, a line has too many cells, or a cell is not of its column's type
 */
export function* readCsv(list: List, chunks: Iterable<string>): Generator<FlatRow> {
  let names: string[] | undefined
  const types = new Map<string, ColumnType>(columns[list].map(({ name, type }) => [name, type]))
  let line = 0
  for (const cells of csvCells(chunks)) {
    line++
    if (!names) {
      names = cells.map((cell) => known(cell.replace(/^\ufeff/, ''), types, list))
      continue
    }
    if (cells.length > names.length)
      throw new Failure('not-of-format', `row ${line} has ${cells.length} cells and the first has ${names.length}`)
    yield rowOf(names, cells, types, line)
  }
}

function known(name: string, types: ReadonlyMap<string, ColumnType>, list: List): string {
  if (types.has(name)) return name
  throw new Failure(
    'not-of-format',
    `'${name}' is no column of ${list}; the columns are ${[...types.keys()].join(', ')}`,
  )
}

function rowOf(names: string[], cells: string[], types: ReadonlyMap<string, ColumnType>, line: number): FlatRow {
  const row: FlatRow = {}
  names.forEach((name, at) => {
    const type = types.get(name) as ColumnType
    const cell = cells[at] ?? ''
    if (cell === '' && type !== 'list') return
    const value = readCell(type, cell)
    if (value === undefined) throw new Failure('not-of-format', `row ${line}: '${cell}' in ${name} is no ${type}`)
    row[name] = value
  })
  return row
}

function readCell(type: ColumnType, cell: string): FlatRow[string] | undefined {
  if (type === 'text') return csvText(cell)
  if (type === 'list') return splitList(csvText(cell))
  if (type === 'boolean') return cell === 'true' ? true : cell === 'false' ? false : undefined
  const number = Number(cell)
  return Number.isFinite(number) && (type === 'decimal' || Number.isInteger(number)) ? number : undefined
}

/** The cells of each line of CSV: quotation marks taken off, line breaks within them kept. */
export function* csvCells(chunks: Iterable<string>): Generator<string[]> {
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
      } else if (character === ',') {
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
