import { relationBefore } from '../around.ts'
import type { Meaning } from '../meaning.ts'
import { entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Parts of the day on their own: 'this morning', 'last night', 'overnight', 'in the evening', 'noon', 'the night before'. */
export const partOfDay: Finder = {
  name: 'part-of-day',
  triggers: ['part'],
  find(line, at) {
    const { part, many } = entryAt(line, at)!
    if (many) return undefined
    const text = textAt(line, at)
    if (part!.includes(':')) return clock(line, at, part!)
    if (text === 'overnight')
      return { from: at, to: at + 1, meaning: { type: 'TIME', part, unit: 'D', relation: 'last' } }
    const mid = isHyphen(textAt(line, at - 1)) ? at - 2 : at - 1
    if (textAt(line, mid) === 'mid') {
      return { from: mid, to: at + 1, meaning: { type: 'TIME', part, unit: 'D', relation: 'the' }, mod: 'MID' }
    }
    if (isHyphen(textAt(line, at - 1))) return undefined
    const picked = relationBefore(line, at)
    if (!picked) return textAt(line, at + 1) === 'of' ? { from: at, to: at + 1, meaning: THE(part!) } : undefined
    return picked.relation === 'the' ? the(line, at, picked.from, part!) : related(line, at, picked, part!)
  },
}

const THE = (part: string): Meaning => ({ type: 'TIME', part, unit: 'D', relation: 'the' })

function clock(line: Line, at: number, value: string) {
  const before = textAt(line, at - 1)
  if (before === 'high' || isHyphen(textAt(line, at + 1))) return undefined
  const from = before === '12' ? at - 1 : at
  return { from, to: at + 1, meaning: { type: 'TIME' as const, clock: value } }
}

const TODAY = new Set(['this', 'last', 'next', 'same', 'previous', 'following', 'that'])

function related(line: Line, at: number, picked: { from: number; relation: Meaning['relation'] }, part: string) {
  const { from, relation } = picked
  if (!relation || !TODAY.has(relation)) return undefined
  // 'this week', 'this night' name the day of publication; 'the next morning' the day after the one told of before
  const text = textAt(line, from) === 'the' && relation === 'next' ? 'following' : relation
  return { from, to: at + 1, meaning: { type: 'TIME' as const, part, unit: 'D' as const, relation: text } }
}

/** 'in the morning', 'the night before', 'the evening of July 4' (joined with the day by a refiner) */
function the(line: Line, at: number, from: number, part: string) {
  const after = textAt(line, at + 1)
  if (after === 'before' || after === 'after') {
    const shift = { unit: 'D' as const, count: after === 'before' ? -1 : 1, from: 'text' as const }
    const alone = /^[.,;:)]?$/.test(textAt(line, at + 2))
    return { from, to: alone ? at + 2 : at + 1, meaning: { type: 'TIME' as const, part, shift } }
  }
  if (after !== 'of' && !line.lexicon.words['before-part'].has(textAt(line, from - 1))) return undefined
  return { from, to: at + 1, meaning: { type: 'TIME' as const, part, unit: 'D' as const, relation: 'the' as const } }
}

/** 'the early hours of [Sunday]', 'the small hours' */
export const earlyHours: Finder = {
  name: 'early-hours',
  triggers: ['unit'],
  find(line, at) {
    const before = textAt(line, at - 1)
    const part = textAt(line, at) === 'hours' ? entryAt(line, at - 1)?.part : undefined
    if (part && !part.includes(':')) return partHours(line, at, part)
    if (textAt(line, at) !== 'hours' || (before !== 'early' && before !== 'small' && before !== 'late'))
      return undefined
    const from = textAt(line, at - 2) === 'the' ? at - 2 : at - 1
    const late = before === 'late'
    const meaning: Meaning = { type: 'TIME', part: late ? 'NI' : 'MO', unit: 'D', relation: 'the' }
    return { from, to: at + 1, meaning, mod: late ? 'END' : 'START' }
  },
}

/** 'the early morning hours [of Saturday]', 'the overnight hours' */
function partHours(line: Line, at: number, part: string) {
  const hyphen = isHyphen(textAt(line, at - 2)) ? 1 : 0
  const side = textAt(line, at - 2 - hyphen)
  const early = side === 'early' || (hyphen === 1 && side === 'pre')
  const late = side === 'late'
  const first = early || late ? at - 2 - hyphen : at - 1
  const from = textAt(line, first - 1) === 'the' ? first - 1 : first
  return {
    from,
    to: at + 1,
    meaning: THE(part),
    ...(early ? { mod: 'START' as const } : late ? { mod: 'END' as const } : {}),
  }
}
