import type { Meaning } from '../meaning.ts'
import { amountBefore } from '../numbers.ts'
import { entryAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** A weekday some weeks on or back: 'a week from Monday', 'two weeks ago Tuesday', 'Monday week', 'the Friday before last'. */
export const weeksFrom: Finder = {
  name: 'weeks-from',
  triggers: ['weekday'],
  find(line, at) {
    const { weekday, many } = entryAt(line, at)!
    if (many || !line.pieces[at].capital) return undefined
    const meaning = (relation: 'next' | 'last', weeksOn: number): Meaning => ({
      type: 'DATE',
      weekday,
      relation,
      weeksOn,
    })
    const link = textAt(line, at - 1)
    const weeks = link === 'from' || link === 'ago' ? weeksBefore(line, at - 1) : undefined
    if (weeks) {
      const found = link === 'from' ? meaning('next', weeks.count) : meaning('last', -weeks.count)
      return { from: weeks.from, to: at + 1, meaning: found }
    }
    const the = textAt(line, at - 1) === 'the' ? at - 1 : at
    if (textAt(line, at + 1) === 'before' && textAt(line, at + 2) === 'last')
      return { from: the, to: at + 3, meaning: meaning('last', -1) }
    const isWeek = textAt(line, at + 1) === 'week' && entryAt(line, at - 1)?.relation === undefined
    return isWeek && endsPhrase(line, at + 2) ? { from: at, to: at + 2, meaning: meaning('next', 1) } : undefined
  },
}

/** 'a week', 'two weeks' before piece `end` */
function weeksBefore(line: Line, end: number): { count: number; from: number } | undefined {
  if (entryAt(line, end - 1)?.unit !== 'W') return undefined
  const amount = amountBefore(line, end - 1)
  return amount && amount.value >= 1 && amount.value <= 52 ? { count: amount.value, from: amount.from } : undefined
}

/** 'on Friday week.'; not 'the Friday week ahead' nor 'Friday week-long'. */
const endsPhrase = ({ pieces, language }: Line, i: number): boolean =>
  pieces[i] === undefined || !['NOUN', 'ADJ', 'PROPN', 'NUM'].includes(language.upos[pieces[i].word])
