import { relationBefore } from '../around.ts'
import type { Relation } from '../lexicon.ts'
import type { Meaning, ProposedTime } from '../meaning.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Quarters: 'the third quarter', 'third-quarter', 'fiscal second-quarter', 'the year-ago quarter', 'the 1988 quarter'. */
export const quarter: Finder = {
  name: 'quarter',
  triggers: ['unit'],
  find(line, at) {
    if (entryAt(line, at)!.unit !== 'Q') return undefined
    const end = isHyphen(textAt(line, at - 1)) ? at - 1 : at
    const last = /^(last|final)$/.test(textAt(line, end - 1)) && textAt(line, at + 1) === 'of'
    const number = last ? FOURTH : entryAt(line, end - 1)?.number
    if (number?.kind === 'ordinal' && number.value <= 4) return numbered(line, at, end, number.value)
    return yearAgo(line, at) ?? ofYear(line, at) ?? twoQuarters(line, at)
  },
}

/** 'the first two quarters' */
function twoQuarters(line: Line, at: number): Omit<ProposedTime, 'rule'> | undefined {
  const which = textAt(line, at - 2)
  if (textAt(line, at - 1) !== 'two' || (which !== 'first' && which !== 'last')) return undefined
  const from = textAt(line, at - 3) === 'the' ? at - 3 : at - 2
  return { from, to: at + 1, meaning: { type: 'DATE', half: which === 'first' ? 1 : 2 } }
}

/** 'Q3', '3Q', 'Q3 2024' */
export const shortQuarter: Finder = {
  name: 'short-quarter',
  triggers: ['quarter'],
  find(line, at) {
    const text = textAt(line, at)
    const number = Number(text[1])
    const meaning: Meaning = { type: 'DATE', ...(text[0] === 'q' ? { quarter: number } : { half: number }) }
    return line.pieces[at].capital ? { from: at, to: at + 1, meaning } : undefined
  },
}

/** 'the latest period', 'the year-earlier period', 'the 1988 period': the quarter that was told of before. */
export const period: Finder = {
  name: 'period',
  triggers: ['period'],
  find(line, at) {
    const text = textAt(line, at)
    if (text === 'half') return half(line, at)
    if (text !== 'period') return undefined
    const picked = relationBefore(line, at)
    if (picked?.relation === 'latest' && textAt(line, at - 1) === 'latest') {
      return { from: picked.from, to: at + 1, meaning: { type: 'DATE', unit: 'Q', relation: 'latest' } }
    }
    return yearAgo(line, at) ?? ofYear(line, at) ?? (picked && samePeriod(line, at, picked))
  },
}

/** 'the same period [last year]', 'the corresponding period [a year earlier]' */
function samePeriod(line: Line, at: number, { from, relation }: { from: number; relation: Relation }) {
  const next = textAt(line, at + 1) === 'of' || textAt(line, at + 1) === 'in' ? at + 2 : at + 1
  if (relation !== 'same' || !(/^(last|a)$/.test(textAt(line, next)) || digitsAt(line, next) >= 1900)) return undefined
  return { from, to: at + 1, meaning: { type: 'DATE' as const, unit: 'Q' as const, relation } }
}

const FOURTH = { kind: 'ordinal', value: 4 } as const
const SECOND = { kind: 'ordinal', value: 2 } as const

function numbered(line: Line, at: number, end: number, number: number): Omit<ProposedTime, 'rule'> | undefined {
  if (number === 1 && entryAt(line, at)?.many) return undefined
  let from = end - 1
  while (line.lexicon.words['before-quarter'].has(textAt(line, from - 1))) from--
  const meaning: Meaning = { type: 'DATE', quarter: number }
  const year = digitsAt(line, from - 1)
  if (year >= 1900 && year < 2200) {
    meaning.year = year
    from--
  }
  if (isHyphen(textAt(line, at + 1)) && line.pieces[at + 1].glued && textAt(line, at + 2) === 'final') return undefined
  const the = textAt(line, from - 1)
  if ((the === 'the' || the === 'this') && end === at) from--
  return { from, to: at + 1, meaning }
}

/** 'year-ago', 'year-earlier' before 'quarter' or 'period' */
function yearAgo(line: Line, at: number): Omit<ProposedTime, 'rule'> | undefined {
  const word = textAt(line, at - 1)
  if ((word !== 'ago' && word !== 'earlier') || !isHyphen(textAt(line, at - 2)) || textAt(line, at - 3) !== 'year')
    return undefined
  let from = at - 3
  if (textAt(line, from - 1) === 'comparable') from--
  if (textAt(line, from - 1) === 'the') from--
  return {
    from,
    to: at + 1,
    meaning: { type: 'DATE', unit: 'Q', shift: { unit: 'Y', count: -1, from: 'text' } },
  }
}

function ofYear(line: Line, at: number): Omit<ProposedTime, 'rule'> | undefined {
  const year = digitsAt(line, at - 1)
  if (year < 1900 || year > 2199) return undefined
  const from = textAt(line, at - 2) === 'the' ? at - 2 : at - 1
  return { from, to: at + 1, meaning: { type: 'DATE', year, unit: 'Q', relation: 'same' } }
}

/** 'the first half of [2024]': only before a year; halves of games are no times. */
function half(line: Line, at: number): Omit<ProposedTime, 'rule'> | undefined {
  const second = /^(last|latter|final)$/.test(textAt(line, at - 1))
  const number = second ? SECOND : entryAt(line, at - 1)?.number
  if (number?.kind !== 'ordinal' || number.value > 2 || textAt(line, at + 1) !== 'of') return undefined
  const next = textAt(line, at + 2)
  const year = digitsAt(line, at + 2) >= 1900 && next.length === 4
  const named = /^(this|last|next|the|fiscal)$/.test(next) && /^(year|fiscal|current)$/.test(textAt(line, at + 3))
  if (!year && !named) return undefined
  const from = textAt(line, at - 2) === 'the' ? at - 2 : at - 1
  return { from, to: at + 1, meaning: { type: 'DATE', half: number.value } }
}
