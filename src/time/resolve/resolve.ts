import { dayOf, isoDate, isoWeekOf, nthWeekdayOf, two } from '../calendar.ts'
import { intervalOf } from '../interval.ts'
import type { Meaning } from '../meaning.ts'
import { saidValue } from '../said.ts'
import { resolveHoliday } from './holiday.ts'
import { resolveMonth, resolveQuarter, resolveSeason } from './in-year.ts'
import { resolveShift } from './shift.ts'
import type { Resolved, Setting, TimesSoFar, ToldTime } from './times-so-far.ts'
import { resolveUnit } from './unit.ts'
import { resolveWeekday } from './weekday.ts'

/** Fills what the words leave open from the publication date and the times told before. */
export function resolve(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  if (meaning.value !== undefined) return fixed(meaning, soFar)
  const { part, clock } = meaning
  const date = resolveDate(meaning, soFar, setting)
  if (part === undefined && clock === undefined) return date
  const day = date.value.slice(0, 10)
  const onDay = /^[\dX]{4}-[\dX]{2}-[\dX]{2}$/.test(day) ? day : 'XXXX-XX-XX'
  return { ...date, value: `${onDay}T${clock ?? part}${meaning.zone === 'Z' ? 'Z' : ''}` }
}

/** Durations that reach back from the day of publication, or on from it, cover days. */
function fixed({ value, reach }: Meaning, { speech }: TimesSoFar): Resolved {
  if (!reach || speech === undefined) return { value: value! }
  const days = daysOf(value!)
  if (days === undefined) return { value: value! }
  return {
    value: value!,
    anchor: 'published',
    covers: reach === 'back' ? [speech - days, speech + 1] : [speech, speech + days + 1],
  }
}

const DAYS: Record<string, number> = { D: 1, W: 7, M: 30.4375, Y: 365.25, Q: 91.3125 }

function daysOf(value: string): number | undefined {
  const hours = /^PT(\d+)H$/.exec(value)
  if (hours) return Math.ceil(Number(hours[1]) / 24)
  const match = /^P(\d+)([DWMYQ])$/.exec(value)
  return match ? Math.round(Number(match[1]) * DAYS[match[2]]) : undefined
}

function resolveDate(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  if (meaning.yearOfText && soFar.last) return ofToldYear(meaning, soFar.last, soFar, setting)
  const { year, month, weekday, quarter, half, season, holiday, days, prefix, unit, shift, weekOf } = meaning
  if (prefix !== undefined) return { value: prefix }
  if (days) return otherCalendar(days)
  if (holiday) return resolveHoliday(meaning, soFar, setting)
  if (weekOf) return weekOfDay(meaning, soFar, setting)
  if (shift) return resolveShift(meaning, soFar, setting)
  if (meaning.nth !== undefined) return nthOfMonth(meaning, soFar, setting)
  if (unit === 'M' && meaning.day !== undefined) return dayOfMonth(meaning, soFar, setting)
  if (month !== undefined)
    return year === undefined ? resolveMonth(meaning, soFar, setting) : { value: saidValue(dateOnly(meaning)) }
  if (year !== undefined && unit === 'Q') return sameQuarter(year, soFar)
  if (quarter !== undefined || half !== undefined) return resolveQuarter(meaning, soFar, setting)
  if (season !== undefined) return resolveSeason(meaning, soFar, setting)
  if (weekday !== undefined) return resolveWeekday(meaning, soFar, setting)
  if (year !== undefined) return { value: saidValue(dateOnly(meaning)) }
  if (unit) return resolveUnit(meaning, soFar, setting)
  return clockDay(soFar, setting)
}

/** 'the first Tuesday of November': the month first, as if its middle were meant, and then the day; the month alone where it has no such day. */
function nthOfMonth({ nth, weekday, ...rest }: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const month = rest.unit === 'M' ? rest : { ...rest, day: (nth! < 0 ? 4 : nth!) * 7 - 3 }
  const { value, ...from } = resolveDate(month, soFar, setting)
  const [year, number] = value.split('-').map(Number)
  if (!(year >= 0 && number > 0)) return { value: 'XXXX-XX-XX' }
  const day = nthWeekdayOf(year, number, weekday!, nth!)
  return { ...from, value: dayOf(day).month === number ? isoDate(day) : value.slice(0, 7) }
}

/** 'the 5th of last month' */
function dayOfMonth({ day, ...rest }: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const { value, ...from } = resolveUnit(rest, soFar, setting)
  return /^\d{4}-\d\d$/.test(value) ? { ...from, value: `${value}-${two(day!)}` } : { value: `XXXX-XX-${two(day!)}` }
}

/** 'July of the following year' */
function ofToldYear(
  { yearShift, yearOfText: _, ...rest }: Meaning,
  last: ToldTime,
  soFar: TimesSoFar,
  setting: Setting,
): Resolved {
  const year = dayOf(last.interval.from).year + yearShift!
  return { ...resolveDate({ ...rest, year }, soFar, setting), anchor: last.id }
}

const dateOnly = (meaning: Meaning): Meaning => ({ ...meaning, part: undefined, clock: undefined })

function otherCalendar([from, to]: readonly [number, number]): Resolved {
  const value = to - from === 1 ? isoDate(from) : `${isoDate(from)}/${isoDate(to)}`
  return { value, computed: true, covers: [from, to] }
}

function weekOfDay(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const day = resolveDate({ ...meaning, weekOf: false }, soFar, setting)
  const interval = intervalOf(day.value)
  return interval ? { ...day, value: isoWeekOf(interval.from) } : { value: 'XXXX-WXX' }
}

/** 'the 1988 quarter' is the quarter told of before, in that year. */
function sameQuarter(year: number, { quarter }: TimesSoFar): Resolved {
  if (!quarter) return { value: `${year}` }
  return { value: `${year}${quarter.value.slice(4)}`, anchor: quarter.id }
}

/** A clock time with no day stands on the day told before in its sentence, else on the day of publication. */
function clockDay({ day, speech }: TimesSoFar, { sentence }: Setting): Resolved {
  if (day && sentence - day.sentence <= 1) return { value: day.value.slice(0, 10), anchor: day.id }
  return speech === undefined ? { value: 'XXXX-XX-XX' } : { value: isoDate(speech), anchor: 'published' }
}
