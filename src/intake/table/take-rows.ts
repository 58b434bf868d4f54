import { Failure } from '../../record/failure.ts'
import type { Note } from '../../record/types.ts'
import { noteOf } from '../encoding.ts'
import type { ToldReport } from '../taking.ts'
import type { TableShape } from './columns.ts'
import type { CsvRow } from './csv-rows.ts'
import { rowDate } from './row-date.ts'

/**
 * What a row says of its report.
 *
 * @param table the id of the table, of which rows without an id are numbered
 * @throws Failure `row-ragged`, `file-empty`
 */
export async function rowReport(
  { cells, number, isGuessed }: CsvRow,
  { header, columns, days }: TableShape,
  table: string,
): Promise<{ told: ToldReport; notes: Note[] }> {
  if (cells.length > header.length && cells.slice(header.length).some((cell) => cell.trim() !== ''))
    throw new Failure(
      'row-ragged',
      `the row has ${cells.length} cells and the header ${header.length}; put texts with separators in quotation marks`,
    )
  const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim())
  const written = cell(columns.published)
  const published = rowDate(written, days)
  const notes = isGuessed ? [noteOf('encoding-guessed')] : []
  if (written !== '' && published === undefined) notes.push(noteOf('published-unclear'))
  const known = (at: number | undefined) => cell(at) || undefined
  return {
    told: {
      id: cell(columns.id) || `${table}-${number}`,
      text: await plain(cells[columns.text] ?? ''),
      published,
      title: known(columns.title),
      outlet: known(columns.outlet),
      url: known(columns.url),
      byline: known(columns.byline),
    },
    notes,
  }
}

/** A cell's text; one that holds markup, as content systems give it, as the words of it. */
async function plain(text: string): Promise<string> {
  if (!/<(?:p|br|div|span|h\d)\b[^>]*>/i.test(text)) return text
  const { plainText } = await import('../page.ts')
  return plainText(text)
}

/** Whether nothing stands in a row. */
export const isBlank = ({ cells }: CsvRow) => cells.every((cell) => cell.trim() === '')

/** A row as bytes: an object of JSON with its columns' names. */
export function rowBytes({ cells }: CsvRow, { header }: TableShape): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))))
}
