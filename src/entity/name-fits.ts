/** Whether two names can be one's, word by word; all words are folded. */

/** 'Dario Venn', 'Venn', 'D. Venn', 'Dario Venn Reth': the shorter name's words stand in the longer in order. */
export function personFits(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (!inOrder(short, long)) return false
  if (short.length === 1) return true
  // A family shares its last name: two whole names are one person only where first and last agree too, or the first two.
  return sameWord(short[short.length - 1], long[long.length - 1]) || short.every((word, i) => sameWord(word, long[i]))
}

function inOrder(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const word of short) {
    while (at < long.length && !sameWord(word, long[at])) at++
    if (at++ === long.length) return false
  }
  return true
}

const isInitial = (word: string) => word.length === 2 && word[1] === '.'
const sameWord = (a: string, b: string) => a === b || ((isInitial(a) || isInitial(b)) && a[0] === b[0])

/** What is known of words of bodies' names. */
export interface BodyWords {
  /** words that a body's name has or lacks: 'inc.', 'party' */
  endings: ReadonlySet<string>
  /** last words that only a company's whole name has */
  companies: ReadonlySet<string>
  /** whether the word is a common noun for a body: 'assembly', 'fund' */
  isNoun(word: string): boolean
  /** whether the word is a people's or a country's: 'kestrian' */
  isNation(word: string): boolean
}

/**
 * 'Orvane Motors Inc.', 'Orvane Motors' and 'Orvane'; 'Kestrian Supreme Court' and 'Supreme Court'; 'National Assembly' and 'Assembly';
 * 'Kestrian Greens' and 'Greens'.
 */
export function bodyFits(a: readonly string[], b: readonly string[], words: BodyWords): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === long.length) return short.every((word, i) => word === long[i])
  const rest = long.length - short.length
  if (short.every((word, i) => word === long[i])) {
    if (long.slice(short.length).every((word) => words.endings.has(word) || word === ',')) return true
    return words.companies.has(long[long.length - 1]) && !words.isNoun(short[0]) && !words.isNation(short[0])
  }
  if (short.every((word, i) => word === long[rest + i])) {
    if (short.length > 1) return rest <= 2
    return rest <= 2 && (words.isNoun(short[0]) || long.slice(0, rest).every(words.isNation))
  }
  return short.length > 2 && short[0] === long[0] && short.at(-1) === long.at(-1) && inOrder(short, long)
}

/** 'ministry of the interior' as 'interior ministry': the noun behind what it is for. */
export function bodyWords(words: readonly string[], isNoun: (word: string) => boolean): readonly string[] {
  const of = words.indexOf('of')
  if (of !== 1 || words.length < 3 || !isNoun(words[0])) return words
  return [...words.slice(words[2] === 'the' ? 3 : 2), words[0]]
}

const SHORTEST_MISSPELT = 6

/** Whether two words of names are one but for a letter too many, too few, another or two turned round, inside the word. */
export function isMisspelling(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length < SHORTEST_MISSPELT || long.length - short.length > 1 || short[0] !== long[0]) return false
  if (short === long || short.at(-1) !== long.at(-1)) return false
  let at = 0
  while (short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
}
