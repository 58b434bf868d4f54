import { relationBefore } from '../around.ts'
import { daysInMonth, two } from '../calendar.ts'
import type { Meaning } from '../meaning.ts'
import { dayAt, isOrdinalEnd, yearAt } from '../numbers.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Months with what stands beside them: 'Oct. 1', '5th of May 2019', 'October 2024', 'last March', 'each July'. */
export const monthDate: Finder = {
  name: 'month-date',
  triggers: ['month'],
  find(line, at) {
    const month = entryAt(line, at)!.month!
    if (!line.pieces[at].capital) return undefined
    const joined = hyphened(line, at, month)
    if (joined) return joined
    const dotted = isShort(textAt(line, at)) && textAt(line, at + 1) === '.' && at + 2 < line.pieces.length
    const next = dotted ? at + 2 : at + 1
    const meaning: Meaning = { type: 'DATE', month }
    const span = dayAfter(line, next, meaning) ?? dayBefore(line, at, next, meaning) ?? { from: at, to: next }
    addYear(line, span, meaning)
    if (meaning.year === undefined) addYearBefore(line, span, meaning)
    if (!isDate(meaning)) return undefined
    if (meaning.day === undefined && meaning.year === undefined) {
      const picked = relationBefore(line, span.from)
      if (picked && picked.relation !== 'the' && picked.relation !== 'that') {
        span.from = picked.from
        meaning.relation = picked.relation
        if (picked.relation === 'each') return { ...span, meaning: { type: 'SET', value: `XXXX-${two(month)}` } }
      } else if (!standsAlone(line, at, span.to)) return undefined
    }
    return { ...span, meaning }
  },
}

/** '8-May-2006' */
function hyphened(line: Line, at: number, month: number) {
  const [day, year] = [digitsAt(line, at - 2), digitsAt(line, at + 2)]
  if (day < 1 || year < 1900 || year > 2199 || !isHyphen(textAt(line, at - 1)) || !isHyphen(textAt(line, at + 1)))
    return undefined
  return day <= daysInMonth(year, month)
    ? { from: at - 2, to: at + 3, meaning: { type: 'DATE' as const, year, month, day } }
    : undefined
}

/** 'Oct', where the words were cut before its point. */
const isShort = (text: string): boolean => text.length <= 4 && text !== 'may' && text !== 'june' && text !== 'july'

interface Reach {
  from: number
  to: number
}

/** 'October 1', 'March eighth'; not 'May 2019' nor 'Oct. 10:30'. */
function dayAfter(line: Line, next: number, meaning: Meaning): Reach | undefined {
  const after = textAt(line, next) === 'the' ? next + 1 : next
  const day = dayAt(line, after)
  if (!day || isCounting(line, day.to)) return undefined
  meaning.day = day.day
  return { from: next - (textAt(line, next - 1) === '.' ? 2 : 1), to: day.to }
}

/** 'May 20 percent', 'June 15 million': the number counts what follows. */
function isCounting(line: Line, i: number): boolean {
  const text = textAt(line, i)
  return (
    text === 'percent' ||
    text === '%' ||
    text === 'million' ||
    text === 'billion' ||
    (text === ':' && digitsAt(line, i + 1) >= 0 && line.pieces[i + 1].glued)
  )
}

/** '1 October', 'the 5th of May', '5 - 7 October' */
function dayBefore(line: Line, at: number, next: number, meaning: Meaning): Reach | undefined {
  const of = textAt(line, at - 1) === 'of'
  const end = of ? at - 1 : at
  for (const from of [end - 1, end - 2, end - 3]) {
    const day = from >= 0 ? dayAt(line, from) : undefined
    if (!day || day.to !== end) continue
    const ordinal =
      isOrdinalEnd(line, end - 1) ||
      entryAt(line, end - 1)?.number?.kind === 'ordinal' ||
      /\d(st|nd|rd|th)$/.test(textAt(line, end - 1))
    if (of && !ordinal && digitsAt(line, from) < 0) return undefined
    if (!of && entryAt(line, from)?.number) return undefined
    meaning.day = day.day
    return { from: of && textAt(line, from - 1) === 'the' ? from - 1 : from, to: next }
  }
  return undefined
}

/** '..., 1998', '... 1998', '... of 1998', "... '98" */
function addYear(line: Line, span: Reach, meaning: Meaning): void {
  const text = textAt(line, span.to)
  const skip = text === ',' || text === 'of' || text === 'in' ? 1 : 0
  if (text === ',' && meaning.day === undefined && !/^\d{4}$/.test(textAt(line, span.to + 1))) return
  if (text === 'in' && meaning.day === undefined) return
  const year = shortYear(line, span.to) ?? yearAt(line, span.to + skip)
  if (!year || (textAt(line, year.to) === 's' && line.pieces[year.to].glued)) return
  if (isHyphen(textAt(line, year.to)) && line.pieces[year.to].glued && digitsAt(line, year.to + 1) < 0) return
  meaning.year = year.year
  span.to = year.to
}

/** '2018 March 18', '2024 Aug.', '2020, June 5', '2023-Sep-05' */
function addYearBefore(line: Line, span: Reach, meaning: Meaning): void {
  const between = textAt(line, span.from - 1)
  const joined = isHyphen(between) && line.pieces[span.from - 1].glued
  if (between === ',' ? meaning.day === undefined : joined && digitsAt(line, span.to + 1) < 0) return
  const at = between === ',' || joined ? span.from - 2 : span.from - 1
  const year = digitsAt(line, at)
  if (textAt(line, at).length !== 4 || year < 1800 || year > 2199 || textAt(line, at - 1) === ',') return
  if (joined) {
    const day = isHyphen(textAt(line, span.to)) ? digitsAt(line, span.to + 1) : -1
    if (day < 1 || day > daysInMonth(year, meaning.month!)) return
    meaning.day = day
    span.to += 2
  }
  meaning.year = year
  span.from = at
}

/** "'98": two digits after an apostrophe, of the century that is nearer 1990. */
function shortYear(line: Line, i: number): { year: number; to: number } | undefined {
  const text = textAt(line, i)
  const joined = text.length === 3 && text.startsWith("'")
  const digits = joined ? Number(text.slice(1)) : text === "'" && line.pieces[i + 1]?.glued ? digitsAt(line, i + 1) : -1
  if (!(digits >= 0) || digits > 99) return undefined
  return { year: digits >= 40 ? 1900 + digits : 2000 + digits, to: joined ? i + 1 : i + 2 }
}

function isDate({ year, month, day }: Meaning): boolean {
  return day === undefined || day <= daysInMonth(year ?? 2000, month!)
}

function standsAlone(line: Line, at: number, to: number): boolean {
  const { pieces, language } = line
  const text = textAt(line, at)
  const before = textAt(line, at - 1)
  if (line.lexicon.words['before-names'].has(before)) return false
  const next = pieces[to]
  const named =
    next?.capital && next.entry === undefined && language.upos[next.word] === 'PROPN' && textAt(line, to) !== ','
  const plain = text.endsWith('.') ? text.slice(0, -1) : text
  if (!line.lexicon.words['doubtful-months'].has(plain)) return !(named && pieces[at - 1]?.capital)
  if (line.lexicon.words['before-month'].has(before) || entryAt(line, at - 1)?.relation) return !named
  if (plain === 'may' || plain === 'march' || plain === 'mar' || plain === 'jan') return false
  return !named && !(pieces[at - 1]?.capital && at > 1)
}
