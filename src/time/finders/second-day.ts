import { daysInMonth } from '../calendar.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** The last day of a range: 'April 17-[18]', 'Oct. 5 to [7]'. It lies in the month of the first. */
export const secondDay: Finder = {
  name: 'second-day',
  triggers: ['digits'],
  find(line, at) {
    const first = at - 3
    if (first < 0 || !line.lexicon.words['day-ranges'].has(textAt(line, at - 1))) return undefined
    const month = entryAt(line, first)?.month
    const [from, day] = [digitsAt(line, first + 1), digitsAt(line, at)]
    if (month === undefined || !line.pieces[first].capital || from < 1 || day <= from) return undefined
    return day <= daysInMonth(2000, month) && isAlone(line, at)
      ? { from: at, to: at + 1, meaning: { type: 'DATE', month, day } }
      : undefined
  },
}

/** The first day of a range: '[5]-7 October', '[28] and 29 May 2023'. It lies in the month of the last. */
export const firstDay: Finder = {
  name: 'first-day',
  triggers: ['digits'],
  find(line, at) {
    if (!line.lexicon.words['day-ranges'].has(textAt(line, at + 1)) || textAt(line, at).length > 2) return undefined
    const [day, last] = [digitsAt(line, at), digitsAt(line, at + 2)]
    const month = entryAt(line, at + 3)?.month
    if (
      month === undefined ||
      !line.pieces[at + 3].capital ||
      day < 1 ||
      last <= day ||
      last > daysInMonth(2000, month)
    )
      return undefined
    return { from: at, to: at + 1, meaning: { type: 'DATE', month, day } }
  },
}

/** 'June 5 to 10 percent', 'May 3 and 20 others' count something. */
function isAlone(line: Line, at: number): boolean {
  const next = line.pieces[at + 1]
  const upos = next && line.language.upos[next.word]
  if (isHyphen(textAt(line, at - 1))) return upos !== 'SYM'
  return upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'SYM'
}
