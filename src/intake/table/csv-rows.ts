import { parse } from 'csv-parse'
import { Failure } from '../../record/failure.ts'
import { utf16Of } from '../utf16.ts'
import { decodeCell } from './decode-cell.ts'

/** A row of a table: its number as a spreadsheet counts it, from 1, and its cells. */
export interface CsvRow {
  number: number
  cells: string[]
  /** whether it is not UTF-8, and was taken for Windows-1252 */
  isGuessed?: boolean
}

/**
 * The rows of a file of comma-separated values (or with tabs, semicolons or bars between them), as they come; memory stays flat.
 *
 * @param head the first bytes of the stream, by which the separator is told
 * @throws Failure `table-damaged`, after the rows before were given
 */
export async function* csvRows(
  stream: AsyncIterable<Uint8Array>,
  head: Uint8Array,
  { from, most }: { from: string; most: number },
): AsyncGenerator<CsvRow> {
  const wide = utf16Of(head)
  const start = new TextDecoder(wide ?? 'latin1').decode(head)
  const told = /^(?:\ufeff|ï»¿)?sep=(.)\r?\n/i.exec(start)
  const parser = openParser(told?.[1] ?? separatorIn(start), most)
  let number = 0
  function* ready(): Generator<CsvRow> {
    for (const record of parser.taken()) {
      number++
      if (told && number === 1) continue
      const cells = record.map(decodeCell)
      const isGuessed = cells.some((cell) => cell.isGuessed)
      yield { number, cells: cells.map(({ text }) => text), ...(isGuessed && { isGuessed }) }
    }
  }
  try {
    for await (const piece of wide ? narrowed(stream, wide) : stream) {
      await parser.write(piece)
      yield* ready()
    }
    await parser.end()
    yield* ready()
  } catch (error) {
    // rows before the damage are whole
    yield* ready()
    throw coded(error, from, number)
  }
}

/** The parser, whose rows are at hand even where it breaks off. */
function openParser(delimiter: string, most: number) {
  let rows: (Uint8Array | string)[][] = []
  const parser = parse({
    ...{ encoding: null, bom: true, delimiter, relax_quotes: true, relax_column_count: true, max_record_size: most },
    on_record(record: (Uint8Array | string)[]) {
      rows.push(record)
      return null
    },
  } as object)
  let failed: Error | undefined
  parser.on('error', (error) => {
    failed = error
  })
  parser.resume()
  const settled = (run: (done: () => void) => void) =>
    new Promise<void>((resolve, reject) => {
      const done = () => {
        parser.off('close', done)
        if (failed) reject(failed)
        else resolve()
      }
      parser.once('close', done)
      run(done)
    })
  return {
    write: (piece: Uint8Array) => settled((done) => void parser.write(piece, () => done())),
    end: () => settled((done) => void parser.once('end', done).end()),
    taken() {
      const taken = rows
      rows = []
      return taken
    },
  }
}

function coded(error: unknown, from: string, rows: number): unknown {
  const { code } = error as { code?: string }
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new Failure(
      'table-damaged',
      `${from}: a quotation mark that opens in row ${rows + 1} is not closed, or the row is longer than one may be; the rows before it were taken`,
    )
  return code?.startsWith('CSV_') ? new Failure('table-damaged', `${from}: ${(error as Error).message}`) : error
}

/** The mark that parts the cells of the first line: the one that stands there most often outside quotation marks. */
function separatorIn(start: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(start)?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? ''
  const counts = [',', ';', '\t', '|'].map((mark) => [mark, line.split(mark).length] as const)
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

/** UTF-16 as UTF-8. */
async function* narrowed(stream: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  for await (const piece of stream) {
    const text = decoder.decode(piece, { stream: true })
    if (text !== '') yield encoder.encode(text)
  }
  yield encoder.encode(decoder.decode())
}
