/** How exactly a date is known, from the finest on. */
export const precisions = ['day', 'week', 'month', 'quarter', 'year', 'decade', 'century'] as const
export type DatePrecision = (typeof precisions)[number]

/** The days that a time covers, and how exactly it says so. */
export interface Dates {
  /** first day, YYYY-MM-DD; none of what only ends ("by Friday") */
  start?: string
  /** last day; none of what only begins ("since 1991") */
  end?: string
  precision: DatePrecision
}

const DAY = /^\d{4}-\d\d-\d\d/

/** What TIMEX3 values say by their form alone: "since 1991" is of a year, whatever days it covers. */
const FORMS: readonly (readonly [RegExp, DatePrecision])[] = [
  [/^\d{4}-\d\d-\d\d|^\d{4}-W\d\d-\d/, 'day'],
  [/^\d{4}-W\d\d/, 'week'],
  [/^\d{4}-\d\d$/, 'month'],
  [/^\d{4}-(?:Q\d|SP|SU|FA|WI)/, 'quarter'],
  [/^(?:FY)?\d{4}(?:-H\d)?$/, 'year'],
  [/^\d{3}$/, 'decade'],
  [/^\d{2}$/, 'century'],
]

/** The most days that each unit has. */
const LENGTHS: readonly (readonly [number, DatePrecision])[] = [
  [1, 'day'],
  [7, 'week'],
  [31, 'month'],
  [92, 'quarter'],
  [366, 'year'],
  [3653, 'decade'],
]

/**
 * The days that a time covers; a night, which ends on the next day, is of the day on which it begins.
 *
 * @param value as TIMEX3 has it
 * @param from first moment that it covers, ISO 8601
 * @param to first moment after it
 * @returns undefined where neither end is known
 * @example datesOf({ value: '1991', from: '1991-01-01', to: '1992-01-01' }) // { start: '1991-01-01', end: '1991-12-31', precision: 'year' }
 */
export function datesOf({ value, from, to }: { value: string; from?: string; to?: string }): Dates | undefined {
  const start = dayIn(from)
  const end = to === undefined ? undefined : dayBefore(to)
  if (start === undefined && end === undefined) return undefined
  const precision = FORMS.find(([form]) => form.test(value))?.[1] ?? ofLength(start, end)
  return {
    ...(start && { start }),
    ...(end && { end: precision === 'day' && from && start ? lastOf(value, start, end) : end }),
    precision,
  }
}

/** The last day of a time that is known to the day: of a night, its first. */
const lastOf = (value: string, start: string, end: string) => (value.includes('T') ? start : end)

function ofLength(start: string | undefined, end: string | undefined): DatePrecision {
  if (start === undefined || end === undefined) return 'day'
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1
  return LENGTHS.find(([most]) => days <= most)?.[1] ?? 'century'
}

/** The day that a moment is of, as it is written: in its own zone. */
export function dayIn(moment: string | undefined): string | undefined {
  return moment?.match(DAY)?.[0]
}

/** The day of the last moment before this one. */
function dayBefore(moment: string): string | undefined {
  const day = dayIn(moment)
  if (day === undefined) return undefined
  // of a moment within a day, that day; of its first moment, the day before
  if (/T(?!00:00(?::00)?(?:Z|[+-]\d\d:\d\d)?$)/.test(moment)) return day
  const time = Date.parse(day)
  return Number.isNaN(time) ? undefined : new Date(time - 1).toISOString().slice(0, 10)
}
