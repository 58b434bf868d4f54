import { lengthOf } from '../length.ts'
import type { ProposedTime } from '../meaning.ts'
import { amountBefore } from '../numbers.ts'
import { entryAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** What comes round again: 'every day', 'each year', 'every two weeks', 'every morning', 'three times a week', 'per month'. */
export const every: Finder = {
  name: 'every',
  triggers: ['unit', 'season', 'part', 'weekday', 'month'],
  find(line, at) {
    const entry = entryAt(line, at)!
    const before = textAt(line, at - 1)
    if (before === 'each' || before === 'every') return afterEvery(line, at)
    if (entry.unit && before === 'per') return set(at - 1, at + 1, lengthOf(1, entry.unit))
    if (entry.unit && before === 'other' && textAt(line, at - 2) === 'every')
      return set(at - 2, at + 1, lengthOf(2, entry.unit))
    if (entry.unit && entry.many) return afterEveryNumber(line, at)
    if (entry.unit && (before === 'a' || before === 'an') && isRate(line, at))
      return set(at - 1, at + 1, lengthOf(1, entry.unit))
    return undefined
  },
}

const set = (from: number, to: number, value: string): Omit<ProposedTime, 'rule'> => ({
  from,
  to,
  meaning: { type: 'SET', value },
})

function afterEvery(line: Line, at: number) {
  const { unit, season, part, month, many } = entryAt(line, at)!
  if (unit && !many && textAt(line, at) !== 'second') return set(at - 1, at + 1, lengthOf(1, unit))
  if (season) return set(at - 1, at + 1, `XXXX-${season}`)
  if (part && !part.includes(':')) return set(at - 1, at + 1, `XXXX-XX-XXT${part}`)
  return month && line.pieces[at].capital ? set(at - 1, at + 1, `XXXX-${`${month}`.padStart(2, '0')}`) : undefined
}

/** 'every two years', 'every few months' */
function afterEveryNumber(line: Line, at: number) {
  const amount = amountBefore(line, at)
  if (!amount || textAt(line, amount.from - 1) !== 'every') return undefined
  return set(amount.from - 1, at + 1, lengthOf(amount.value, entryAt(line, at)!.unit!))
}

/** '$1 billion a year', 'four flights a week': an amount of something stands right before. */
function isRate(line: Line, at: number): boolean {
  const { pieces, language } = line
  const i = at - 2
  if (i < 0) return false
  if (line.lexicon.words.rates.has(pieces[i].text)) return true
  const first = entryAt(line, i)?.number ?? (pieces[i].digits >= 0 ? true : undefined)
  if (first) return true
  if (language.xpos[pieces[i].word] !== 'NNS') return false
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    if (pieces[j].digits >= 0 || entryAt(line, j)?.number || /^\d/.test(pieces[j].text)) return true
  }
  return false
}
