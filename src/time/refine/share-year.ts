import type { ProposedTime } from '../meaning.ts'
import { type Line, textAt } from '../pieces.ts'

/** 'March 2-7, 2006', 'Dec. 30, to Jan. 4, 2007', 'June to August 2015': the year after the second is the first one's too, or one more. */
export function shareYear(line: Line, found: ProposedTime, next: ProposedTime | undefined): ProposedTime {
  const { meaning, to } = found
  if (!next || next.from !== to + 1 || !line.lexicon.words['year-ranges'].has(textAt(line, to))) return found
  const { year, month, day } = next.meaning
  if (year === undefined || month === undefined || (day === undefined) !== (meaning.day === undefined)) return found
  if (meaning.month === undefined || meaning.year !== undefined || meaning.yearShift !== undefined) return found
  return { ...found, meaning: { ...meaning, year: meaning.month <= month ? year : year - 1 } }
}
