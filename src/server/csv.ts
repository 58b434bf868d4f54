import type { Context } from 'hono'
import { csvCell } from '../export/csv.ts'
import type { PictureTable } from '../export/picture-tables.ts'

/** A small table as a CSV file to keep. */
export function csv(c: Context, name: string, { head, rows }: PictureTable) {
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', `attachment; filename="${name}.csv"`)
  return c.body(
    [head, ...rows]
      .map((row) => `${row.map((cell) => (typeof cell === 'number' ? cell : csvCell(cell))).join(',')}\r\n`)
      .join(''),
    200,
  )
}
