import type { Statement } from '../record/types.ts'

/**
 * Opens a look-up from an offset to the innermost statement whose content holds it: on that statement's word stands what
 * is told there. Undefined: the report's own word.
 */
export function openWord(statements: readonly Statement[]): (offset: number) => string | undefined {
  const spans = statements
    .flatMap(({ id, content, cue }) => content.map(({ start, end }) => ({ id, start, end, cue })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const furthest: number[] = []
  for (const { end } of spans) furthest.push(Math.max(end, furthest.at(-1) ?? 0))
  return (offset) => {
    let found: (typeof spans)[number] | undefined
    for (let i = lastFrom(spans, offset); i >= 0 && furthest[i] > offset; i--) {
      const span = spans[i]
      if (span.end <= offset || (span.cue && offset >= span.cue.start && offset < span.cue.end)) continue
      if (!found || span.end - span.start < found.end - found.start) found = span
    }
    return found?.id
  }
}

/** Index of the last span that begins at or before the offset, or -1. */
function lastFrom(spans: readonly { start: number }[], offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle].start <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
