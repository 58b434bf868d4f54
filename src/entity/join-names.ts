import type { Context } from './context.ts'
import { fold } from './fold.ts'
import type { Found } from './mention.ts'

/**
 * Joins names of the same: the same words; one row of the registry ('UN', 'United Nations'); a part of a person's name; an acronym
 * and what it abbreviates; an organization with and without its 'Inc.' or its country. Every step looks names up by a word,
 * and compares with a handful at most.
 */
export function joinNames(context: Context): void {
  const { mentions, clusters } = context
  const byKey = new Map<string, number>()
  const short = new Map<string, number>()
  const long = new Map<string, number>()
  const people = new Map<string, number[]>()
  const organizations = new Map<string, number[]>()
  const { nameEndings } = context.book
  const fitsBody = (a: readonly string[], b: readonly string[]) => organizationFits(a, b, nameEndings)
  mentions.forEach((mention, m) => {
    if (mention.form !== 'name') return
    for (const key of [mention.key, ...usualKeys(context, mention)]) {
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, m)
      else if (key === mention.key || clusters.agrees(known, m)) clusters.join(known, m)
    }
    joinAcronym(context, { m, short, long })
    const full = inBrackets(context, mention)
    if (full >= 0) clusters.join(full, m)
    if (mention.kind === 'person') joinPart(context, { m, index: people, fits: personFits })
    else if (mention.kind === 'organization') joinPart(context, { m, index: organizations, fits: fitsBody })
  })
}

/** One key for all names of a row of the registry, and for a nation's 'Kestrian' and 'Kestrians'. */
function usualKeys({ book, words }: Context, { from, to, kind, key }: Found): string[] {
  if (kind === 'person') return []
  if (kind === 'group') {
    const nation = book.adjectives.get(key)
    if (nation) return [`#people ${nation}`]
  }
  const start = words.folded[from] === 'the' && to - from > 1 ? from + 1 : from
  const match = book.actors.match(words.folded, start, to)
  if (!match || match.to !== to) return []
  const actor = match.value.find(({ exact }) => !exact || words.form[start] === words.form[start].toUpperCase())
  if (!actor) return []
  return [actor.as === 'country' ? `#country ${actor.country}` : `#actor ${actor.usual}`]
}

/** 'European Port & Harbour Board (EUPOB)': the body's name before the brackets that hold only this one; of other names, if their first letters agree; or -1. */
function inBrackets({ language, words, mentions, mentionAt }: Context, { from, to, kind }: Found): number {
  if (to - from !== 1 || from < 2 || language.form[from - 1] !== '(' || language.form[to] !== ')') return -1
  if (!/^[A-Z][A-Za-z.&-]*[A-Z][A-Za-z.]*$/.test(words.form[from])) return -1
  for (let w = from - 2; w >= Math.max(0, from - LONGEST_NAME); w--) {
    const m = mentionAt[w]
    if (m < 0 || mentions[m].form !== 'name') continue
    const long = mentions[m]
    const fits = long.to === from - 1 && long.to - long.from > 1 && long.kind !== 'person' && kind !== 'person'
    return fits && (long.kind === 'organization' || long.key[0] === words.folded[from][0]) ? m : -1
  }
  return -1
}

const LONGEST_NAME = 10

/** 'Almeth Port Authority' can be called 'APA', before or after; two long names with the same letters are two. */
function joinAcronym(
  { words, mentions, clusters, book }: Context,
  { m, short, long }: { m: number; short: Map<string, number>; long: Map<string, number> },
): void {
  const { from, to, kind } = mentions[m]
  if (kind === 'person' || kind === 'place') return
  const isShort = to - from === 1
  const letters = isShort
    ? words.form[from].replaceAll('.', '')
    : initials(words.form.slice(from, to), book.lists['not-initials'])
  if (!/^[A-Z]{2,7}$/.test(letters)) return
  const other = (isShort ? long : short).get(letters)
  if (other !== undefined) clusters.join(other, m)
  const own = isShort ? short : long
  if (!own.has(letters)) own.set(letters, m)
}

const initials = (words: readonly string[], small: ReadonlySet<string>) =>
  words
    .filter((word) => !small.has(fold(word)) && /^\p{Lu}/u.test(word))
    .map((word) => word[0])
    .join('')

interface Part {
  m: number
  /** a word of the name to the mentions that bear it, the latest last */
  index: Map<string, number[]>
  fits: (a: readonly string[], b: readonly string[]) => boolean
}

const MOST_COMPARED = 8

function joinPart({ mentions, clusters }: Context, { m, index, fits }: Part): void {
  const words = mentions[m].key.split(' ')
  const alone = clusters.of(m).mentions.length === 1
  if (alone) {
    const last = words[words.length - 1]
    const bearers = [last, words[0]].flatMap((word) => recent(index.get(word)))
    // whose name ends alike comes before who has the word further inside: 'Venn' is Dario Venn, not his son Jonas Venn Reth
    const endsAlike = (c: number) => mentions[c].key.endsWith(last)
    const candidates = [...bearers.filter(endsAlike), ...bearers.filter((c) => !endsAlike(c))]
    const found = candidates.find((c) => clusters.agrees(c, m) && everyFits(clusters.of(c).names, words, fits))
    if (found !== undefined) clusters.join(found, m)
  }
  for (const word of words) {
    const list = index.get(word)
    if (!list) index.set(word, [m])
    else if (!clusters.same(list[list.length - 1], m)) list.push(m)
  }
}

const recent = (list: number[] | undefined) => (list ? list.slice(-MOST_COMPARED).reverse() : [])

function everyFits(names: readonly string[], words: readonly string[], fits: Part['fits']): boolean {
  let compared = 0
  for (const name of names) if (compared++ < MOST_COMPARED && !fits(name.split(' '), words)) return false
  return true
}

/** 'Dario Venn', 'Venn', 'D. Venn': the shorter name's words stand in the longer in order. */
export function personFits(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  let at = 0
  for (const word of short) {
    while (at < long.length && !sameWord(word, long[at])) at++
    if (at++ === long.length) return false
  }
  // A family shares its last name: two whole names are one person only where the first agrees too.
  return short.length === 1 || sameWord(short[short.length - 1], long[long.length - 1])
}

const isInitial = (word: string) => word.length === 2 && word[1] === '.'
const sameWord = (a: string, b: string) => a === b || ((isInitial(a) || isInitial(b)) && a[0] === b[0])

/** 'Orvane Motors Inc.' and 'Orvane Motors'; 'Kestrian Supreme Court' and 'Supreme Court'. */
export function organizationFits(a: readonly string[], b: readonly string[], endings: ReadonlySet<string>): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === long.length) return short.every((word, i) => word === long[i])
  const prefix = short.every((word, i) => word === long[i])
  if (prefix) return long.slice(short.length).every((word) => endings.has(word) || word === ',')
  const rest = long.length - short.length
  return short.length > 1 && rest <= 2 && short.every((word, i) => word === long[rest + i])
}
