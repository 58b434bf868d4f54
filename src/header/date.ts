import { onCalendar } from '../record/published.ts'

/** A date read at the beginning of a piece of text: ISO 8601, and how many characters it takes. */
export interface ReadDate {
  value: string
  length: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?'
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}(?:[.,] ?| ))?'
const CLOCK = '(?:[T ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:\\.\\d{1,9})?(Z|[+-]\\d\\d:?\\d\\d)?)?'

const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.]?)(\\d\\d)\\2(\\d\\d)${CLOCK}(?![\\d-])`)
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?[ -]${MONTH},?[ -](\\d{4})(?!\\d)`, 'i')
const YEAR_MONTH = new RegExp(`^(\\d{4})[ -]${MONTH}[ -](\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'i')
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i')

/**
 * Reads a date that stands at the very beginning. Forms of which day and month could be either ('03/10/2024') are not read;
 * '13/10/2024' and '10/13/2024' have one meaning each.
 *
 * @example readDate('October 3, 2024 by wire') // { value: '2024-10-03', length: 15 }
 */
export function readDate(text: string): ReadDate | undefined {
  const head = text.slice(0, 64)
  const iso = YEAR_FIRST.exec(head)
  if (iso) return made(iso[0].length, iso[1], iso[3], iso[4], clock(iso[5], iso[6]))
  const day = DAY_FIRST.exec(head)
  if (day) return made(day[0].length, day[3], monthNumber(day[2]), day[1])
  const month = MONTH_FIRST.exec(head)
  if (month) return made(month[0].length, month[3], monthNumber(month[1]), month[2])
  const year = YEAR_MONTH.exec(head)
  if (year) return made(year[0].length, year[1], monthNumber(year[2]), year[3])
  const numbers = NUMBERS.exec(head)
  return numbers ? fromNumbers(numbers) : undefined
}

/** Day and month in figures, where only one of the two can be the month, or both are the same. */
function fromNumbers([all, first, , second, year]: RegExpExecArray): ReadDate | undefined {
  const [a, b] = [Number(first), Number(second)]
  if (a > 12 === b > 12 && a !== b) return undefined
  return a > 12 ? made(all.length, year, b, String(a)) : made(all.length, year, a, String(b))
}

function made(length: number, year: string, month: string | number, day: string, time = ''): ReadDate | undefined {
  if (!onCalendar(Number(year), Number(month), Number(day))) return undefined
  return { length, value: `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}${time}` }
}

function clock(time: string | undefined, zone = ''): string {
  if (!time || time > '23:59:60') return ''
  return `T${time}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1
}
