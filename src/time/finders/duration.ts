import { lengthOf } from '../length.ts'
import { entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'
import { type CountedUnit, countedAt } from './unit.ts'

/** Lengths: 'two weeks', 'a ten-hour visit', '2 1/2 years', 'a minute and a half', 'weeks', 'an additional year'. */
export const duration: Finder = {
  name: 'duration',
  triggers: ['unit'],
  find(line, at) {
    const counted = countedAt(line, at)
    if (!counted) return undefined
    const { amount, unit } = counted
    if (!amount || (amount.article && isHyphen(textAt(line, at + 1)))) return bare(line, at, counted)
    const half = textAt(line, at + 1) === 'and' && textAt(line, at + 2) === 'a' && textAt(line, at + 3) === 'half'
    if ((amount.article || isOneDay(line, at, counted)) && !half && !isLength(line, at, counted)) return undefined
    const range = rangeAfter(line, at)
    const to = half ? at + 4 : range
    const value = lengthOf(range > at + 1 && amount.article ? Number.NaN : amount.value + (half ? 0.5 : 0), unit)
    return {
      from: withThe(line, withoutArticle(line, counted), counted),
      to: withLong(line, to),
      meaning: { type: 'DURATION', value },
      ...(amount.range ? { mod: 'EQUAL_OR_MORE' as const } : {}),
    }
  },
}

function isLength(line: Line, at: number, { unit, many, amount, hyphen }: CountedUnit): boolean {
  if (many) return false
  if (hyphen || unit === 'S') return false
  const after = textAt(line, at + 1)
  if (unit === 'D' && (after === 'after' || after === 'before')) return true
  if (unit === 'D' || unit === 'MI' || unit === 'WE')
    return line.lexicon.words['before-day'].has(textAt(line, amount!.from - 1)) && after !== 'when'
  return true
}

/** 'One day he will return', 'could one day return': some day. */
function isOneDay(line: Line, at: number, { unit, hyphen, amount }: CountedUnit): boolean {
  if (unit !== 'D' || hyphen || amount?.from !== at - 1 || textAt(line, at - 1) !== 'one') return false
  const before = line.pieces[at - 2]
  return before === undefined || SOME_DAY.has(line.language.upos[before.word])
}

const SOME_DAY = new Set(['PRON', 'AUX', 'CCONJ', 'SCONJ', 'PUNCT', 'PART'])

/** 'a year or two', 'weeks or months' */
function rangeAfter(line: Line, at: number): number {
  if (textAt(line, at + 1) !== 'or') return at + 1
  const next = entryAt(line, at + 2)
  if (textAt(line, at + 2) === 'so') return at + 3
  if (next?.number?.kind === 'unit') return at + 3
  return next?.unit && next.many ? at + 3 : at + 1
}

/** The units in the plural with no number: 'for weeks', 'decades-long', 'weeks or months'. */
function bare(line: Line, at: number, { unit, many, hyphen }: CountedUnit) {
  if (isHyphen(textAt(line, at + 1)) && line.pieces[at + 1].glued) {
    const long = textAt(line, at + 2) === 'long' || textAt(line, at + 2) === 'old'
    if (!long || hyphen) return undefined
    return {
      from: at,
      to: at + 3,
      meaning: { type: 'DURATION' as const, value: lengthOf(many ? Number.NaN : 1, unit) },
    }
  }
  if (!many || hyphen || unit === 'Q') return undefined
  const before = textAt(line, at - 1)
  if (entryAt(line, at - 1)?.number?.kind === 'ordinal' || before === "'s" || before === 'per') return undefined
  const tag = line.language.upos[line.pieces[at - 1]?.word ?? -1]
  if (tag === 'ADJ' && !line.lexicon.words.plain.has(before)) return undefined
  const ahead = textAt(line, at + 1) === 'ahead'
  const the = before === 'the' && (ahead || line.lexicon.words['over-the'].has(textAt(line, at - 2)))
  return {
    from: the ? at - 1 : at,
    to: ahead ? at + 2 : rangeAfter(line, at),
    meaning: { type: 'DURATION' as const, value: lengthOf(Number.NaN, unit) },
  }
}

/** 'a [several-year] plan' */
function withoutArticle(line: Line, { hyphen, amount }: CountedUnit): number {
  const article = textAt(line, amount!.from) === 'a' || textAt(line, amount!.from) === 'an'
  return hyphen && article ? amount!.from + 1 : amount!.from
}

/** 'the four days', 'another two weeks' */
function withThe(line: Line, from: number, { hyphen, amount }: CountedUnit): number {
  if (hyphen || amount!.article) return from
  const before = textAt(line, from - 1)
  const first = before === 'first' && textAt(line, from - 2) === 'the'
  if (first) return from - 2
  return before === 'another' || before === 'the' || before === 'an' ? from - 1 : from
}

/** 'two-year-long' */
function withLong(line: Line, to: number): number {
  const joined = isHyphen(textAt(line, to)) && line.pieces[to].glued
  return joined && textAt(line, to + 1) === 'long' ? to + 2 : to
}
