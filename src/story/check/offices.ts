import { wordsOf } from '../text-words.ts'

/** Words of offices that the codebook knows: see `codebook/story/offices.tsv`. */
export interface OfficeWords {
  /** words that make an office another one: deputy, former */
  ranks: ReadonlySet<string>
  /** words that are no part of an office: articles, forms of address, countries and their people */
  nothing: ReadonlySet<string>
}

/**
 * Whether what one text calls a person is another office than what the other does: each has a word that the other has not, or one has a
 * rank. An office that is only told more closely (foreign minister, minister) is the same.
 *
 * @example isOtherOffice('trade minister', 'Kestria’s foreign minister', words) // true
 */
export function isOtherOffice(mine: string, theirs: string, words: OfficeWords): boolean {
  const { ranks } = words
  const [a, b] = [partsOf(mine, words), partsOf(theirs, words)]
  const without = (some: readonly string[], others: readonly string[]) =>
    some.filter((key) => !others.some((other) => isForm(key, other)))
  const [onlyA, onlyB] = [without(a, b), without(b, a)]
  if ([...onlyA, ...onlyB].some((key) => ranks.has(key))) return a.length > 0 && b.length > 0
  return onlyA.length > 0 && onlyB.length > 0
}

/** Whether words before or behind a name are an office at all: a form of address is none. */
export const isOffice = (words: string, known: OfficeWords): boolean => partsOf(words, known).length > 0

function partsOf(office: string, { nothing }: OfficeWords): string[] {
  return wordsOf(office)
    .keys.map((key) => key.replace(/'s$/, ''))
    .filter((key) => !nothing.has(key))
    .map((key) => key.replace(/(?<=...)(?:wo)?man$|(?<=...)person$/, ''))
}

/** One word in two forms: an abbreviation, or an adjective of a country (Kestria, Kestrian). */
const isForm = (a: string, b: string) =>
  a === b || (a.length > 2 && b.startsWith(a)) || (b.length > 2 && a.startsWith(b))
