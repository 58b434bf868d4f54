import { daysInMonth } from '../calendar.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** The last day of a range: 'April 17-[18]', 'Oct. 5 to [7]'. It lies in the month of the first. */
export const secondDay: Finder = {
  name: 'second-day',
  triggers: ['digits'],
  find(line, at) {
    const first = at - 3
    if (first < 0 || !RANGES.has(textAt(line, at - 1))) return undefined
    const month = entryAt(line, first)?.month
    const [from, day] = [digitsAt(line, first + 1), digitsAt(line, at)]
    if (month === undefined || !line.pieces[first].capital || from < 1 || day <= from) return undefined
    return day <= daysInMonth(2000, month) && isAlone(line, at)
      ? { from: at, to: at + 1, meaning: { type: 'DATE', month, day } }
      : undefined
  },
}

const RANGES = new Set(['-', '–', '—', 'to', 'and'])

/** 'June 5 to 10 percent', 'May 3 and 20 others' count something. */
function isAlone(line: Line, at: number): boolean {
  const next = line.pieces[at + 1]
  const upos = next && line.language.upos[next.word]
  if (isHyphen(textAt(line, at - 1))) return upos !== 'SYM'
  return upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'SYM'
}
