import { dayNumber, dayOf, daysInMonth, four, weekdayOf } from '../calendar.ts'
import type { Meaning } from '../meaning.ts'
import { saidValue } from '../said.ts'
import type { Resolved, Setting, TimesSoFar, ToldTime } from './times-so-far.ts'

/** Months and days of months whose year the words do not give. */
export function resolveMonth(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const told = storyYear(soFar, setting, meaning.month!)
  const said = (year: number) => saidValue({ ...meaning, year, part: undefined, clock: undefined })
  if (told && meaning.relation === undefined && meaning.yearShift === undefined)
    return { value: said(told.year), anchor: told.id }
  if (setting.since) return { value: said(yearSince(meaning, setting.since)), anchor: setting.since.id }
  const { speech } = soFar
  if (speech === undefined) return { value: saidValue({ ...meaning, part: undefined, clock: undefined }) }
  const year = sameAsTold(meaning, soFar) ?? (meaning.day === undefined ? monthYear : dayYear)(meaning, speech, setting)
  if (meaning.relation === undefined) soFar.years.set(keyOf(meaning), year)
  return { value: said(year), anchor: 'published' }
}

const keyOf = ({ month, day = 0 }: Meaning): number => month! * 100 + day

/** A day that was told before is the same one, whatever the tense: 'since the July 1 handover'. */
function sameAsTold(meaning: Meaning, { years }: TimesSoFar): number | undefined {
  const { relation, yearShift, weekday, day } = meaning
  if (relation !== undefined || yearShift !== undefined || weekday !== undefined || day === undefined) return undefined
  return years.get(keyOf(meaning))
}

/** How many sentences a month or a day of an earlier year is remembered for, where no other date is told. */
const HISTORY = 3

/**
 * History: where the last date told stands in an earlier year that its words gave, a month that is not
 * before the month told there lies in that year as well.
 */
function storyYear(
  { last, speech }: TimesSoFar,
  { sentence, direction }: Setting,
  month: number,
): { year: number; id: string } | undefined {
  if (!last?.yearSaid || !last.adverbial) return undefined
  if (sentence - last.sentence > (last.interval.grain === 'year' ? 1 : HISTORY)) return undefined
  const { year, month: from } = dayOf(last.interval.from)
  const now = speech === undefined ? undefined : dayOf(speech).year
  if (now !== undefined && year >= now) return undefined
  if (last.interval.grain !== 'year' && month < from) return undefined
  return direction() === 'future' ? undefined : { year, id: last.id }
}

/** 'from Aug. 26 to Oct. 20': the end of a range is not before its beginning. */
function yearSince({ month, day }: Meaning, { interval }: ToldTime): number {
  const from = dayOf(interval.from)
  return month! < from.month || (month === from.month && day !== undefined && day < from.day)
    ? from.year + 1
    : from.year
}

function monthYear({ month, relation, yearShift }: Meaning, speech: number, setting: Setting): number {
  const { year, month: now } = dayOf(speech)
  if (yearShift !== undefined) return year + yearShift
  if (relation === 'last' || relation === 'previous') return month! < now ? year : year - 1
  if (relation === 'next' || relation === 'following') return month! > now ? year : year + 1
  if (relation === 'this' || month === now) return year
  return leaningYear(month! - now, { around: 12, year, setting, otherwise: 'past' })
}

interface Lean {
  /** length of a year in the units of the difference */
  around: number
  year: number
  setting: Setting
  /** where nothing says the direction */
  otherwise: 'past' | 'nearer'
}

/** So much nearer must the other side be to win over the tense. */
const MUCH = 5

/**
 * The year that tense asks for. What would be almost a year off is mostly given with its year: there the near side wins,
 * unless the time says itself when something was.
 */
function leaningYear(difference: number, { around, year, setting, otherwise }: Lean): number {
  if (difference === 0) return year
  const back = difference < 0 ? -difference : around - difference
  const on = around - back
  const past = difference < 0 ? year : year - 1
  const direction = setting.direction() ?? otherwise
  if (direction === 'past') return back > on * MUCH && !setting.direct() ? past + 1 : past
  if (direction === 'future') return on > back * MUCH ? past : past + 1
  return back <= on ? past : past + 1
}

