import { type DatePrecision, type Dates, datesOf, dayIn } from '../rows/dates.ts'
import type { EventRow } from '../rows/rows.ts'

/** The days of a row, how exactly they are known, and what they rest on. */
export interface Days extends Dates {
  basis: 'event' | 'published'
}

/**
 * The days of a row: those that its own time covers, else the day of publication; undefined where neither is known.
 *
 * @example daysOf(row) // { start: '2025-03-01', end: '2025-03-31', precision: 'month', basis: 'event' }
 */
export function daysOf({ when, published }: Pick<EventRow, 'when' | 'published'>): Days | undefined {
  const own = when && datesOf(when)
  if (own) return { ...own, basis: 'event' }
  const day = dayIn(published)
  return day ? { start: day, end: day, precision: 'day', basis: 'published' } : undefined
}

/**
 * The day of a row, where it is known to be of that one: not of "since Monday", which only begins, nor of a week.
 *
 * @example oneDay({ start: '2025-03-13', end: '2025-03-13', precision: 'day' }) // '2025-03-13'
 */
export function oneDay(dates: Dates | undefined): string | undefined {
  return dates?.precision === 'day' && dates.start === dates.end ? dates.start : undefined
}

/** Characters of a day that months and years are written with. */
const WRITTEN: { readonly [precision in DatePrecision]?: number } = { day: 10, month: 7, year: 4 }

/**
 * First and last day as ISO 8601 writes them: a month or a year as such, never as its first day. Where one writing says it all there is no end.
 *
 * @example isoDays({ start: '1991-01-01', end: '1991-12-31', precision: 'year' }) // { start: '1991' }
 */
export function isoDays({ start, end, precision }: Dates): { start?: string; end?: string } {
  const length = WRITTEN[precision] ?? 10
  const [first, last] = [start?.slice(0, length), end?.slice(0, length)]
  return { ...(first && { start: first }), ...(last && last !== first && { end: last }) }
}
