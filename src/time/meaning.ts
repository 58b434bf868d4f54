import type { timeCalendars, timeMods, timeTypes } from '../record/schema.ts'
import type { Holiday, Relation, Unit } from './lexicon.ts'

export type TimeType = (typeof timeTypes)[number]
export type TimeCalendar = (typeof timeCalendars)[number]
export type TimeMod = (typeof timeMods)[number]

/**
 * What the words of a time say, with nothing filled in. Fields that the words do not give are left out; the second pass
 * (resolve/) fills them from the publication date and the times before.
 */
export interface Meaning {
  type: TimeType
  /** a value that needs no resolving: 'PRESENT_REF', 'P2Y', 'XXXX-WXX-5' */
  value?: string
  year?: number
  month?: number
  /** the last day of a range ('Oct. 5-7') is a time of its own */
  day?: number
  weekday?: number
  quarter?: number
  half?: number
  season?: string
  weekend?: boolean
  /** 'MO', 'AF', 'EV', 'NI', 'DT', 'MI' */
  part?: string
  /** hour, minutes as the clock shows them: '22:00', '07:15' */
  clock?: string
  /** offset from UTC that the words give: 'Z', '-05:00' */
  zone?: string
  /** the first digits of a decade's or a century's years: '197', '19' */
  prefix?: string
  /** 'fiscal 1989': the year may not be the calendar's */
  fiscal?: boolean
  holiday?: Holiday
  /** a day of another calendar: its first and last day's numbers are in `days` */
  days?: readonly [number, number]
  /** that other calendar */
  calendar?: TimeCalendar
  /** which one of several: 'last' Friday, 'next' year */
  relation?: Relation
  /** the unit that the relation picks from, where no finer field stands */
  unit?: Unit
  /** so many units on (or back) from the speech time ('ago'), or from the time told before ('later') */
  shift?: { unit: Unit; count: number; from: 'speech' | 'text' }
  /** years on from the speech time's year: 'July last year' */
  yearShift?: number
  /** the years of `yearShift` are counted from the time told before: 'July of that year' */
  yearOfText?: boolean
  /** the week, the month that a weekday or a day lies in: 'Friday next week' */
  weekShift?: number
  /** so many weeks on from the weekday that the relation picks, or back: 'a week from Monday' */
  weeksOn?: number
  /** which of the month's weekdays of that name: 'the second Tuesday of May'; -1 is the last */
  nth?: number
  monthShift?: number
  /** the week that holds the day: 'the week of March 6' */
  weekOf?: boolean
  /** a person's age: read, and kept apart from the times */
  age?: boolean
  /** length reaching back from the speech time ('the past two years') or on from it */
  reach?: 'back' | 'on'
}

/** What a finder proposes: the pieces [from, to) and what they mean. */
export interface ProposedTime {
  from: number
  to: number
  rule: string
  meaning: Meaning
  mod?: TimeMod
}
