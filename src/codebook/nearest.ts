/** How many letters may differ. */
const FAR = 3

/** The one of `words` that is most like a word that is none of them, for "did you mean"; undefined where none is like it. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  let found: string | undefined
  let least = Math.min(FAR, Math.ceil(word.length / 2)) + 1
  for (const one of words) {
    if (Math.abs(one.length - word.length) >= least) continue
    const steps = distance(word.toLowerCase(), one.toLowerCase())
    if (steps < least) [least, found] = [steps, one]
  }
  return found
}

/**
 * Advice to add to a message that there is no such word; empty where none is like it.
 *
 * @example didYouMean('statment', lists) // '; did you mean statements?'
 */
export function didYouMean(word: string, words: Iterable<string>): string {
  const like = nearest(word, words)
  return like === undefined ? '' : `; did you mean ${like}?`
}

/**
 * The same where the sentence goes on.
 *
 * @example meant('statment', lists) // " (did you mean 'statements'?)"
 */
export function meant(word: string, words: Iterable<string>): string {
  const like = nearest(word, words)
  return like === undefined ? '' : ` (did you mean '${like}'?)`
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(row[j - 1] + 1, above[j] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)))
    above = row
  }
  return above[b.length]
}
