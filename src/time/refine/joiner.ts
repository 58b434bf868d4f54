import type { Meaning, ProposedTime } from '../meaning.ts'
import { type Line, textAt } from '../pieces.ts'

/** A rule that makes one time of two that stand side by side. `gap` is the text between them. */
export type Joiner = (line: Line, a: ProposedTime, b: ProposedTime, gap: string) => ProposedTime | undefined

/** The words between two times, or undefined where there are more than two. */
export function gapBetween(line: Line, a: ProposedTime, b: ProposedTime): string | undefined {
  if (b.from - a.to > 2) return undefined
  let gap = ''
  for (let i = a.to; i < b.from; i++) gap += (gap ? ' ' : '') + textAt(line, i)
  return gap
}

export const joined = (a: ProposedTime, b: ProposedTime, meaning: Meaning): ProposedTime => ({
  from: a.from,
  to: b.to,
  rule: `${a.rule}+${b.rule}`,
  meaning,
  ...(a.mod || b.mod ? { mod: a.mod ?? b.mod } : {}),
})

/** Whether it names a day, alone or with its week, month or year. */
export const isDay = ({ meaning }: ProposedTime): boolean =>
  (meaning.type === 'DATE' || meaning.type === 'TIME') &&
  meaning.clock === undefined &&
  meaning.part === undefined &&
  (meaning.weekday !== undefined ||
    meaning.day !== undefined ||
    meaning.holiday !== undefined ||
    (meaning.shift?.unit === 'D' && meaning.unit === undefined) ||
    (meaning.unit === 'D' && meaning.relation !== undefined))

/** Whether it names a month, a quarter, a half or a season, and no year. */
export const lacksYear = ({ meaning }: ProposedTime): boolean =>
  meaning.type === 'DATE' &&
  meaning.year === undefined &&
  meaning.yearShift === undefined &&
  (meaning.month !== undefined ||
    meaning.quarter !== undefined ||
    meaning.half !== undefined ||
    meaning.season !== undefined ||
    meaning.holiday !== undefined)

/** Whether it names a year and nothing finer. */
export const isYear = ({ meaning: m }: ProposedTime): boolean =>
  m.type === 'DATE' &&
  m.year !== undefined &&
  m.month === undefined &&
  m.quarter === undefined &&
  m.half === undefined &&
  m.season === undefined &&
  m.unit === undefined

const STEPS: Partial<Record<string, number>> = { last: -1, this: 0, next: 1, the: 0 }

/** How far a picked unit lies from the speech time's: last -1, this 0, next 1. */
export function stepOf({ meaning }: ProposedTime, unit: string): number | undefined {
  if (meaning.unit !== unit || meaning.quarter !== undefined || meaning.shift) return undefined
  return meaning.relation && STEPS[meaning.relation]
}
