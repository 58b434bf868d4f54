import { fold, splitPhrase } from './fold.ts'

/** A table of phrases of one or more words, found in a run of words by their folded forms, longest first. */
export interface Phrases<T> {
  add(phrase: string, value: T): void
  get(phrase: string): T | undefined
  /** first words of all phrases */
  firstWords(): Iterable<string>
  /** The longest phrase that begins at word `at` of `words` (folded) and ends before `end`. */
  match(words: readonly string[], at: number, end: number): { value: T; to: number } | undefined
}

/** An empty table. Where a phrase is added twice, the first stays. */
export function phrases<T>(): Phrases<T> {
  const values = new Map<string, T>()
  const longest = new Map<string, number>()
  const key = (phrase: string) => splitPhrase(phrase).map(fold)
  return {
    add(phrase, value) {
      const words = key(phrase)
      const joined = words.join(' ')
      if (joined === '' || values.has(joined)) return
      values.set(joined, value)
      longest.set(words[0], Math.max(longest.get(words[0]) ?? 0, words.length))
    },
    firstWords: () => longest.keys(),
    get: (phrase) => values.get(key(phrase).join(' ')),
    match(words, at, end) {
      const most = longest.get(words[at])
      if (most === undefined) return undefined
      for (let to = Math.min(end, at + most); to > at; to--) {
        const value = values.get(to === at + 1 ? words[at] : words.slice(at, to).join(' '))
        if (value !== undefined) return { value, to }
      }
      return undefined
    },
  }
}
