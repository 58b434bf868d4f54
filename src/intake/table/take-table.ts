import { Failure } from '../../record/failure.ts'
import { expected } from '../extract.ts'
import { withoutFuture } from '../past-date.ts'
import type { Taken } from '../taken.ts'
import { type Held, type Input, memberOf, nameOfInput, refusal, type Taking } from '../taking.ts'
import { sayShape, shapeOf, type TableShape } from './columns.ts'
import type { CsvRow } from './csv-rows.ts'
import type { SheetRows } from './sheets.ts'
import { isBlank, rowBytes, rowReport } from './take-rows.ts'

/** Rows by which the columns are told. */
const LOOKED_AT = 100

/** The reports of a file of comma-separated values, one a row, as they come. */
export async function* takeCsv(input: Input, head: Uint8Array, taking: Taking): AsyncGenerator<Taken> {
  const { csvRows } = await import('./csv-rows.ts')
  const { stream, ...of } = input
  const rows = csvRows(stream, head, { from: nameOfInput(input), most: taking.limits.input })
  yield* takeTable(rows, of, taking)
}

/** The reports of a workbook: those of every sheet that has a column of texts. */
export async function* takeWorkbook(held: Held, taking: Taking): AsyncGenerator<Taken> {
  const { bytes, from } = held
  const sheets = expected(await taking.extract({ kind: 'sheets', bytes, from: nameOfInput(held) }), 'sheets')
  const filled = sheets.filter(({ rows }) => rows.length > 1)
  if (filled.length === 0) throw new Failure('file-empty', `${from} has no sheet with rows in it`)
  const shapes = filled.map((sheet) => [sheet, shapeIn(sheet, held, taking)] as const)
  if (shapes.every(([, shape]) => shape instanceof Failure)) throw shapes[0][1]
  const tables = shapes.filter(([, shape]) => !(shape instanceof Failure)).length
  for (const [{ name, rows }, shape] of shapes) {
    // a sheet of notes, or of codes
    if (shape instanceof Failure) {
      taking.say?.(`${nameOfInput(held)}: the sheet '${name}' has no column of texts, and is passed over`)
      continue
    }
    const sheet = tables === 1 ? held : { ...held, member: memberOf(held, name), id: `${held.id}-${name}` }
    yield* takeTable(numbered(rows), sheet, taking)
  }
}

function shapeIn({ rows }: SheetRows, held: Held, { textColumn }: Taking): TableShape | Failure {
  try {
    return shapeOf(rows.slice(0, LOOKED_AT), nameOfInput(held), textColumn)
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

async function* numbered(rows: readonly string[][]): AsyncGenerator<CsvRow> {
  for (const [n, cells] of rows.entries()) yield { number: n + 1, cells }
}

type Of = Omit<Input, 'stream'>

async function* takeTable(rows: AsyncIterable<CsvRow>, of: Of, taking: Taking): AsyncGenerator<Taken> {
  const iterator = rows[Symbol.asyncIterator]()
  const first: CsvRow[] = []
  let failed: { error: unknown } | undefined
  try {
    while (first.length < LOOKED_AT) {
      const { value, done } = await iterator.next()
      if (done) break
      first.push(value)
    }
  } catch (error) {
    failed = { error }
  }
  try {
    if (first.length === 0) throw failed?.error ?? new Failure('file-empty', `${nameOfInput(of)} has no rows`)
    const shape = shapeOf(
      first.map(({ cells }) => cells),
      nameOfInput(of),
      taking.textColumn,
    )
    taking.say?.(sayShape(nameOfInput(of), shape))
    for (const row of first.slice(shape.skip)) yield* takeRow(row, shape, of, taking)
    if (failed) throw failed.error
    for (let next = await iterator.next(); !next.done; next = await iterator.next())
      yield* takeRow(next.value, shape, of, taking)
  } finally {
    await iterator.return?.()
  }
}

/** A row's report, or why there is none; the next goes on. */
async function* takeRow(row: CsvRow, shape: TableShape, of: Of, taking: Taking): AsyncGenerator<Taken> {
  if (isBlank(row)) return
  const held = { ...of, member: memberOf(of, `row ${row.number}`), bytes: rowBytes(row, shape) }
  try {
    const { told, notes } = await rowReport(row, shape, of.id)
    yield withoutFuture(told, held, taking, notes)
  } catch (error) {
    yield refusal(error, held, taking)
  }
}
