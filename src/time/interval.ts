import { addMonths, dayNumber, isoDate, mondayOf } from './calendar.ts'

/** The days that a value covers, half-open, as day numbers; and how fine the value is. */
export interface Interval {
  from: number
  to: number
  grain: 'century' | 'decade' | 'year' | 'half' | 'season' | 'quarter' | 'month' | 'week' | 'weekend' | 'day'
  /** clock times, where the value gives them: 'T22:00' */
  fromClock?: string
  toClock?: string
}

const SEASONS: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }
/** Rough hours of the parts of the day; a night reaches into the next day. */
const PARTS: Record<string, readonly [string, string, number]> = {
  MO: ['T00:00', 'T12:00', 0],
  MI: ['T11:00', 'T14:00', 0],
  AF: ['T12:00', 'T18:00', 0],
  EV: ['T17:00', 'T24:00', 0],
  NI: ['T18:00', 'T06:00', 1],
  DT: ['T06:00', 'T18:00', 0],
}

/** What a TIMEX3 date or time value covers; undefined where it is open ('XXXX-07') or no date ('P2Y', 'PAST_REF'). */
export function intervalOf(value: string): Interval | undefined {
  const cut = value.indexOf('T')
  const date = dateInterval(cut < 0 || value.startsWith('PAST') ? value : value.slice(0, cut))
  if (!date || cut < 0) return date
  return withClock(date, value.slice(cut + 1))
}

function dateInterval(value: string): Interval | undefined {
  const c = value.charCodeAt(0)
  if (c < 48 || c > 57 || value.includes('X') || value.includes('/')) return undefined
  if (value.length === 2) return years(Number(value) * 100, 100, 'century')
  if (value.length === 3) return years(Number(value) * 10, 10, 'decade')
  const year = Number(value.slice(0, 4))
  const rest = value.slice(5)
  if (rest === '') return years(year, 1, 'year')
  if (rest[0] === 'W' && rest !== 'WI') return weeks(year, rest)
  if (rest[0] === 'Q') return months(year, Number(rest[1]) * 3 - 2, 3, 'quarter')
  if (rest[0] === 'H') return months(year, Number(rest[1]) * 6 - 5, 6, 'half')
  if (SEASONS[rest]) return months(year, SEASONS[rest], 3, 'season')
  const month = Number(rest.slice(0, 2))
  if (rest.length === 2) return months(year, month, 1, 'month')
  const from = dayNumber({ year, month, day: Number(rest.slice(3, 5)) })
  return { from, to: from + 1, grain: 'day' }
}

const years = (year: number, count: number, grain: Interval['grain']): Interval => ({
  from: dayNumber({ year, month: 1, day: 1 }),
  to: dayNumber({ year: year + count, month: 1, day: 1 }),
  grain,
})

function months(year: number, month: number, count: number, grain: Interval['grain']): Interval {
  const first = { year, month, day: 1 }
  return { from: dayNumber(first), to: dayNumber(addMonths(first, count)), grain }
}

function weeks(year: number, rest: string): Interval {
  const monday = mondayOf(year, Number(rest.slice(1, 3)))
  if (rest.endsWith('-WE')) return { from: monday + 5, to: monday + 7, grain: 'weekend' }
  return { from: monday, to: monday + 7, grain: 'week' }
}

function withClock(date: Interval, clock: string): Interval {
  if (date.grain !== 'day') return date
  const part = PARTS[clock]
  if (part) return { ...date, fromClock: part[0], toClock: part[1], to: date.from + part[2] + 1 }
  const [hour, minute] = [Number(clock.slice(0, 2)), Number(clock.slice(3, 5) || '0')]
  if (Number.isNaN(hour) || Number.isNaN(minute)) return date
  return { ...date, fromClock: time(hour * 60 + minute), toClock: time(hour * 60 + minute + 1) }
}

const time = (minutes: number): string =>
  `T${`${Math.floor(minutes / 60)}`.padStart(2, '0')}:${`${minutes % 60}`.padStart(2, '0')}`

/** The first moment of an interval, ISO 8601. */
export const startOf = ({ from, fromClock }: Interval): string => moment(from, fromClock)

/** The first moment after it. */
export const endOf = ({ to, toClock }: Interval): string => (toClock ? moment(to - 1, toClock) : isoDate(to))

function moment(day: number, clock: string | undefined): string {
  if (clock === undefined) return isoDate(day)
  const hour = Number(clock.slice(1, 3))
  return hour >= 24 ? `${isoDate(day + 1)}T${`${hour - 24}`.padStart(2, '0')}${clock.slice(3)}` : isoDate(day) + clock
}
