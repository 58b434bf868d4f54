import type { ProposedTime } from '../meaning.ts'
import { type Line, textAt } from '../pieces.ts'

/** Takes in '[1994] or later', '[1990] and beyond', '[2008] onwards'. */
export function extendAfter(line: Line, found: ProposedTime): ProposedTime {
  const { meaning, to } = found
  if (meaning.type !== 'DATE' || meaning.year === undefined) return found
  const first = textAt(line, to)
  const second = textAt(line, to + 1)
  const pair =
    (first === 'or' && (second === 'later' || second === 'after')) || (first === 'and' && second === 'beyond')
  if (pair) return { ...found, to: to + 2, mod: 'ON_OR_AFTER' }
  if (first === 'or' && (second === 'earlier' || second === 'before'))
    return { ...found, to: to + 2, mod: 'ON_OR_BEFORE' }
  return first === 'onwards' || first === 'onward' ? { ...found, to: to + 1, mod: 'ON_OR_AFTER' } : found
}
