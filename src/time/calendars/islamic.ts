import { dayNumber } from '../calendar.ts'

/**
 * Day number of a date of the Islamic calendar by the tabular (civil) rule, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24,
 * 26 and 29 of 30. Countries that watch for the moon may begin a month a day earlier or later.
 */
export function islamicDay(year: number, month: number, day: number): number {
  return EPOCH + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1
}

/** 1 Muharram of the year 1: 16 July 622 (Julian), 19 July in the Gregorian calendar. */
const EPOCH = dayNumber({ year: 622, month: 7, day: 19 })

/** The dates of an Islamic month and day that begin in a Gregorian year: one, or two in some years. */
export function islamicInYear(gregorian: number, month: number, day: number): number[] {
  const first = dayNumber({ year: gregorian, month: 1, day: 1 })
  const next = dayNumber({ year: gregorian + 1, month: 1, day: 1 })
  const about = Math.floor(((gregorian - 622) * 33) / 32)
  const found: number[] = []
  for (let year = about - 1; year <= about + 3; year++) {
    const number = islamicDay(year, month, day)
    if (number >= first && number < next) found.push(number)
  }
  return found
}
