import type { Language } from '../../language/types.ts'
import type { Range } from '../extend.ts'

/** Longest passage in words; longer paragraphs are cut between sentences. */
export const LONGEST_PASSAGE = 400

/** The stretches of words that the network reads at once: paragraphs, long ones in parts. Every word is in one of them. */
export function passagesOf({ sentences }: Language): Range[] {
  const passages: Range[] = []
  let paragraph = -1
  for (const sentence of sentences) {
    const last = passages[passages.length - 1]
    if (last && sentence.paragraph === paragraph && sentence.to - last.from <= LONGEST_PASSAGE) last.to = sentence.to
    else passages.push({ from: sentence.from, to: sentence.to })
    paragraph = sentence.paragraph
  }
  return passages
}
