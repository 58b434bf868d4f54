import { modifiesNoun } from '../around.ts'
import { entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** 'the daily said' */
const isPaper = ({ pieces, language }: Line, at: number): boolean =>
  language.xpos[pieces[at].word] === 'NN' &&
  pieces[at + 1] !== undefined &&
  language.upos[pieces[at + 1].word] === 'VERB'

/** 'daily', 'weekly', 'annually'; not the papers ('the Daily Courier'). */
export const frequency: Finder = {
  name: 'frequency',
  triggers: ['frequency'],
  find(line, at) {
    const next = line.pieces[at + 1]
    if (line.pieces[at].capital && (at > 0 || next?.capital)) return undefined
    if (line.lexicon.words.kinds.has(textAt(line, at)) && modifiesNoun(line, at + 1)) return undefined
    if (isHyphen(textAt(line, at - 1)) || isPaper(line, at)) return undefined
    return { from: at, to: at + 1, meaning: { type: 'SET', value: entryAt(line, at)!.frequency! } }
  },
}
