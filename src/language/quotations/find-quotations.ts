import type { Span } from '../../record/types.ts'
import { type QuotationMark, readMarks } from './read-marks.ts'

/** A stretch between quotation marks; the span holds the marks. */
export interface Quotation extends Span {
  /** false where its closing mark never comes: the span then ends with the paragraph */
  closed: boolean
  /** whether it lies inside another quotation */
  inner: boolean
  /** index of the quotation in the paragraph before that it goes on from, or -1 */
  continues: number
}

/**
 * Finds what stands in quotation marks, paragraph by paragraph, in one pass over the text. Knows straight, curly, low
 * and angle marks, doubled single marks, single marks against apostrophes, and inches. A quotation that is left
 * open at a paragraph's end goes on where the next paragraph opens with a mark again.
 *
 * @param elisions words that begin with an apostrophe where letters were left out: 'till'
 * @returns quotations by their first character; outer before inner
 * @example findQuotations('“Go,” he said.', [{ start: 0, end: 14 }]) // [{ start: 0, end: 5, closed: true, ... }]
 */
export function findQuotations(
  text: string,
  paragraphs: readonly Span[],
  elisions: ReadonlySet<string> = new Set(),
): Quotation[] {
  const found: Quotation[] = []
  let left = -1
  for (const paragraph of paragraphs) {
    const marks = readMarks(text, paragraph, elisions)
    left = pair(paragraph, marks, left, found)
  }
  return found
}

/** Pairs one paragraph's marks. `left` and what is returned: the outer quotation left open at a paragraph's end, or -1. */
function pair(paragraph: Span, marks: readonly QuotationMark[], left: number, found: Quotation[]): number {
  const open: { index: number; single: boolean }[] = []
  let before = left
  const begin = (start: number, single: boolean, continues: number) => {
    open.push({ index: found.length, single })
    found.push({ start, end: paragraph.end, closed: false, inner: open.length > 1, continues })
  }
  const finish = (depth: number, end: number, closed: boolean) => {
    for (let d = open.length - 1; d >= depth; d--) {
      const quotation = found[open[d].index]
      quotation.end = end
      quotation.closed = closed && d === depth
    }
    open.length = depth
  }
  marks.forEach((mark, m) => {
    const depth = lastOpen(open, mark.single)
    if (depth >= 0 && mark.closes && !(mark.opens && mark.prefers === 'open')) finish(depth, mark.end, true)
    else if (depth >= 0 && mark.single) return
    else if (mark.opens) {
      if (depth >= 0) finish(depth, mark.start, false)
      if (mark.single && !closesLater(marks, m)) return
      begin(mark.start, mark.single, m === 0 && mark.first ? before : -1)
      before = -1
    } else if (before >= 0 && mark.closes && !mark.single && mark.prefers === 'close' && open.length === 0) {
      begin(paragraph.start, false, before)
      finish(0, mark.end, true)
      before = -1
    }
  })
  const outer = open.find(({ single }) => !single)
  finish(0, paragraph.end, false)
  return outer ? outer.index : -1
}

function lastOpen(open: readonly { single: boolean }[], single: boolean): number {
  for (let d = open.length - 1; d >= 0; d--) if (open[d].single === single) return d
  return -1
}

/** Whether a single mark that could open a quotation has one that closes it, before any double mark closes around it. */
function closesLater(marks: readonly QuotationMark[], m: number): boolean {
  let depth = 0
  for (let k = m + 1; k < marks.length; k++) {
    const mark = marks[k]
    if (mark.single) {
      if (mark.closes) return true
      if (mark.opens) return false
    } else if (mark.closes && !(mark.opens && mark.prefers === 'open')) {
      if (--depth < 0) return false
    } else if (mark.opens) depth++
  }
  return false
}
