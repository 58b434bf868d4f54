import { daysInMonth } from '../calendar.ts'
import { digitsAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Dates in digits: '2024-10-03', '2024/10/03', '10/25/2024', '25.10.2024', '2024-10'. */
export const numericDate: Finder = {
  name: 'numeric-date',
  triggers: ['year', 'digits'],
  find(line, at) {
    const dotted = dottedDate(textAt(line, at))
    if (dotted) return { from: at, to: at + 1, meaning: { type: 'DATE', ...dotted } }
    return yearFirst(line, at) ?? yearLast(line, at)
  },
}

interface Ymd {
  year: number
  month: number
  day?: number
}

function yearFirst(line: Line, at: number) {
  const year = digitsAt(line, at)
  const month = joined(line, at + 1)
  if (year < 1000 || year > 2199 || month === undefined || textAt(line, at + 2).length !== 2) return undefined
  const day = joined(line, at + 3)
  if (day === undefined) {
    // '1967-70' is a range of years
    // '2008-09' is a season more often than a month
    if (month === (year % 100) + 1) return undefined
    const isMonth = month >= 1 && month <= 12 && isHyphen(textAt(line, at + 1)) && textAt(line, at + 2).startsWith('0')
    return isMonth ? { from: at, to: at + 3, meaning: { type: 'DATE', year, month } as const } : undefined
  }
  return fits({ year, month, day })
    ? { from: at, to: at + 5, meaning: { type: 'DATE', year, month, day } as const }
    : undefined
}

/** Month first, as in the United States, unless only the other order fits. */
function yearLast(line: Line, at: number) {
  const year = fullYear(line, at)
  if (year < 1900 || year > 2199) return undefined
  const second = joinedBefore(line, at)
  const first = second === undefined ? undefined : joinedBefore(line, at - 2)
  if (first === undefined || second === undefined) return undefined
  const american = { year, month: first, day: second }
  const other = { year, month: second, day: first }
  const date = fits(american) ? american : fits(other) ? other : undefined
  return date && { from: at - 4, to: at + 1, meaning: { type: 'DATE', ...date } as const }
}

/** '7/8/07': two digits do where both marks are slashes. */
function fullYear(line: Line, at: number): number {
  const year = digitsAt(line, at)
  if (textAt(line, at).length !== 2) return year
  if (textAt(line, at - 1) !== '/' || textAt(line, at - 3) !== '/' || textAt(line, at + 1) === '/') return -1
  return year >= 40 ? 1900 + year : 2000 + year
}

/** The number after a hyphen or slash at piece i, all of it without spaces. */
function joined(line: Line, i: number): number | undefined {
  const mark = textAt(line, i)
  if ((!isHyphen(mark) && mark !== '/') || !line.pieces[i].glued || !line.pieces[i + 1]?.glued) return undefined
  const digits = digitsAt(line, i + 1)
  return digits >= 0 && textAt(line, i + 1).length <= 2 ? digits : undefined
}

function joinedBefore(line: Line, i: number): number | undefined {
  const mark = textAt(line, i - 1)
  if ((!isHyphen(mark) && mark !== '/') || !line.pieces[i].glued || !line.pieces[i - 1].glued) return undefined
  const digits = digitsAt(line, i - 2)
  return digits >= 0 && textAt(line, i - 2).length <= 2 ? digits : undefined
}

/** '25.10.2024', the day first. */
function dottedDate(text: string): Ymd | undefined {
  if (text.length < 8 || text.length > 10 || !text.includes('.')) return undefined
  const parts = text.split('.')
  if (parts.length !== 3 || parts[2].length !== 4) return undefined
  const [day, month, year] = parts.map(Number)
  return fits({ year, month, day }) ? { year, month, day } : undefined
}

function fits({ year, month, day = 1 }: Ymd): boolean {
  return month >= 1 && month <= 12 && day >= 1 && year >= 1000 && year < 2200 && day <= daysInMonth(year, month)
}
