import { entryAt, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** 'today', 'yesterday', 'tomorrow', 'tonight', 'the day before yesterday', 'the day after tomorrow'. */
export const deictic: Finder = {
  name: 'deictic',
  triggers: ['deictic'],
  find(line, at) {
    const { unit, count, part } = entryAt(line, at)!.deictic!
    const side = textAt(line, at - 1)
    const further = (side === 'before' && count < 0) || (side === 'after' && count > 0)
    const day = further && textAt(line, at - 2) === 'day'
    const from = day ? (textAt(line, at - 3) === 'the' ? at - 3 : at - 2) : at
    const shift = { unit, count: day ? count + Math.sign(count) : count, from: 'speech' as const }
    return { from, to: at + 1, meaning: part ? { type: 'TIME', shift, part } : { type: 'DATE', shift } }
  },
}
