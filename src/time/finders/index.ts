import type { Trigger } from '../lexicon.ts'
import { age } from './age.ts'
import { clockTime } from './clock.ts'
import { dayOfMonth } from './day-of-month.ts'
import { century, decadeWord } from './decade.ts'
import { deictic } from './deictic.ts'
import { distance } from './distance.ts'
import { duration } from './duration.ts'
import { era } from './era.ts'
import { every } from './every.ts'
import type { Finder } from './finder.ts'
import { foreignMonth, foreignYear } from './foreign-calendar.ts'
import { frequency } from './frequency.ts'
import { isoWeek } from './iso-week.ts'
import { monthDate } from './month-date.ts'
import { nthWeekday } from './nth-weekday.ts'
import { numericDate } from './numeric-date.ts'
import { earlyHours, partOfDay } from './part-of-day.ts'
import { phrase } from './phrase.ts'
import { period, quarter, shortQuarter } from './quarter.ts'
import { relativeUnit } from './relative-unit.ts'
import { season } from './season.ts'
import { firstDay, secondDay } from './second-day.ts'
import { weekday } from './weekday.ts'
import { weeksFrom } from './weeks-from.ts'
import { year, yearOfThousand } from './year.ts'

/** Every finder. Where two propose the same stretch, the one that stands first here wins. */
const finders: readonly Finder[] = [
  isoWeek,
  numericDate,
  monthDate,
  secondDay,
  firstDay,
  dayOfMonth,
  era,
  every,
  distance,
  age,
  foreignMonth,
  foreignYear,
  clockTime,
  nthWeekday,
  weeksFrom,
  weekday,
  deictic,
  phrase,
  quarter,
  shortQuarter,
  period,
  century,
  relativeUnit,
  duration,
  season,
  partOfDay,
  earlyHours,
  decadeWord,
  yearOfThousand,
  year,
  frequency,
]

const byTrigger = new Map<Trigger, Finder[]>()
for (const finder of finders) {
  for (const trigger of finder.triggers) byTrigger.set(trigger, [...(byTrigger.get(trigger) ?? []), finder])
}

/** The finders to ask at a piece of a kind, in their order. */
export const findersFor = (trigger: Trigger): readonly Finder[] => byTrigger.get(trigger) ?? []
