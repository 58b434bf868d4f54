import type { Entry, Unit } from '../lexicon.ts'
import { type Amount, amountBefore } from '../numbers.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'

/** A unit with the number before it: 'two [trading] days', 'a two-year', '5 1/2 hours', 'weeks'. */
export interface CountedUnit {
  from: number
  /** the piece after the unit */
  to: number
  unit: Unit
  many: boolean
  amount?: Amount
  /** joined by a hyphen: 'two-year' */
  hyphen: boolean
}

/** Reads the unit at piece `at` and the number before it; undefined where the word is no unit here. */
export function countedAt(line: Line, at: number): CountedUnit | undefined {
  const entry = entryAt(line, at)!
  const unit = entry.unit!
  let end = at
  const hyphen = isHyphen(textAt(line, at - 1)) && (line.pieces[at].glued || line.pieces[at - 1].glued)
  if (hyphen) end = at - 1
  while (end > 0 && line.lexicon.words['before-unit'].has(textAt(line, end - 1)) && at - end < 3) end--
  const amount = isOfYear(line, end, at) ? undefined : amountBefore(line, end)
  if (!isUnit(line, at, entry, amount, hyphen)) return undefined
  return { from: amount?.from ?? at, to: at + 1, unit, many: entry.many === true, amount, hyphen }
}

/** 'the 2023 fiscal year' */
const isOfYear = (line: Line, end: number, at: number): boolean =>
  end < at &&
  line.lexicon.words.fiscal.has(textAt(line, at - 1)) &&
  textAt(line, end - 1).length === 4 &&
  digitsAt(line, end - 1) >= 1900

/** 'second' is mostly no unit, 'min' and 'sec' want a number, 'quarter' may be a part of something. */
function isUnit(line: Line, at: number, { unit, many }: Entry, amount: Amount | undefined, hyphen: boolean): boolean {
  const text = textAt(line, at)
  if (text === 'second') return hyphen && amount !== undefined && amount.value > 1
  if (text === 'seconds') return amount !== undefined
  if (text === 'min' || text === 'sec' || text === 'hr' || text === 'yr') return amount !== undefined && !amount.article
  if (unit === 'Q' && !many) return hyphen && amount !== undefined && !amount.article && amount.value !== 0.75
  if (unit === 'Q') return amount === undefined || (amount.value !== 3 && !hyphen)
  return true
}
