import type { Resources } from '../resources.ts'

/** Fewer words than this tell nothing of a text's language. */
const FEWEST = 8
/** Share of a text's words that are frequent English words, from which on it is taken for English. */
const SHARE = 0.15

/**
 * Tells whether words are English by the share of frequent English words among them: 'en', or 'und' where that
 * cannot be told. Reading is for English alone; telling other languages apart is the desk's.
 */
export function openTag(resources: Resources): (lower: readonly string[]) => string {
  const frequent = frequentWords(resources)
  return (lower) => {
    const most = Math.min(lower.length, 5000)
    let hits = 0
    for (let w = 0; w < most; w++) if (frequent.has(lower[w])) hits++
    return most >= FEWEST && hits / most >= SHARE ? 'en' : 'und'
  }
}

/** Frequent English words that other languages share little of. */
export function frequentWords(resources: Resources): ReadonlySet<string> {
  const lines = resources.text('codebook/english-words.txt').split('\n')
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')))
}
