import { addMonths, dayNumber, dayOf, four, isoDate, isoWeekOf, two } from '../calendar.ts'
import type { Interval } from '../interval.ts'
import type { Unit } from '../lexicon.ts'
import type { Meaning } from '../meaning.ts'
import { saidValue } from '../said.ts'
import type { Resolved, Setting, TimesSoFar, ToldTime } from './times-so-far.ts'

/** So many units from the day of publication ('ago'), or from the time told before ('earlier', 'later'). */
export function resolveShift(meaning: Meaning, soFar: TimesSoFar, { sentence }: Setting): Resolved {
  const { unit, count, from } = meaning.shift!
  const afterLength = soFar.length !== undefined && sentence - soFar.length <= 1
  const quarter = afterLength && meaning.unit !== 'Q' ? undefined : isYearOfQuarter(meaning, soFar)
  if (quarter)
    return { value: `${four(Number(quarter.value.slice(0, 4)) + count)}${quarter.value.slice(4)}`, anchor: quarter.id }
  // 'a year earlier' after 'the nine months' counts by whole years
  const yearly = afterLength && unit === 'Y' && soFar.speech !== undefined
  if (from === 'text' && soFar.last && !yearly) {
    const { grain } = soFar.last.interval
    if (grain !== 'century' && grain !== 'decade') return fromTold(meaning, soFar.last, unit, count)
  }
  if (soFar.speech === undefined) return { value: saidValue({ type: 'DATE', shift: meaning.shift }) }
  return { value: inOurEra(shifted(soFar, soFar.speech, unit, count)), anchor: 'published' }
}

/** 'a year ago', 'a year earlier', 'the year-ago quarter' after a quarter: the same quarter of the year before. */
function isYearOfQuarter({ shift, unit }: Meaning, { quarter, last }: TimesSoFar): ToldTime | undefined {
  if (!quarter || shift!.unit !== 'Y' || Math.abs(shift!.count) !== 1) return undefined
  return unit === 'Q' || quarter === last || (last !== undefined && last.sentence - quarter.sentence <= 2)
    ? quarter
    : undefined
}

const FINENESS: Record<Interval['grain'], number> = {
  century: 0,
  decade: 1,
  year: 2,
  half: 3,
  season: 3,
  quarter: 3,
  month: 4,
  week: 5,
  weekend: 5,
  day: 6,
}
const NEEDED: Partial<Record<Unit, number>> = { D: 6, W: 5, FN: 5, WE: 5, M: 4, Q: 3, Y: 2 }

/** 'two days later' needs a day to count from; a year may be counted from anything, and keeps what it is counted from. */
function fromTold(meaning: Meaning, told: ToldTime, unit: Unit, count: number): Resolved {
  const { interval } = told
  if (FINENESS[interval.grain] < (NEEDED[unit] ?? 2))
    return { value: saidValue({ type: 'DATE', shift: meaning.shift }) }
  const day = interval.from
  if (unit === 'Y' && told.value.length > 4 && Number.isInteger(count)) {
    const year = four(Number(told.value.slice(0, 4)) + count)
    return { value: interval.grain === 'week' ? year : year + told.value.slice(4, 10), anchor: told.id }
  }
  if ((unit === 'M' || unit === 'W') && interval.grain === 'day')
    return { value: isoDate(moved(day, unit, count)), anchor: told.id }
  return { value: grained(moved(day, unit, count), unit), anchor: told.id }
}

function shifted({ speechClock }: TimesSoFar, speech: number, unit: Unit, count: number): string {
  if (unit === 'W' || unit === 'FN') return isoDate(moved(speech, unit, count))
  if (unit !== 'H' && unit !== 'MI' && unit !== 'S') return grained(moved(speech, unit, count), unit)
  if (speechClock === undefined || unit === 'S') return `${isoDate(speech)}TXX:XX`
  const minutes =
    Number(speechClock.slice(1, 3)) * 60 + Number(speechClock.slice(4, 6)) + count * (unit === 'H' ? 60 : 1)
  const day = Math.floor(minutes / 1440)
  const rest = Math.floor(minutes - day * 1440)
  return `${isoDate(speech + day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`
}

/** Years before our era are 'BC0494'; what lies further back is only past. */
function inOurEra(value: string): string {
  if (!value.startsWith('-')) return value
  const year = 1 - Number(value.slice(0, value.indexOf('-', 1) < 0 ? undefined : value.indexOf('-', 1)))
  return year > 9999 ? 'PAST_REF' : `BC${four(year)}`
}

/** A day so many units on. */
export function moved(day: number, unit: Unit, count: number): number {
  if (unit === 'D') return day + Math.round(count)
  if (unit === 'W' || unit === 'WE') return day + Math.round(count * 7)
  if (unit === 'FN') return day + count * 14
  const months = MONTHS[unit]
  return months === undefined ? day : dayNumber(addMonths(dayOf(day), Math.round(count * months)))
}

const MONTHS: Partial<Record<Unit, number>> = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200, ML: 12000 }

/** The value of the unit that a day lies in; decades and more are counted in years. */
export function grained(day: number, unit: Unit): string {
  if (unit === 'D') return isoDate(day)
  if (unit === 'W' || unit === 'FN') return isoWeekOf(day)
  if (unit === 'WE') return `${isoWeekOf(day)}-WE`
  const { year, month } = dayOf(day)
  if (unit === 'M') return `${four(year)}-${two(month)}`
  return unit === 'Q' ? `${four(year)}-Q${Math.ceil(month / 3)}` : four(year)
}
