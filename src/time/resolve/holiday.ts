import { dayNumber, dayOf, four, isoDate, nthWeekdayOf } from '../calendar.ts'
import { easter, orthodoxEaster } from '../calendars/easter.ts'
import { hanukkah, hebrewNewYear, passover } from '../calendars/hebrew.ts'
import { islamicInYear } from '../calendars/islamic.ts'
import { persianDay } from '../calendars/persian.ts'
import type { Meaning } from '../meaning.ts'
import { saidValue } from '../said.ts'
import type { Direction } from './direction.ts'
import type { Resolved, Setting, TimesSoFar } from './times-so-far.ts'

/** A holiday's day: fixed, counted, or computed from a calendar's rule. Longer ones have the days that they cover. */
export function resolveHoliday(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const { holiday, year, yearShift, relation } = meaning
  const { speech } = soFar
  const computed = !holiday!.rule.startsWith('fixed') && !holiday!.rule.startsWith('nth')
  const done = (day: number, anchor?: string): Resolved => ({
    value: isoDate(day),
    ...(anchor ? { anchor } : {}),
    ...(computed ? { computed } : {}),
    ...(holiday!.days > 1 ? { covers: [day, day + holiday!.days] } : {}),
  })
  if (year !== undefined) {
    const [day] = daysInYear(holiday!.rule, year)
    return day === undefined ? { value: four(year) } : done(day)
  }
  if (speech === undefined) return { value: saidValue({ type: 'DATE', holiday }) }
  const now = dayOf(speech).year
  if (yearShift !== undefined) {
    const [day] = daysInYear(holiday!.rule, now + yearShift)
    return day === undefined ? { value: four(now + yearShift) } : done(day, 'published')
  }
  const days = [now - 1, now, now + 1].flatMap((y) => daysInYear(holiday!.rule, y))
  return done(pick(days, speech, relation, setting.direction()), 'published')
}

function pick(
  days: readonly number[],
  speech: number,
  relation: Meaning['relation'],
  direction: Direction | undefined,
): number {
  const before = days.filter((day) => (relation === 'last' ? day < speech : day <= speech))
  const after = days.filter((day) => (relation === 'next' ? day > speech : day >= speech))
  const last = before[before.length - 1]
  if (relation === 'last' || (direction === 'past' && relation !== 'next')) return last
  if (relation === 'next' || direction === 'future') return after[0]
  return speech - last <= after[0] - speech ? last : after[0]
}

/** The first days of a holiday in a year: mostly one; an Islamic one may fall twice, or not at all. */
function daysInYear(rule: string, year: number): number[] {
  const [kind, ...rest] = rule.split(' ')
  const [month, day] = rest[0].split('-').map(Number)
  const numbers = rest.map(Number)
  switch (kind) {
    case 'fixed':
      return [dayNumber({ year, month, day })]
    case 'nth':
      return [nthWeekdayOf(year, numbers[0], numbers[1], numbers[2])]
    case 'easter':
      return [easter(year) + numbers[0]]
    case 'orthodox':
      return [orthodoxEaster(year) + numbers[0]]
    case 'islamic':
      return islamicInYear(year, month, day)
    case 'persian':
      return [persianDay(year - 621, month, day)]
    case 'hebrew':
      return [hebrewNewYear(year + 3761) + numbers[0]]
    case 'hanukkah':
      return [hanukkah(year) + numbers[0]]
    case 'passover':
      return [passover(year) + numbers[0]]
    default:
      return []
  }
}
