import type { Span, Status } from '../../../src/record/types.ts'

/** What a stretch of text is to a row. */
export type Part = 'source' | 'cue' | 'content' | 'quoted' | 'trigger' | 'role' | 'count' | 'time' | 'place' | 'note'

/** A span of the text and the row it belongs to; a time, a place or a note belongs to none. */
export interface Mark extends Span {
  part: Part
  row?: string
  /** how many statements it stands within, its own counted */
  depth?: number
  /** its speaker's colour */
  colour?: number
  status?: Status
  /** the row's first words begin here */
  first?: boolean
  /** the row's number among the cards */
  number?: number
}

/** A stretch of text under the same marks throughout. */
export interface Segment extends Span {
  marks: readonly Mark[]
}

/** A line of the text, without its line break. A very long one is cut, so that browsers can leave out what is not seen. */
export interface CutLine extends Span {
  marks: readonly Mark[]
}

/** Lines longer than this many UTF-16 code units are cut. */
export const LONGEST_SHOWN_LINE = 6000

/**
 * Cuts a text into lines, each with the marks that lie on it. The lines and the line breaks between them are the text
 * again.
 *
 * @example cutText('a b', [{ start: 0, end: 1, part: 'cue' }])[0].marks.length // 1
 */
export function cutText(text: string, marks: readonly Mark[]): CutLine[] {
  const sorted = marks.filter((mark) => fits(mark, text)).sort((a, b) => a.start - b.start || b.end - a.end)
  let next = 0
  let open: Mark[] = []
  return cutLines(text).map((line) => {
    open = open.filter(({ end }) => end > line.start)
    while (next < sorted.length && sorted[next].start < line.end) open.push(sorted[next++])
    return { ...line, marks: open.filter(({ end }) => end > line.start) }
  })
}

/**
 * Cuts a line into segments at every boundary of a mark; together they are the line again.
 *
 * @example cutLine({ start: 0, end: 3, marks: [{ start: 0, end: 1, part: 'cue' }] }).length // 2
 */
export function cutLine({ start, end, marks }: CutLine): Segment[] {
  const cuts = new Set([start, end])
  for (const mark of marks) {
    if (mark.start > start) cuts.add(mark.start)
    if (mark.end < end) cuts.add(mark.end)
  }
  const at = [...cuts].sort((a, b) => a - b)
  return at.slice(1).map((to, index) => {
    const from = at[index]
    return { start: from, end: to, marks: marks.filter((mark) => mark.start < to && mark.end > from) }
  })
}

/** Lines that hold something, without their line breaks (`\n`, `\r\n`, `\r`, and Unicode's own). */
export function cutLines(text: string): Span[] {
  const lines: Span[] = []
  const breaks = /\r\n|[\n\r\u2028\u2029]|$/g
  let start = 0
  for (const found of text.matchAll(breaks)) {
    lines.push(...cutLong(text, start, found.index))
    start = found.index + found[0].length
  }
  return lines
}

function cutLong(text: string, start: number, end: number): Span[] {
  const pieces: Span[] = []
  let from = start
  while (end - from > LONGEST_SHOWN_LINE) {
    const space = text.lastIndexOf(' ', from + LONGEST_SHOWN_LINE)
    const to = space > from + LONGEST_SHOWN_LINE / 2 ? space + 1 : wholeCharacter(text, from + LONGEST_SHOWN_LINE)
    pieces.push({ start: from, end: to })
    from = to
  }
  if (end > from) pieces.push({ start: from, end })
  return pieces
}

/** The offset itself, or the one before it where it would part the two halves of one character. */
export function wholeCharacter(text: string, offset: number): number {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  const parts = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
  return parts ? offset - 1 : offset
}

function fits({ start, end }: Span, text: string): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length
}
