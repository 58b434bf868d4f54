import { relationBefore } from '../around.ts'
import { lengthOf } from '../length.ts'
import type { Relation, Unit } from '../lexicon.ts'
import type { Meaning, ProposedTime } from '../meaning.ts'
import { entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'
import { type CountedUnit, countedAt } from './unit.ts'

type Proposal = Omit<ProposedTime, 'rule'>

/** Units picked by a word before: 'last year', 'this week', 'the past two months', 'the following day', 'the quarter'. */
export const relativeUnit: Finder = {
  name: 'relative-unit',
  triggers: ['unit'],
  find(line, at) {
    const { unit, many } = entryAt(line, at)!
    const text = textAt(line, at)
    if (text === 'second' || text === 'seconds' || text === 'min' || text === 'sec') return undefined
    const end = yearEnd(line, at)
    if (end) return end
    if (isHyphen(textAt(line, at + 1)) && line.pieces[at + 1].glued) return undefined
    if (line.pieces[at].capital && at > 0) return undefined
    const counted = countedAt(line, at)
    if (counted?.amount && !counted.amount.article) return withAmount(line, at, counted)
    const picked = relationBefore(line, at)
    if (!picked) return undefined
    const span = { from: picked.from, to: at + 1 }
    return many ? several(line, at, span, unit!, picked.relation) : one(line, at, span, unit!, picked.relation)
  },
}

/** 'year-end', "year's end", 'month end' */
function yearEnd(line: Line, at: number): Proposal | undefined {
  const { unit } = entryAt(line, at)!
  if (unit !== 'Y' && unit !== 'M' && unit !== 'Q') return undefined
  const join = textAt(line, at + 1)
  const to = join === "'s" || isHyphen(join) ? at + 3 : at + 2
  if (textAt(line, to - 1) !== 'end' || entryAt(line, at - 1)?.relation) return undefined
  return { from: at, to, meaning: { type: 'DATE', unit, relation: 'this' }, mod: 'END' }
}

/** 'the past two years', 'the next few days', 'the first nine months' */
function withAmount(line: Line, at: number, { amount, unit, hyphen }: CountedUnit): Proposal | undefined {
  if (hyphen) return undefined
  const picked = relationBefore(line, amount!.from)
  if (!picked) return undefined
  const reach = REACH[picked.relation]
  if (!reach) return undefined
  const meaning: Meaning = { type: 'DURATION', value: lengthOf(amount!.value, unit), reach }
  const so = textAt(line, at + 1) === 'or' && textAt(line, at + 2) === 'so'
  return { from: picked.from, to: so ? at + 3 : at + 1, meaning, ...(so ? { mod: 'APPROX' as const } : {}) }
}

const REACH: Partial<Record<Relation, 'back' | 'on'>> = {
  last: 'back',
  latest: 'back',
  recent: 'back',
  next: 'on',
}

interface Reach {
  from: number
  to: number
}

/** 'recent years', 'coming weeks', 'the past months' */
function several(line: Line, at: number, span: Reach, unit: Unit, relation: Relation): Proposal | undefined {
  if (relation === 'each') return undefined
  if (relation === 'recent') return { ...span, meaning: { type: 'DATE', value: 'PAST_REF' } }
  const reach = REACH[relation]
  if (textAt(line, at - 1) === 'future') return { ...span, meaning: { type: 'DATE', value: 'FUTURE_REF' } }
  if (!reach && relation !== 'following' && relation !== 'previous') return undefined
  return { ...span, meaning: { type: 'DURATION', value: lengthOf(Number.NaN, unit), ...(reach ? { reach } : {}) } }
}

function one(line: Line, at: number, span: Reach, unit: Unit, relation: Relation): Proposal | undefined {
  const before = textAt(line, at - 1)
  if (relation === 'more' || relation === 'each' || relation === 'count' || relation === 'end') return undefined
  if (unit === 'H' || unit === 'MI' || unit === 'S') return shortUnit(before, span, unit)
  if (before === 'past') return { ...span, meaning: { type: 'DURATION', value: lengthOf(1, unit), reach: 'back' } }
  if (relation === 'recent') return undefined
  if (relation === 'next' && textAt(line, span.from) === 'the') return theNext(line, span, unit)
  if (relation === 'the') return theUnit(line, at, span, unit)
  if (
    relation === 'last' &&
    textAt(line, span.from) !== 'last' &&
    textAt(line, at - 1) === 'last' &&
    textAt(line, at + 1) === 'of'
  )
    return undefined
  const fiscal = before === 'fiscal' || before === 'financial'
  return { ...span, meaning: { type: 'DATE', unit, relation, ...(fiscal ? { fiscal } : {}) } }
}

/** 'over the next year' is a length; 'the next day' follows the day told before. */
function theNext(line: Line, span: Reach, unit: Unit): Proposal {
  if (unit === 'D' || !line.lexicon.words['over-past'].has(textAt(line, span.from - 1)))
    return { ...span, meaning: { type: 'DATE', unit, relation: 'following' } }
  return { ...span, meaning: { type: 'DURATION', value: lengthOf(1, unit), reach: 'on' } }
}

function shortUnit(before: string, span: Reach, unit: Unit): Proposal | undefined {
  if (unit !== 'H') return undefined
  if (before === 'past' || before === 'last')
    return { ...span, meaning: { type: 'DURATION', value: 'PT1H', reach: 'back' } }
  return before === 'next' ? { ...span, meaning: { type: 'DURATION', value: 'PT1H', reach: 'on' } } : undefined
}

/** 'the year ended Sept. 30' is a length; 'the week of March 6', 'for the year', 'the quarter', 'the weekend' are dates. */
function theUnit(line: Line, at: number, span: Reach, unit: Unit): Proposal | undefined {
  const after = textAt(line, at + 1)
  if (after === 'ended' || after === 'ending' || (after === 'to' && unit === 'Y')) {
    if (unit === 'Y') return { ...span, meaning: { type: 'DURATION', value: 'P1Y' } }
  }
  if (unit === 'D') return theDay(line, at, span)
  if (unit === 'M' && !line.lexicon.words['the-month'].has(textAt(line, span.from - 1))) return undefined
  if (unit === 'DE' || unit === 'CE' || unit === 'ML' || unit === 'FN') {
    return line.lexicon.words['the-month'].has(textAt(line, span.from - 1))
      ? { ...span, meaning: { type: 'DATE', unit, relation: 'the' } }
      : undefined
  }
  if (after === 'when' || after === 'that' || (unit === 'W' && after === 'before')) return undefined
  return { ...span, meaning: { type: 'DATE', unit, relation: 'the' } }
}

/** 'later in the day'; 'the day after' and 'the day before' point from the time told before. */
function theDay(line: Line, at: number, span: Reach): Proposal | undefined {
  const before = textAt(line, span.from - 1)
  const after = textAt(line, at + 1)
  if (before !== 'in' && (after === 'before' || after === 'after')) {
    const alone = /^[.,;:)]?$/.test(textAt(line, at + 2))
    const count = after === 'before' ? -1 : 1
    return {
      from: span.from,
      to: alone ? at + 2 : at + 1,
      meaning: { type: 'DATE', shift: { unit: 'D', count, from: 'text' } },
    }
  }
  if (line.lexicon.words['on-day'].has(before) && /^([.,;:)]?|and|but|at|in)$/.test(after))
    return { ...span, meaning: { type: 'DATE', unit: 'D', relation: 'the' } }
  // 'to end the day at 510'
  if (line.lexicon.words['day-verbs'].has(before))
    return { ...span, meaning: { type: 'DATE', unit: 'D', relation: 'the' } }
  const inDay = before === 'in' && line.lexicon.words['in-day'].has(textAt(line, span.from - 2))
  return inDay || before === 'during' ? { ...span, meaning: { type: 'DATE', unit: 'D', relation: 'the' } } : undefined
}
