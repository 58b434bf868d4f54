import { dayNumber } from '../calendar.ts'

/** Day number of 1 Tishri (the new year) of a Hebrew year, by the molad and its postponements. */
export function hebrewNewYear(year: number): number {
  const months = Math.floor((235 * year - 234) / 19)
  const parts = 12084 + 13753 * months
  let day = months * 29 + Math.floor(parts / 25920)
  if ((3 * (day + 1)) % 7 < 3) day += 1
  return EPOCH + day + correction(year)
}

/** A year may not be 356 or 382 days long. */
function correction(year: number): number {
  const [before, here, after] = [elapsed(year - 1), elapsed(year), elapsed(year + 1)]
  if (after - here === 356) return 2
  return here - before === 382 ? 1 : 0
}

function elapsed(year: number): number {
  const months = Math.floor((235 * year - 234) / 19)
  const day = months * 29 + Math.floor((12084 + 13753 * months) / 25920)
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day
}

/** The Hebrew calendar's day 0: 7 October 3761 BCE (Julian). */
const EPOCH = dayNumber({ year: -3760, month: 9, day: 7 })

/** Day number of 25 Kislev (Hanukkah) in a Gregorian year. Heshvan before it has 30 days in years of 355 and 385 days. */
export function hanukkah(gregorian: number): number {
  const first = hebrewNewYear(gregorian + 3761)
  const length = hebrewNewYear(gregorian + 3762) - first
  return first + 30 + (length % 10 === 5 ? 30 : 29) + 24
}

/** Day number of 15 Nisan (Passover) in a Gregorian year: 163 days before the next 1 Tishri. */
export const passover = (gregorian: number): number => hebrewNewYear(gregorian + 3761) - 163
