import { dayAt } from '../numbers.ts'
import { entryAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

const PICKED = new Set(['this', 'last', 'next', 'previous', 'following', 'that'])

/** Days of a month that is picked: 'the 5th of this month', 'the 28th of last month'. */
export const dayOfMonth: Finder = {
  name: 'day-of-month',
  triggers: ['unit'],
  find(line, at) {
    const { unit, many } = entryAt(line, at)!
    const relation = entryAt(line, at - 1)?.relation
    if (unit !== 'M' || many || !relation || !PICKED.has(relation)) return undefined
    const of = textAt(line, at - 2) === 'the' ? at - 3 : at - 2
    const day = textAt(line, of) === 'of' ? dayBefore(line, of) : undefined
    return day && { from: day.from, to: at + 1, meaning: { type: 'DATE', unit, relation, day: day.day } }
  },
}

function dayBefore(line: Line, end: number): { from: number; day: number } | undefined {
  for (const from of [end - 1, end - 2]) {
    const day = from > 0 ? dayAt(line, from) : undefined
    if (day?.to === end && textAt(line, from - 1) === 'the') return { from: from - 1, day: day.day }
  }
  return undefined
}
