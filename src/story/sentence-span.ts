import type { Span } from '../record/types.ts'

/** Longest passage, in characters; of a longer sentence the part around the span. */
const MOST = 420
/** Where a sentence ends as far as showing it goes: a mark, what closes behind it, and room. */
const END = /[.!?…][)\]”"’']*\s+(?=["“‘'(]?[\p{Lu}\p{N}])|\n+/gu

/**
 * The sentence around a span, for people to read: cut at marks that end one, without a reader's help, and never over a line's end.
 *
 * @example passageOf('It rained. Shells hit Almeth. It rained on.', { start: 18, end: 21 }) // { start: 11, end: 29 }
 */
export function sentenceSpan(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - MOST)
  const to = Math.min(text.length, end + MOST)
  let first = from
  let last = to
  for (const { 0: mark, index } of text.slice(from, to).matchAll(END)) {
    const at = from + index
    if (at + mark.length <= start) first = at + mark.length
    else if (at >= end) {
      last = at + mark.trimEnd().length
      break
    }
  }
  const room = Math.max(0, MOST - (end - start))
  const left = atWord(text, Math.max(first, start - Math.round(room * 0.6)), first, 1)
  const right = atWord(text, Math.min(last, left + MOST), last, -1)
  const words = text.slice(left, Math.max(end, right))
  return { start: left + (words.length - words.trimStart().length), end: left + words.trimEnd().length }
}

/** The nearest edge of a word, unless the place is an edge of the sentence already. */
function atWord(text: string, at: number, edge: number, step: 1 | -1): number {
  let near = at
  while (near !== edge && near > 0 && near < text.length && !/\s/.test(text[near])) near += step
  return near
}
