import type { Unit } from '../lexicon.ts'
import type { Meaning } from '../meaning.ts'
import { isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'
import { countedAt } from './unit.ts'

/** So far from now, or from the time told before: 'two weeks ago', 'a year earlier', 'three days later', 'year-ago'. */
export const distance: Finder = {
  name: 'distance',
  triggers: ['unit'],
  find(line, at) {
    const counted = countedAt(line, at)
    if (!counted) return undefined
    const { amount, unit, many, hyphen } = counted
    const after = afterUnit(line, at + 1)
    const sense = senseAt(line, after.to, unit)
    if (!sense) return undefined
    const joined = isHyphen(textAt(line, at + 1))
    if (!amount && !many && !joined) return undefined
    if (hyphen && !amount) return undefined
    const count = amount ? amount.value + after.more : joined && !many ? 1 : Number.NaN
    if (Number.isNaN(count) && sense.from === 'text') return undefined
    const meaning: Meaning = Number.isNaN(count)
      ? { type: 'DATE', value: sense.sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
      : { type: 'DATE', shift: { unit, count: sense.sign * count, from: sense.from } }
    const mod = after.so ? ({ mod: 'APPROX' } as const) : {}
    return { from: joined ? at : counted.from, to: sense.to, meaning, ...mod }
  },
}

/** 'a year [or so] ago', 'a year [and a half] ago', 'year[-]ago' */
function afterUnit(line: Line, i: number): { to: number; more: number; so: boolean } {
  const text = textAt(line, i)
  if (text === 'or' && textAt(line, i + 1) === 'so') return { to: i + 2, more: 0, so: true }
  const half = text === 'and' && textAt(line, i + 1) === 'a' && textAt(line, i + 2) === 'half'
  if (half) return { to: i + 3, more: 0.5, so: false }
  return { to: isHyphen(text) && line.pieces[i].glued ? i + 1 : i, more: 0, so: false }
}

interface Sense {
  sign: 1 | -1
  from: 'speech' | 'text'
  to: number
}

const SHORT = new Set<Unit>(['S', 'MI', 'H'])

function senseAt(line: Line, i: number, unit: Unit): Sense | undefined {
  switch (textAt(line, i)) {
    case 'ago':
      return { sign: -1, from: 'speech', to: i + 1 }
    case 'back':
      return ends(line, i + 1) ? { sign: -1, from: 'speech', to: i + 1 } : undefined
    case 'hence':
      return { sign: 1, from: 'speech', to: i + 1 }
    case 'from':
      return textAt(line, i + 1) === 'now' || textAt(line, i + 1) === 'today'
        ? { sign: 1, from: 'speech', to: i + 2 }
        : undefined
    case 'earlier':
      return SHORT.has(unit) ? undefined : { sign: -1, from: 'text', to: i + 1 }
    case 'before':
      return !SHORT.has(unit) && ends(line, i + 1) ? { sign: -1, from: 'text', to: i + 1 } : undefined
    case 'later':
      return SHORT.has(unit) ? undefined : { sign: 1, from: 'text', to: i + 1 }
    case 'after':
      return !SHORT.has(unit) && ends(line, i + 1) ? { sign: 1, from: 'text', to: i + 1 } : undefined
    default:
      return undefined
  }
}

const ENDS = new Set(['', '.', ',', ';', ':', ')', '?', '!', '”', '"', "''"])
const ends = (line: Line, i: number) => ENDS.has(textAt(line, i))
