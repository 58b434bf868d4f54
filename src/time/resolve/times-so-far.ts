import { dayNumber } from '../calendar.ts'
import { type Interval, intervalOf } from '../interval.ts'
import type { Direction } from './direction.ts'

/** A date that the text told of before, to which later ones may point. */
export interface ToldTime {
  id: string
  value: string
  interval: Interval
  /** sentence that it stands in */
  sentence: number
  /** whether the words gave the year */
  yearSaid: boolean
  /** whether the words named the quarter itself ('the third quarter') */
  quarterSaid: boolean
  /** whether it follows 'in', 'on' and the like, and so says when something was */
  adverbial: boolean
}

/** What is known while a report's times are resolved in order. */
export interface TimesSoFar {
  /** day that times are counted from: that of publication or the dateline's; or undefined */
  speech: number | undefined
  /** id of the dateline's day, where times are counted from it and not from the day of publication */
  dateline: string | undefined
  /** hour and minute of publication, where known: 'T13:37' */
  speechClock: string | undefined
  /** the last date told */
  last: ToldTime | undefined
  /** the last quarter told */
  quarter: ToldTime | undefined
  /** sentence of a length of months or a year told since ('the nine months'): a year earlier then counts whole years */
  length: number | undefined
  /** the last day told */
  day: ToldTime | undefined
  /** the last month and the last year told */
  month: ToldTime | undefined
  year: ToldTime | undefined
  /** the year of each month and day told, by month * 100 + day, where nothing else says it */
  years: Map<number, number>
  /** the last day told by each day of the week */
  weekdays: Map<number, number>
}

/** What stands around one time. */
export interface Setting {
  sentence: number
  /** the direction that tense and words give; looked for only when asked */
  direction(): Direction | undefined
  /** whether it says itself when a verb in the past tense was */
  direct(): boolean
  /** the date before it, where the two make a range ('from Aug. 26 to Oct. 20') */
  since?: ToldTime | undefined
  /** the day after it that says which: 'the quarter ended Sept. 30', 'the next day, Sept. 12' */
  ended?: ToldTime | undefined
}

/** A value, and what its open parts were filled in from. */
export interface Resolved {
  value: string
  /** 'published', or the id of a time told before; undefined where the words say it all */
  anchor?: string
  /** a value that a calendar's rule gave */
  computed?: boolean
  /** where the value names no interval of its own ('the past two weeks'), the days that it covers */
  covers?: readonly [number, number]
}

export function openTimesSoFar(published: string | undefined): TimesSoFar {
  const none = {
    dateline: undefined,
    last: undefined,
    quarter: undefined,
    length: undefined,
    day: undefined,
    month: undefined,
    year: undefined,
    years: new Map<number, number>(),
    weekdays: new Map<number, number>(),
  }
  if (published === undefined || !/^\d{4}-\d\d-\d\d/.test(published))
    return { speech: undefined, speechClock: undefined, ...none }
  const [year, month, day] = published.slice(0, 10).split('-').map(Number)
  const clock = /^T\d\d:\d\d/.exec(published.slice(10))?.[0]
  return { speech: dayNumber({ year, month, day }), speechClock: clock, ...none }
}

/** Remembers a date for those that come after it. */
export function remember(soFar: TimesSoFar, told: Omit<ToldTime, 'interval'>): void {
  const interval = intervalOf(told.value)
  if (!interval) return
  const { id, value, sentence, yearSaid, quarterSaid, adverbial } = told
  const full: ToldTime = { id, value, interval, sentence, yearSaid, quarterSaid, adverbial }
  soFar.last = full
  if (quarterSaid && interval.grain === 'quarter') {
    soFar.quarter = full
    soFar.length = undefined
  }
  if (interval.grain === 'day') soFar.day = full
  else if (interval.grain === 'month') soFar.month = full
  else if (interval.grain === 'year') soFar.year = full
}
