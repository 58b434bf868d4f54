import { Failure } from '../../record/failure.ts'

/** A sheet of a workbook: its cells as words. */
export interface SheetRows {
  name: string
  rows: string[][]
}

/** The sheets of an Excel workbook (.xlsx). @throws Failure `table-damaged` */
export async function readSheets(bytes: Uint8Array, from: string): Promise<SheetRows[]> {
  const { default: readWorkbook } = await import('read-excel-file/node')
  try {
    const sheets = await readWorkbook(Buffer.from(bytes))
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(said)) }))
  } catch (error) {
    throw new Failure('table-damaged', `${from} is no workbook that can be read (${(error as Error).message})`)
  }
}

/** A cell's value as words: dates in ISO 8601, nothing as nothing. */
function said(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return String(value)
  // a workbook has fractions of a day, which come out some milliseconds short
  const moment = Number.isNaN(value.getTime()) ? '' : new Date(value.getTime() + 500).toISOString()
  return moment.slice(10, 19) === 'T00:00:00' ? moment.slice(0, 10) : moment.slice(0, 19)
}
