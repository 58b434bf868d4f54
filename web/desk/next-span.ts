import type { SeriesUnit } from '../../src/desk/series.ts'

/** Milliseconds of a day. */
export const DAY = 86_400_000

/** The first day of the span of time that follows the one that begins on a day; nothing for years before the first, which dates do not have. */
export function nextSpan(span: string, unit: SeriesUnit): string {
  const date = new Date(`${span}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return ''
  if (unit === 'day' || unit === 'week') return dayOf(new Date(date.getTime() + (unit === 'week' ? 7 : 1) * DAY))
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCFullYear(date.getUTCFullYear() + 1)
  return dayOf(date)
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** A span of time, in as few characters as its unit needs. */
export const spanInWords = (span: string, unit: SeriesUnit): string =>
  unit === 'year' ? span.slice(0, -6) : unit === 'month' ? span.slice(0, -3) : span
