const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?(?:Z|[+-](\d\d):(\d\d))?)?$/

/** Nothing was published before: a year under it stands for one that is not known. */
const FIRST = 1000

/**
 * Whether this is an ISO 8601 date, or date and time, that the calendar has: what `report.published` may hold.
 *
 * @example isPublished('2024-10-03') // true
 * @example isPublished('2024-02-30') // false
 * @example isPublished('2024-10-03T09:00:00+99:99') // false
 */
export function isPublished(value: string): boolean {
  const found = ISO.exec(value)
  if (!found) return false
  const [year, month, day, hour, minute, second, ahead, past] = found.slice(1).map((part) => Number(part ?? 0))
  const isMoment = hour < 24 && minute < 60 && second < 60
  return year >= FIRST && onCalendar(year, month, day) && isMoment && ahead <= 14 && past < 60
}

/** Whether the calendar has this day; month and day count from 1. */
export function onCalendar(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
