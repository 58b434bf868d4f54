import type { Dateline } from '../language/dateline.ts'
import { stableId } from '../record/id.ts'
import type { Time } from '../record/types.ts'
import { dayNumber, daysInMonth, isoDate, weekdayOf } from './calendar.ts'
import { intervalOf } from './interval.ts'
import type { TimesReading } from './read-line.ts'
import { remember } from './resolve/times-so-far.ts'

/** A report is published at most this many days after its dateline's day. */
const MOST_DAYS_LATER = 3

/**
 * The dateline's day, first of the report's times. Where publication is not known or came a little later, times are counted from this day.
 *
 * @returns its value
 */
export function readDatelineDay(reading: TimesReading, { day }: Dateline): string | undefined {
  if (!day) return undefined
  const { soFar, ids } = reading
  const value = settle(day.value, soFar.speech)
  if (value === undefined) return undefined
  const { start, end } = day
  const id = stableId('t', [start, end, 'DATE'], ids)
  const interval = intervalOf(value)
  const filled = value !== day.value
  const time: Time = { start, end, id, type: 'DATE', value }
  if (interval) Object.assign(time, { from: isoDate(interval.from), to: isoDate(interval.to) })
  if (filled) Object.assign(time, { anchor: 'published', said: day.value })
  reading.times.push(time)
  reading.details.push({
    from: -1,
    to: -1,
    said: day.value,
    certain: interval !== undefined && !filled,
    basis: filled ? 'published' : 'words',
    rule: 'dateline',
  })
  remember(soFar, { id, value, sentence: 0, yearSaid: !filled, quarterSaid: false, adverbial: false })
  if (interval && isCountedFrom(interval.from, soFar.speech)) {
    soFar.speech = interval.from
    soFar.dateline = id
  }
  return value
}

const isCountedFrom = (day: number, published: number | undefined): boolean =>
  published === undefined || (day < published && published - day <= MOST_DAYS_LATER)

/** The value with what the words leave open filled in: the year nearest to publication, the last such day of the week before it. */
function settle(value: string, published: number | undefined): string | undefined {
  const [year, month, day] = value.split('-')
  if (month === 'WXX')
    return published === undefined ? value : isoDate(published - ((weekdayOf(published) - Number(day) + 7) % 7))
  if (Number(day) > daysInMonth(year === 'XXXX' ? 2000 : Number(year), Number(month))) return undefined
  if (year !== 'XXXX' || published === undefined) return value
  const publishedYear = Number(isoDate(published).slice(0, 4))
  const days = [-1, 0, 1].map((off) => dayNumber({ year: publishedYear + off, month: Number(month), day: Number(day) }))
  return isoDate(days.reduce((best, each) => (Math.abs(each - published) < Math.abs(best - published) ? each : best)))
}
