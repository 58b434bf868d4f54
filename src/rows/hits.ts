import type { Span } from '../record/types.ts'
import { stem } from './stem.ts'

/** A word as a search looks at it before it takes its stem: small letters without accents. */
const plainOf = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

/**
 * Where the words that were looked for stand in a text, to be marked: as `words` of a filter are found, by their stems, phrases as a whole, `word*` by its
 * beginning; what was left out (`-word`) is nothing to mark.
 *
 * @example hitsIn('The ports reopened.', 'port -flood') // [{ start: 4, end: 9 }]
 */
export function hitsIn(text: string, words: string): Span[] {
  const wanted = wantedIn(words)
  if (wanted.length === 0) return []
  const matches = [...text.matchAll(WORD)]
  const found = matches.map(([word]) => {
    const plain = plainOf(word)
    return { plain, stem: stem(plain) }
  })
  const spans = matches.map(({ index, 0: word }) => ({ start: index, end: index + word.length }))
  const marked = new Set<number>()
  for (const { stems, begins } of wanted)
    for (let at = 0; at + stems.length <= found.length; at++) {
      const fits = stems.every((one, i) => {
        const isLast = i === stems.length - 1
        return begins && isLast
          ? found[at + i].plain.startsWith(begins) || found[at + i].stem.startsWith(one)
          : found[at + i].stem === one
      })
      if (fits) for (let i = 0; i < stems.length; i++) marked.add(at + i)
    }
  return spans.filter((_span, at) => marked.has(at))
}

interface Wanted {
  stems: string[]
  /** the beginning that the last word may be more than */
  begins?: string
}

function wantedIn(typed: string): Wanted[] {
  const wanted: Wanted[] = []
  for (const [, minus, phrase, word] of typed.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (minus) continue
    const term = phrase ?? word
    const stems = [...term.matchAll(WORD)].map(([one]) => stem(plainOf(one)))
    if (stems.length === 0) continue
    wanted.push({ stems, ...(word?.endsWith('*') && { begins: plainOf(word.replace(/\*+$/, '')) }) })
  }
  return wanted
}
