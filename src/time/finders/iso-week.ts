import { four, two } from '../calendar.ts'
import { isOrdinalEnd } from '../numbers.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Weeks by their number (ISO 8601): '2024-W38', 'week 38 of 2024', 'calendar week 38, 2024', 'the 38th week of 2024'. */
export const isoWeek: Finder = {
  name: 'iso-week',
  triggers: ['year'],
  find(line, at) {
    const year = digitsAt(line, at)
    if (year < 1900 || year > 2199) return undefined
    return written(line, at, year) ?? counted(line, at, year)
  },
}

/** '2024-W38' */
function written(line: Line, at: number, year: number) {
  const text = textAt(line, at + 2)
  if (!isHyphen(textAt(line, at + 1)) || text.length !== 3 || text[0] !== 'w' || !line.pieces[at + 1].glued)
    return undefined
  const week = Number(text.slice(1))
  return isWeek(week) ? { from: at, to: at + 3, meaning: meaningOf(year, week) } : undefined
}

function counted(line: Line, at: number, year: number) {
  const join = textAt(line, at - 1)
  const end = join === 'of' || join === ',' ? at - 1 : at
  const week = digitsAt(line, end - 1)
  if (textAt(line, end - 2) === 'week' && isWeek(week)) {
    const from = textAt(line, end - 3) === 'calendar' ? end - 3 : end - 2
    return { from, to: at + 1, meaning: meaningOf(year, week) }
  }
  const ordinal = textAt(line, end - 1) === 'week' ? ordinalBefore(line, end - 1) : undefined
  if (!ordinal || !isWeek(ordinal.week) || join !== 'of') return undefined
  const the = textAt(line, ordinal.from - 1) === 'the'
  return { from: the ? ordinal.from - 1 : ordinal.from, to: at + 1, meaning: meaningOf(year, ordinal.week) }
}

/** '38th', 'first' */
function ordinalBefore(line: Line, end: number): { from: number; week: number } | undefined {
  if (isOrdinalEnd(line, end - 1)) return { from: end - 2, week: digitsAt(line, end - 2) }
  const joined = /^(\d+)(st|nd|rd|th)$/.exec(textAt(line, end - 1))
  if (joined) return { from: end - 1, week: Number(joined[1]) }
  const number = entryAt(line, end - 1)?.number
  return number?.kind === 'ordinal' ? { from: end - 1, week: number.value } : undefined
}

const isWeek = (week: number): boolean => week >= 1 && week <= 53

const meaningOf = (year: number, week: number) => ({ type: 'DATE' as const, value: `${four(year)}-W${two(week)}` })
