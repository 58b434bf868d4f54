import type { Span } from '../record/types.ts'
import { isCapital, kindOf, LETTER, SPACE } from './characters.ts'

/**
 * Finds paragraphs: stretches of text between blank lines. Where a text has hardly any blank lines, each line is a
 * paragraph, unless the lines are wrapped at a width; then a line ends a paragraph only where the next line's first
 * word would still have fitted on it.
 *
 * @example findParagraphs('One.\n\nTwo.') // [{ start: 0, end: 4 }, { start: 6, end: 10 }]
 */
export function findParagraphs(text: string): Span[] {
  const lines = findLines(text)
  const width = wrapWidth(text, lines)
  const paragraphs: Span[] = []
  let open: { start: number; end: number } | undefined
  lines.forEach((line, l) => {
    if (line.end === line.start) return
    const before = lines[l - 1]
    const goesOn = open && before && before.end > before.start && continues(text, before, line, width)
    if (open && goesOn) open.end = line.end
    else paragraphs.push((open = { start: line.start, end: line.end }))
  })
  return paragraphs
}

/** Lines without the white space around them; blank lines are empty spans. */
function findLines(text: string): Span[] {
  const lines: Span[] = []
  let from = 0
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 10
    if (unit !== 10 && unit !== 13 && unit !== 0x2028 && unit !== 0x2029 && unit !== 0x85) continue
    lines.push(trimmed(text, from, i))
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++
    from = i + 1
  }
  return lines
}

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && kindOf(text.charCodeAt(start)) === SPACE) start++
  while (end > start && kindOf(text.charCodeAt(end - 1)) === SPACE) end--
  return { start, end }
}

/** The width at which lines are wrapped, or 0 where a line is a paragraph. */
function wrapWidth(text: string, lines: readonly Span[]): number {
  const joined = lines.filter((line, l) => line.end > line.start && lines[l + 1]?.end > lines[l + 1]?.start)
  if (joined.length < 2) return 0
  const lengths = joined.map((line) => line.end - line.start).sort((a, b) => a - b)
  const widest = lengths[lengths.length - 1]
  const goOn = lines.filter((line, l) => lines[l - 1]?.end > lines[l - 1]?.start && isSmallLetter(text, line.start))
  if (widest >= 20 && widest <= 250 && goOn.length * 3 >= joined.length) return widest
  const width = lengths[Math.floor(lengths.length * 0.9)]
  if (width < 40 || width > 132) return 0
  const full = lengths.filter((length) => length > width * 0.75 && length <= width + 12).length
  return full >= lengths.length * 0.6 ? widest : 0
}

const isSmallLetter = (text: string, at: number): boolean =>
  kindOf(text.charCodeAt(at)) === LETTER && !isCapital(text, at)

/** Whether `line` goes on with the paragraph of the line before it. */
function continues(text: string, before: Span, line: Span, width: number): boolean {
  if (width === 0) return false
  let word = line.start
  while (word < line.end && kindOf(text.charCodeAt(word)) !== SPACE) word++
  return before.end - before.start + 1 + (word - line.start) > width
}
