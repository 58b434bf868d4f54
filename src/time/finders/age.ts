import { lengthOf } from '../length.ts'
import { isHyphen, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'
import { countedAt } from './unit.ts'

/** Ages: 'an 8-month-old truce', 'a six-year-old', '52 years old'. */
export const age: Finder = {
  name: 'age',
  triggers: ['unit'],
  find(line, at) {
    const counted = countedAt(line, at)
    if (!counted?.amount || counted.amount.article) return undefined
    const joined = isHyphen(textAt(line, at + 1)) ? at + 2 : at + 1
    const old = textAt(line, joined)
    if (old !== 'old' && old !== 'olds') return undefined
    const { from, value } = counted.amount
    return { from, to: joined + 1, meaning: { type: 'DURATION', value: lengthOf(value, counted.unit) } }
  },
}
