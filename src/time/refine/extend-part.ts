import type { ProposedTime } from '../meaning.ts'
import { entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import { isDay } from './joiner.ts'

/** 'Friday [morning]', 'yesterday [afternoon]', 'Tuesday [nights]', 'Oct. 1 [at dawn]' */
export function extendPart(line: Line, found: ProposedTime): ProposedTime {
  const { meaning, to } = found
  const isSet = meaning.type === 'SET' && meaning.value?.startsWith('XXXX-WXX-')
  if (!isSet && !isDay(found)) return found
  const at = isHyphen(textAt(line, to)) && line.pieces[to].glued ? to + 1 : to
  const entry = entryAt(line, at)
  if (!entry?.part || entry.part.includes(':')) return found
  if (isSet) return { ...found, to: at + 1, meaning: { type: 'SET', value: `${meaning.value}T${entry.part}` } }
  if (entry.many) {
    if (meaning.weekday === undefined) return found
    return { ...found, to: at + 1, meaning: { type: 'SET', value: `XXXX-WXX-${meaning.weekday}T${entry.part}` } }
  }
  return { ...found, to: at + 1, meaning: { ...meaning, type: 'TIME', part: entry.part } }
}