function dayYear(meaning: Meaning, speech: number, setting: Setting): number {
  const { month, day, relation, yearShift } = meaning
  const { year } = dayOf(speech)
  if (yearShift !== undefined) return year + yearShift
  const difference = dayNumber({ year, month: month!, day: Math.min(day!, daysInMonth(year, month!)) }) - speech
  if (relation === 'last') return difference < 0 ? year : year - 1
  if (relation === 'next') return difference > 0 ? year : year + 1
  const fitting = weekdayYear(meaning, year)
  if (fitting !== undefined) return fitting
  return leaningYear(difference, { around: 365, year, setting, otherwise: 'nearer' })
}

/** How many years on either side a day of the week may choose from. */
const WEEKDAY_YEARS = 1

/** 'Saturday, April 25': the nearest year in which that day is a Saturday. */
function weekdayYear({ month, day, weekday }: Meaning, year: number): number | undefined {
  if (weekday === undefined) return undefined
  for (let off = 0; off <= WEEKDAY_YEARS; off++) {
    for (const y of [year - off, year + off]) {
      if (day! <= daysInMonth(y, month!) && weekdayOf(dayNumber({ year: y, month: month!, day: day! })) === weekday)
        return y
    }
  }
  return undefined
}

/** Quarters and halves: the last one that began, or the coming one where tense says so. */
export function resolveQuarter(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const { quarter, half, year, yearShift, relation } = meaning
  const said = (y: number) => `${four(y)}-${quarter === undefined ? `H${half}` : `Q${quarter}`}`
  if (year !== undefined) return { value: said(year) }
  if (soFar.speech === undefined) return { value: saidValue({ type: 'DATE', quarter, half }) }
  const { year: now, month } = dayOf(soFar.speech)
  if (yearShift !== undefined) return { value: said(now + yearShift), anchor: 'published' }
  const here = quarter === undefined ? Math.ceil(month / 6) : Math.ceil(month / 3)
  const wanted = quarter ?? half!
  return { value: said(periodYear(wanted, here, now, relation, setting)), anchor: 'published' }
}

function periodYear(
  wanted: number,
  here: number,
  now: number,
  relation: Meaning['relation'],
  setting: Setting,
): number {
  if (relation === 'last') return wanted < here ? now : now - 1
  if (relation === 'next') return wanted > here ? now : now + 1
  const direction = setting.direction()
  if (wanted <= here) return direction === 'future' && wanted < here && here - wanted > 1 ? now + 1 : now
  if (direction === 'future' || direction === 'present') return now
  return wanted - here > 1 || direction === 'past' ? now - 1 : now
}

const STARTS: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** A season's year is the one it begins in: the winter of early 1998 is 1997-WI, unless the words give the year. */
export function resolveSeason(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const { season, year, yearShift, relation } = meaning
  if (year !== undefined) return { value: `${four(year)}-${season}` }
  const { speech, last } = soFar
  if ((relation === 'that' || relation === 'same') && last)
    return { value: `${four(dayOf(last.interval.from).year)}-${season}`, anchor: last.id }
  if (speech === undefined) return { value: `XXXX-${season}` }
  const { year: now, month } = dayOf(speech)
  const start = STARTS[season!]
  const value = (y: number): Resolved => ({ value: `${four(y)}-${season}`, anchor: 'published' })
  if (yearShift !== undefined) return value(now + yearShift)
  const over = start === 12 ? month < 12 : month > start + 2
  if (relation === 'last' || relation === 'previous') return value(start === 12 || !over ? now - 1 : now)
  if (relation === 'next' || relation === 'following') return value(month < start ? now : now + 1)
  if (relation === 'this') return value(start === 12 && month <= 3 ? now - 1 : now)
  const direction = setting.direction()
  if (direction === 'future') return value(month <= start + 2 ? now : now + 1)
  return value(month >= start ? now : now - 1)
}
