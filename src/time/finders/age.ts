import { modifiesNoun } from '../around.ts'
import { lengthOf } from '../length.ts'
import type { Unit } from '../lexicon.ts'
import { isHyphen, type Line, textAt } from '../pieces.ts'
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
    const meaning = { type: 'DURATION' as const, value: lengthOf(value, counted.unit) }
    if (!isOfPerson(line, joined + 1, counted.unit)) return { from, to: joined + 1, meaning }
    return { from, to: joined + 1, meaning: { ...meaning, age: true } }
  },
}

/** Years are mostly a person's or an institution's; of what is counted in less, only children's ages are. */
function isOfPerson(line: Line, i: number, unit: Unit): boolean {
  return unit === 'Y' || line.lexicon.words.children.has(textAt(line, i)) || !modifiesNoun(line, i)
}
