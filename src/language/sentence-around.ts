import { firstIndex } from '../first-index.ts'
import type { Span } from '../record/types.ts'
import type { Language } from './types.ts'

/**
 * Finds the sentence that a span stands in; of a span that goes on over several, the run of them.
 *
 * @returns from the first character of the first sentence to the last of the last; undefined for a span that holds no word
 * @example sentenceAround(read('Marek left. Reth stayed.'))({ start: 12, end: 16 }) // { start: 12, end: 24 }
 */
export function sentenceAround({
  start,
  end,
  size,
  sentence,
  sentences,
}: Pick<Language, 'start' | 'end' | 'size' | 'sentence' | 'sentences'>): (span: Span) => Span | undefined {
  return (span) => {
    const first = firstWordAfter({ end, size }, span.start)
    const last = firstWordAfter({ end, size }, span.end - 1)
    if (first >= size || start[first] >= span.end) return undefined
    // white space behind the last word belongs to no word
    const within = last < size && start[last] < span.end ? last : last - 1
    return { start: start[sentences[sentence[first]].from], end: end[sentences[sentence[within]].to - 1] }
  }
}

/** The first word that ends after a character; words stand in the text's order. */
export function firstWordAfter({ end, size }: Pick<Language, 'end' | 'size'>, at: number): number {
  return firstIndex(size, (word) => end[word] > at)
}
