/** Moments and days as numbers, by which lists are sorted and narrowed. */

/** Stands for a moment that is not known; sorts before all others. In seconds since 1970. */
export const UNDATED = -99_999_999_999
/** Stands for a day that is not known. In days since 1970. */
export const UNDATED_DAY = -9_999_999

const DAY = 86_400
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?$/

/**
 * Seconds since 1970-01-01, UTC, of an ISO 8601 date or moment; a date is its first moment, and a moment that names no zone is taken as UTC.
 *
 * @example secondsOf('1970-01-02') // 86400
 * @example secondsOf('1970-01-02T01:00+01:00') // 86400
 */
export function secondsOf(text: string | undefined): number {
  const found = text === undefined ? null : MOMENT.exec(text)
  if (!found) return UNDATED
  const [, day, time = '00:00', second = '00', zone = 'Z'] = found
  // a leap second is the last one of its minute
  const at = Date.parse(`${day}T${time}:${second === '60' ? '59' : second}${zone}`) / 1000
  return Number.isNaN(at) ? UNDATED : at
}

/** The first second after a date or moment: of the next day, or of the next second. */
export function momentAfter(text: string): number {
  return secondsOf(text) + (text.length === 10 ? DAY : 1)
}

/** Days since 1970-01-01 of a text that begins with an ISO 8601 date. */
export function dayNumberOf(text: string | undefined): number {
  const at = secondsOf(text?.slice(0, 10))
  return at === UNDATED ? UNDATED_DAY : at / DAY
}

/**
 * The first day of a year, month or day, and the first one after it.
 *
 * @example dayNumbersOf('1970-02') // [31, 59]
 */
export function dayNumbersOf(text: string): [from: number, to: number] {
  const [year, month, day] = text.split('-').map(Number)
  const next =
    day !== undefined ? [year, month, day + 1] : month !== undefined ? [year, month + 1, 1] : [year + 1, 1, 1]
  return [dayNumber(year, month ?? 1, day ?? 1), dayNumber(next[0], next[1], next[2])]
}

function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  // Date.UTC takes the years 0 to 99 for those of 1900
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / 1000 / DAY
}
