import type { Context } from './context.ts'
import { inBrackets, joinAcronym, type Letters } from './join-acronym.ts'
import type { FoundMention } from './mention.ts'
import { type BodyWords, bodyFits, bodyWords, isMisspelling, personFits } from './name-fits.ts'

/**
 * Joins names of the same: the same words; one row of the registry ('UN', 'United Nations'); a part of a person's name, or a slip in
 * its spelling; an acronym and what it abbreviates; an organization with and without its 'Inc.' or its country. Every step looks names
 * up by a word, and compares with a handful at most.
 */
export function joinNames(context: Context): void {
  const { mentions, clusters } = context
  const byKey = new Map<string, number>()
  const letters: Letters = { short: new Map(), long: new Map() }
  const people = new Map<string, number[]>()
  const organizations = new Map<string, number[]>()
  const body = bodyWordsOf(context)
  const person: Sort = { index: people, fits: personFits, isSpelt: isMisspelling }
  const organization: Sort = {
    index: organizations,
    fits: (a, b) => bodyFits(bodyWords(a, body.isNoun), bodyWords(b, body.isNoun), body),
  }
  mentions.forEach((mention, m) => {
    if (mention.form !== 'name') return
    for (const key of [mention.key, ...usualKeys(context, mention)]) {
      const known = byKey.get(key)
      if (known === undefined) byKey.set(key, m)
      else if (key === mention.key || clusters.agrees(known, m)) clusters.join(known, m)
    }
    joinAcronym(context, letters, m)
    const full = inBrackets(context, mention)
    if (full >= 0) clusters.join(full, m)
    if (mention.kind === 'person') joinPart(context, m, person)
    else if (mention.kind === 'organization') joinPart(context, m, organization)
  })
}

/** One key for all names of a row of the registry, and for a nation's 'Kestrian' and 'Kestrians'. */
function usualKeys({ book, words }: Context, { from, to, kind, key }: FoundMention): string[] {
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

function bodyWordsOf({ book }: Context): BodyWords {
  return {
    endings: book.nameEndings,
    companies: book.lists['company-endings'],
    isNoun: (word) => book.nouns.get(word)?.kind === 'organization',
    isNation: (word) => book.adjectives.get(word) !== undefined || book.actors.get(word)?.[0].as === 'country',
  }
}

/** How names of one kind are compared. */
interface Sort {
  /** a word of the name to the mentions that bear it, the latest last */
  index: Map<string, number[]>
  fits: (a: readonly string[], b: readonly string[]) => boolean
  /** whether two words are one with a slip in its spelling */
  isSpelt?: (a: string, b: string) => boolean
}

const MOST_COMPARED = 8

function joinPart(context: Context, m: number, sort: Sort): void {
  const { mentions, clusters } = context
  const { index, fits } = sort
  const words = mentions[m].key.split(' ')
  const alone = clusters.of(m).mentions.length === 1
  if (alone) {
    const last = words[words.length - 1]
    const bearers = [last, words[0]].flatMap((word) => recent(index.get(word)))
    // whose name ends alike comes before who has the word further inside: 'Venn' is Dario Venn, not his son Jonas Venn Reth
    const endsAlike = (c: number) => mentions[c].key.endsWith(last)
    const candidates = [...bearers.filter(endsAlike), ...bearers.filter((c) => !endsAlike(c))]
    const found =
      candidates.find((c) => clusters.agrees(c, m) && everyFits(clusters.of(c).names, words, fits)) ??
      misspelt(context, m, words, sort)
    if (found !== undefined) clusters.join(found, m)
  }
  for (const word of words) {
    const list = index.get(word)
    if (!list) index.set(word, [m])
    else if (!clusters.same(list[list.length - 1], m)) list.push(m)
  }
}

const recent = (list: number[] | undefined) => (list ? list.slice(-MOST_COMPARED).reverse() : [])

/** Whether the words fit every name: parts of a whole name that stands there too say nothing more. */
function everyFits(names: readonly string[], words: readonly string[], fits: Sort['fits']): boolean {
  const whole = names.filter((name) => name.includes(' '))
  let compared = 0
  for (const name of whole.length > 0 ? whole : names)
    if (compared++ < MOST_COMPARED && !fits(name.split(' '), words)) return false
  return true
}

const MOST_SPELLINGS = 64

/** Who was named before by the same words but for a slip in one of them, where only one such is known. */
function misspelt(
  { clusters }: Context,
  m: number,
  words: readonly string[],
  { index, fits, isSpelt }: Sort,
): number | undefined {
  if (!isSpelt) return undefined
  let [compared, found] = [0, -1]
  for (const [word, bearers] of index) {
    if (compared++ === MOST_SPELLINGS) break
    const at = words.findIndex((own) => isSpelt(word, own))
    if (at < 0) continue
    const c = bearers[bearers.length - 1]
    const mended = words.map((own, i) => (i === at ? word : own))
    if (!clusters.agrees(c, m) || !everyFits(clusters.of(c).names, mended, fits)) continue
    if (found >= 0 && !clusters.same(found, c)) return undefined
    found = c
  }
  return found < 0 ? undefined : found
}
