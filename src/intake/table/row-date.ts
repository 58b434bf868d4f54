import { momentOf } from '../moment.ts'

/** What stands first in a date such as 03/04/2025. */
export type DayOrder = 'day-first' | 'month-first'

const SLASHED = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?=$|[T ,])/

/** Whether a column's dates have the day or the month first: where some can be read in one way alone, and none in the other alone. */
export function dayOrderOf(cells: readonly string[]): DayOrder | undefined {
  const dates = cells.map((cell) => SLASHED.exec(cell.trim())).filter((date) => date !== null)
  const isDay = dates.some(([, first, mark]) => Number(first) > 12 || mark === '.')
  const isMonth = dates.some(([, , , second]) => Number(second) > 12)
  if (isDay === isMonth) return undefined
  return isDay ? 'day-first' : 'month-first'
}

/** A cell's date in ISO 8601; undefined where it is none, or day and month could be either. */
export function rowDate(cell: string, order: DayOrder | undefined): string | undefined {
  const text = cell.trim()
  const [all, first, , second, year] = SLASHED.exec(text) ?? []
  if (all === undefined || order === undefined) return momentOf(text)
  const [day, month] = order === 'day-first' ? [first, second] : [second, first]
  return momentOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${text.slice(all.length)}`)
}
