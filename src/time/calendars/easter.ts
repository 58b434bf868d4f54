import { dayNumber } from '../calendar.ts'

/** Day number of Easter Sunday (Gregorian; the anonymous algorithm of 1876). */
export function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dayNumber({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

/** Day number of Orthodox Easter, in the Gregorian calendar (Meeus, with 13 days between the calendars from 1900 to 2099). */
export function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  return dayNumber({ year, month: Math.floor(n / 31), day: (n % 31) + 1 }) + 13
}
