import { relationBefore } from '../around.ts'
import type { Meaning } from '../meaning.ts'
import { dayAt, yearAt } from '../numbers.ts'
import { entryAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Most weekdays of one name that a month can have. */
const MOST = 5
const LAST = -1
/** Letters of a month's name that may be cut short with a point. */
const SHORT = 4

/** A weekday counted within its month: 'the first Tuesday of November', 'the last Sunday in March 2025', 'second Friday of this month'. */
export const nthWeekday: Finder = {
  name: 'nth-weekday',
  triggers: ['weekday'],
  find(line, at) {
    const { weekday, many } = entryAt(line, at)!
    const link = textAt(line, at + 1)
    if (many || !line.pieces[at].capital || (link !== 'of' && link !== 'in')) return undefined
    const count = countBefore(line, at)
    const month = count && monthAfter(line, at + 2)
    if (!month) return undefined
    const from = textAt(line, count.from - 1) === 'the' ? count.from - 1 : count.from
    return { from, to: month.to, meaning: { type: 'DATE', weekday, nth: count.nth, ...month.meaning } }
  },
}

function countBefore(line: Line, at: number): { nth: number; from: number } | undefined {
  if (textAt(line, at - 1) === 'last') return { nth: LAST, from: at - 1 }
  for (const from of [at - 1, at - 2]) {
    const day = from >= 0 ? dayAt(line, from) : undefined
    if (day && day.to === at && day.day <= MOST) return { nth: day.day, from }
  }
  return undefined
}

/** 'November', 'March 2025', 'next month', 'the month' */
function monthAfter(line: Line, i: number): { meaning: Partial<Meaning>; to: number } | undefined {
  const month = line.pieces[i]?.capital ? entryAt(line, i)?.month : undefined
  if (month !== undefined) {
    const dotted = textAt(line, i).length <= SHORT && textAt(line, i + 1) === '.' && i + 2 < line.pieces.length
    const to = dotted ? i + 2 : i + 1
    const year = yearAt(line, textAt(line, to) === ',' ? to + 1 : to)
    return year ? { meaning: { month, year: year.year }, to: year.to } : { meaning: { month }, to }
  }
  const unit = [i, i + 1].find((k) => entryAt(line, k)?.unit === 'M' && entryAt(line, k)?.many !== true)
  const picked = unit === undefined ? undefined : relationBefore(line, unit)
  return picked && picked.from === i ? { meaning: { unit: 'M', relation: picked.relation }, to: unit! + 1 } : undefined
}
