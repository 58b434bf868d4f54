import { partOfDayInWords } from '../../src/rows/parts-of-day.ts'

const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
const days = write({ day: 'numeric', month: 'short', year: 'numeric' })
const shortDays = write({ day: 'numeric', month: 'short' })
const months = write({ month: 'long', year: 'numeric' })
const shortMonths = write({ month: 'short', year: 'numeric' })
const years = write({ year: 'numeric' })

/**
 * A TIMEX3 value as people write it; a value that says no date as it stands.
 *
 * @example dayInWords('2025-03-14') // '14 Mar 2025'
 */
export function dayInWords(value: string): string {
  const [, year, month, day, rest] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.*))?$/.exec(value) ?? []
  if (year === undefined) return value
  if (month === undefined) return year
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (Number.isNaN(date.getTime())) return value
  const words = (day === undefined ? months : days).format(date)
  return rest === undefined ? words : `${words}, ${partOfDayInWords(rest)}`
}

/** When a report was published, where there is little room. @example shortDay('2025-03-13T10:05:00Z') // '13 Mar, 10:05' */
export function shortDay(published: string): string {
  const date = new Date(Date.parse(published.slice(0, 10)))
  if (Number.isNaN(date.getTime())) return published
  const time = published.slice(11, 16)
  return time === '' ? shortDays.format(date) : `${shortDays.format(date)}, ${time}`
}

/** From when to when. @example spanOfDays('2025-03-13', '2025-03-14') // '13 Mar – 14 Mar 2025' */
export function spanOfDays(from: string, to: string): string {
  const [first, last] = [from, to].map((moment) => new Date(Date.parse(moment.slice(0, 10))))
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return `${from} – ${to}`
  if (from.slice(0, 10) === to.slice(0, 10)) return days.format(first)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${(sameYear ? shortDays : days).format(first)} – ${days.format(last)}`
}

/** What begins on a day, where there is little room: a year, a month, or the day alone. @example beginningInWords(new Date('2025-03-01')) // 'Mar 2025' */
export function beginningInWords(day: Date): string {
  if (day.getUTCDate() > 1) return shortDays.format(day)
  return (day.getUTCMonth() > 0 ? shortMonths : years).format(day)
}

/** The moment of a decision, in the reader's own time. */
export function momentInWords(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}
