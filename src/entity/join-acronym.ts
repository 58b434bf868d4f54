import type { Context } from './context.ts'
import { fold } from './fold.ts'

/** Names of one word, and the first letters of longer ones, to the first mention that bears them. */
export interface Letters {
  short: Map<string, number>
  long: Map<string, number>
}

/** 'Almeth Port Authority' can be called 'APA' or 'Apa', before or after; two long names with the same letters are two. */
export function joinAcronym(context: Context, { short, long }: Letters, m: number): void {
  const { from, to, kind } = context.mentions[m]
  if (kind === 'person' || kind === 'place') return
  const isShort = to - from === 1
  for (const letters of isShort ? lettersOf(context.words.form[from]) : initialsOf(context, from, to)) {
    const other = (isShort ? long : short).get(letters)
    if (other !== undefined) context.clusters.join(other, m)
    const own = isShort ? short : long
    if (!own.has(letters)) own.set(letters, m)
  }
}

const SHORTEST_SPOKEN = 4

/** The capitals that a name of one word may be read as: 'A.P.A.' and 'APA' as they stand, 'Apalo' where it is no short word. */
function lettersOf(form: string): string[] {
  const letters = form.replaceAll('.', '')
  if (/^[A-Z]{2,7}$/.test(letters)) return [letters]
  return letters.length >= SHORTEST_SPOKEN && /^[A-Z][A-Za-z]{3,6}$/.test(letters) ? [letters.toUpperCase()] : []
}

/** First letters of a name's words, and those without the nation in front. */
function initialsOf({ words, book }: Context, from: number, to: number): string[] {
  const initials = (start: number) => {
    let letters = ''
    for (let w = start; w < to; w++) {
      const word = words.form[w]
      if (book.lists['not-initials'].has(fold(word)) || !/^\p{Lu}/u.test(word)) continue
      letters += /^[A-Z]{2,3}$/.test(word) ? word : word[0]
    }
    return letters
  }
  const start = words.folded[from] === 'the' ? from + 1 : from
  const all = initials(from)
  const nation = book.adjectives.match(words.folded, start, to) ?? book.actors.match(words.folded, start, to)
  const rest = nation && to - nation.to > 1 ? initials(nation.to) : ''
  return [all, rest].filter((letters) => /^[A-Z]{2,7}$/.test(letters))
}

/** 'European Port & Harbour Board (EUPOB)': the body's name before the brackets that hold only this one; of other names, if their first letters agree; or -1. */
export function inBrackets(
  { language, words, mentions, mentionAt }: Context,
  { from, to, kind }: { from: number; to: number; kind: string },
): number {
  if (to - from !== 1 || from < 2 || language.form[from - 1] !== '(' || language.form[to] !== ')') return -1
  const isCapitals = /^[A-Z][A-Za-z.&-]*[A-Z][A-Za-z.]*$/.test(words.form[from])
  if (!isCapitals && !/^[A-Z][a-z]+$/.test(words.form[from])) return -1
  for (let w = from - 2; w >= Math.max(0, from - LONGEST_NAME); w--) {
    const m = mentionAt[w]
    if (m < 0 || mentions[m].form !== 'name') continue
    const long = mentions[m]
    const fits = long.to === from - 1 && long.to - long.from > 1 && long.kind !== 'person' && kind !== 'person'
    const begins = long.key[0] === words.folded[from][0]
    if (!isCapitals)
      return fits && begins && long.kind === 'organization' && isWithin(words.folded[from], long.key) ? m : -1
    return fits && (long.kind === 'organization' || begins) ? m : -1
  }
  return -1
}

const LONGEST_NAME = 10

/** Whether the letters stand in the name in their order. */
function isWithin(letters: string, name: string): boolean {
  let at = -1
  for (const letter of letters) if ((at = name.indexOf(letter, at + 1)) < 0) return false
  return true
}
