import { dayNumber } from '../calendar.ts'

/**
 * Day number of a date of the Iranian calendar (solar Hijri), by the 33-year leap cycle: exact for the years 1244 to
 * 1502 (1865 to 2124), a day off at most beyond.
 */
export function persianDay(year: number, month: number, day: number): number {
  const years = year - 1
  const ofMonths = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  return EPOCH + 365 * years + Math.floor((8 * years + 29) / 33) + ofMonths + day - 1
}

/** 1 Farvardin of the year 1, placed so that 1 Farvardin 1403 is 20 March 2024. */
const EPOCH = dayNumber({ year: 2024, month: 3, day: 20 }) - 365 * 1402 - Math.floor((8 * 1402 + 29) / 33)
