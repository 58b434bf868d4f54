import { modifiesNoun, relationBefore } from '../around.ts'
import { lengthOf } from '../length.ts'
import { amountBefore, yearAt } from '../numbers.ts'
import { entryAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Seasons: 'last fall', 'this summer', 'the winter of 1994', 'summer 2019', 'the past three summers'. */
export const season: Finder = {
  name: 'season',
  triggers: ['season'],
  find(line, at) {
    const { season: code, many } = entryAt(line, at)!
    if (many) return severalSeasons(line, at, code!)
    const picked = relationBefore(line, at)
    const named = { type: 'DATE' as const, season: code! }
    if (picked && picked.relation !== 'the') {
      if (picked.relation === 'each' || picked.relation === 'more') return undefined
      return { from: picked.from, to: at + 1, meaning: { ...named, relation: picked.relation } }
    }
    if (yearFollows(line, at)) return { from: picked?.from ?? at, to: at + 1, meaning: named }
    if (!isSeason(line, at, picked !== undefined)) return undefined
    return { from: picked?.from ?? at, to: at + 1, meaning: named }
  },
}

const yearFollows = (line: Line, at: number): boolean => {
  const i = textAt(line, at + 1) === 'of' || textAt(line, at + 1) === ',' ? at + 2 : at + 1
  return yearAt(line, i) !== undefined || /^'\d\d$/.test(textAt(line, i))
}

/** 'in the summer', 'late spring', 'by autumn'; not 'the fall of the government', 'a spring in the desert'. */
function isSeason(line: Line, at: number, the: boolean): boolean {
  if (line.pieces[at].capital && at > 0 && line.pieces[at - 1]?.capital) return false
  if (line.lexicon.words['season-parts'].has(textAt(line, at - 1))) return true
  const before = textAt(line, the ? at - 2 : at - 1)
  if (textAt(line, at + 1) === 'of' || !line.lexicon.words['before-season'].has(before)) return false
  const word = textAt(line, at)
  if (word !== 'fall' && word !== 'spring') return true
  if (before === 'in' && !the && word === 'spring') return !modifiesNoun(line, at + 1)
  return the ? before === 'in' || before === 'during' || before === 'since' : before === 'by' || before === 'until'
}

/** 'the past three summers' */
function severalSeasons(line: Line, at: number, code: string) {
  const amount = amountBefore(line, at)
  const picked = relationBefore(line, amount?.from ?? at)
  if (!picked || picked.relation === 'the') return undefined
  if (code === 'FA' && textAt(line, at) === 'falls') return undefined
  return amount
    ? { from: picked.from, to: at + 1, meaning: { type: 'SET' as const, value: `XXXX-${code}` } }
    : { from: picked.from, to: at + 1, meaning: { type: 'DURATION' as const, value: lengthOf(Number.NaN, 'Y') } }
}
