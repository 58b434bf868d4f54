import type { Statement, Time } from '../../../src/record/types.ts'
import type { View } from '../view.ts'

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const months = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * A TIMEX3 value as people write it; a value that says no date as it stands.
 *
 * @example dayInWords('2025-03-14') // '14 Mar 2025'
 */
export function dayInWords(value: string): string {
  const [, year, month, day, rest] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(.*))?$/.exec(value) ?? []
  if (year === undefined) return value
  if (month === undefined) return year
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (Number.isNaN(date.getTime())) return value
  const words = (day === undefined ? months : days).format(date)
  return rest === undefined ? words : `${words}, ${partInWords(rest)}`
}

const PARTS: Record<string, string> = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night', DT: 'daytime' }

const partInWords = (part: string): string => PARTS[part] ?? part.replace(/^(\d\d:\d\d):00/, '$1')

/** A row's time: its date, and the words that it was read from. */
export function timeInWords(view: View, time: Time): { date: string; words: string } {
  return { date: dayInWords(time.value), words: view.words(time) }
}

/** The moment of a decision, in the reader's own time. */
export function momentInWords(moment: string): string {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return moment
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(date)
}

/** Where the words that date a row stand, as `whenBasis` has it. */
export const basisWords = {
  'own-clause': 'said in the same clause',
  'main-clause': 'from the main clause',
  'sentence-before': 'from the sentence before',
  published: 'the day of publication',
} as const satisfies Record<NonNullable<Statement['whenBasis']>, string>
