import { entryAt, isHyphen, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** 'daily', 'weekly', 'annually'; not the papers ('the Daily Courier'). */
export const frequency: Finder = {
  name: 'frequency',
  triggers: ['frequency'],
  find(line, at) {
    const next = line.pieces[at + 1]
    if (line.pieces[at].capital && (at > 0 || next?.capital)) return undefined
    if (isHyphen(textAt(line, at - 1))) return undefined
    return { from: at, to: at + 1, meaning: { type: 'SET', value: entryAt(line, at)!.frequency! } }
  },
}
