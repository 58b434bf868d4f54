import type Database from 'better-sqlite3'
import { datesOf, precisions } from '../../rows/dates.ts'
import { dayNumberOf } from '../moments.ts'
import { wideCharacters } from '../wide-characters.ts'

/** What migrations call that SQL has not; nothing that stays in a desk calls it, so that any program can read one. */
export function addMigrationFunctions(db: Database.Database): void {
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  db.function('dates_of', { deterministic: true }, (value, from, to) => {
    const dates = lastDay({ value: String(value), from: text(from), to: text(to) })
    return dates ? JSON.stringify([dates.last, dates.precision]) : null
  })
  db.function('cut', { deterministic: true }, (whole, start, end) =>
    start === null ? null : String(whole).slice(Number(start), Number(end)),
  )
  db.function('wide_characters_in', { deterministic: true }, (whole) => JSON.stringify(wideCharacters(String(whole))))
}

/**
 * The last day that the day of a time may be, in days since 1970, and how exactly it is known, as the place among the precisions: of what only begins, the last
 * of the unit that it is known to.
 */
export function lastDay(time: {
  value: string
  from?: string
  to?: string
}): { last: number; precision: number } | undefined {
  const dates = datesOf(time)
  if (!dates?.start) return undefined
  return {
    last: dayNumberOf(dates.end ?? endOf(dates.start, dates.precision)),
    precision: precisions.indexOf(dates.precision),
  }
}

/** Days of each unit, of those that have no first day of their own in the calendar. */
const DAYS: { readonly [precision: string]: number } = { day: 0, week: 6, quarter: 91 }

/** The last day of the unit that begins on a day. */
function endOf(start: string, precision: string): string {
  const date = new Date(start)
  if (precision in DAYS) date.setUTCDate(date.getUTCDate() + DAYS[precision])
  else if (precision === 'month') date.setUTCMonth(date.getUTCMonth() + 1, 0)
  else {
    const years = precision === 'year' ? 1 : precision === 'decade' ? 10 : 100
    date.setUTCFullYear(date.getUTCFullYear() + years)
    date.setUTCDate(date.getUTCDate() - 1)
  }
  return Number.isNaN(date.getTime()) ? start : date.toISOString().slice(0, 10)
}
