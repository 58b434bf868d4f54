import type { Span } from '../record/types.ts'

/** One part of what may be a dateline. */
export interface DatelinePart extends Span {
  kind: 'name' | 'credit' | 'day'
}

/** How a dateline ends: a dash with space around it, one without, a colon, the end of its line, or nothing at all. */
export type Ending = 'dash' | 'tight' | 'colon' | 'line' | 'none'

/** The parts that stand at a line's beginning, in order, and where the report's own words begin after them. */
export interface Parts {
  parts: readonly DatelinePart[]
  ending: Ending
  end: number
}

/** The month's number, or undefined, of a month's name in small letters; the same of a day of the week. */
export interface DayWords {
  months: ReadonlyMap<string, number>
  weekdays: ReadonlyMap<string, number>
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}]*(?:[’'.-][\\p{L}][\\p{L}\\p{M}]*)*\\.?"
const SMALL = '(?:au|da|de|del|des|di|do|du|el|en|es|la|las|le|los|of|on|sur|the|upon)'
const NAME = new RegExp(`(?:\\p{Ll}+ (?=\\p{Lu}))?${WORD}(?: (?:${SMALL} )*${WORD}){0,5}`, 'uy')
const CREDIT = /[([] ?([^()[\]\n]{2,50}?) ?[)\]]/y
const DAY =
  /(?:(\p{L}{3,9})\.?,? )?(?:(\p{L}{3,9})(?:\. ?| )(\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)? (\p{L}{3,9})\.?)(?:,? ((?:19|20)\d\d))?(?![\d\p{L}])/uy
const WEEKDAY = /(\p{L}{3,9})(?![\p{L}])/uy
const JOINT = / ?[,/;&] ?| and /y
const DASH = /[ \t]+[-–—―_]{1,3}[ \t]+/y
const TIGHT = /[ \t]*(?:-{2,3}|[—―])[ \t]*|[ \t]+[-–][ \t]*|[-–][ \t]+/y
const COLON = /[ \t]*:(?:[ \t]+|$)/my
const BLANKS = /[ \t]*/y

/** A dateline has no more parts, and no more characters. */
const MOST_PARTS = 7
const LONGEST = 140

/** Reads names, credits and days from `start` on, as far as they go. */
export function readParts(text: string, { start, end }: Span, words: DayWords): Parts | undefined {
  const parts: DatelinePart[] = []
  let at = start
  while (parts.length < MOST_PARTS && at - start < LONGEST) {
    const part = readPart(text, at, words)
    if (!part || part.end > end) break
    parts.push(part)
    const ending = readEnding(text, part.end, end)
    if (ending) {
      const goesOn =
        ending.ending === 'dash' || ending.ending === 'tight' ? readPart(text, ending.end, words) : undefined
      if (!goesOn || goesOn.kind === 'name' || !readEnding(text, goesOn.end, end)) return { parts, ...ending }
      at = ending.end
      continue
    }
    at = part.end + (matchAt(JOINT, text, part.end)?.[0].length ?? matchAt(BLANKS, text, part.end)![0].length)
  }
  // without an ending only a credit ends it: 'ALMETH (AFP) The port ...'
  const last = parts.findLastIndex(({ kind }) => kind === 'credit')
  if (last < 0) return undefined
  const { end: after } = parts[last]
  return { parts: parts.slice(0, last + 1), ending: 'none', end: after + matchAt(BLANKS, text, after)![0].length }
}

function readPart(text: string, at: number, words: DayWords): DatelinePart | undefined {
  const credit = matchAt(CREDIT, text, at)
  if (credit) {
    const inside = text.indexOf(credit[1], at)
    const day = readDay(text, inside, words)
    if (day && inside + day.length === inside + credit[1].length)
      return { kind: 'day', start: inside, end: at + credit[0].length }
    return { kind: 'credit', start: inside, end: at + credit[0].length }
  }
  const day = readDay(text, at, words)
  if (day) return { kind: 'day', start: at, end: at + day.length }
  const name = matchAt(NAME, text, at)
  return name ? { kind: 'name', start: at, end: at + name[0].length } : undefined
}

function readEnding(text: string, at: number, end: number): { ending: Ending; end: number } | undefined {
  const after = at + matchAt(BLANKS, text, at)![0].length
  if (after >= end) return { ending: 'line', end }
  for (const [ending, shape] of ENDINGS) {
    const match = matchAt(shape, text, at)
    if (match) return { ending, end: Math.min(end, at + match[0].length) }
  }
  return undefined
}

const ENDINGS: readonly (readonly [Ending, RegExp])[] = [
  ['dash', DASH],
  ['tight', TIGHT],
  ['colon', COLON],
]

/** A day at `at`: its characters, and what it says, with X for what it leaves open ('XXXX-03-14', 'XXXX-WXX-4'). */
export function readDay(
  text: string,
  at: number,
  { months, weekdays }: DayWords,
): { value: string; length: number } | undefined {
  const match = matchAt(DAY, text, at)
  if (match) {
    const [whole, weekday, month = match[5], day = match[4]] = match
    const number = months.get(month.toLowerCase())
    const named = weekday === undefined || weekdays.has(weekday.toLowerCase())
    if (number !== undefined && named && Number(day) >= 1 && Number(day) <= 31)
      return { length: whole.length, value: `${match[6] ?? 'XXXX'}-${two(number)}-${two(Number(day))}` }
  }
  const alone = matchAt(WEEKDAY, text, at)
  const weekday = alone && weekdays.get(alone[1].toLowerCase())
  return weekday ? { length: alone[0].length, value: `XXXX-WXX-${weekday}` } : undefined
}

const two = (n: number): string => String(n).padStart(2, '0')

function matchAt(shape: RegExp, text: string, at: number): RegExpExecArray | null {
  shape.lastIndex = at
  return shape.exec(text)
}
