import type { Code } from '../record/types.ts'
import { calledOtherwise } from './called-otherwise.ts'
import type { Context } from './context.ts'
import type { FoundMention } from './mention.ts'
import { mayBeSame } from './traits.ts'

/**
 * Joins nominals to what they repeat: 'the minister' to the nearest minister before it who belongs to no other nation and carries every
 * modifier of it; 'the group', 'the country', 'the company' to the nearest of that sort; 'the president' to the one person in sight.
 */
export function joinNominals(context: Context, codes: readonly (Code | undefined)[]): void {
  const { mentions, clusters } = context
  const byRole = new Map<string, number[]>()
  const latest = new Map<string, number[]>()
  const remember = (map: Map<string, number[]>, key: string, m: number) => {
    const list = map.get(key)
    if (!list) map.set(key, [m])
    else if (list[list.length - 1] !== m) list.push(m)
  }
  mentions.forEach((mention, m) => {
    if (mention.form === 'pronoun') return
    if (mention.form === 'nominal' && isAnaphor(context, m)) {
      const same = recent(byRole.get(mention.key)).find((c) => fits(context, c, m))
      const found =
        same ?? (mention.definite === '' ? undefined : (otherwise(context, m, codes) ?? bySort(context, m, latest)))
      if (found !== undefined) clusters.join(found, m)
    }
    if (mention.form === 'name' && mention.titles.length > 0) {
      const roles = rolesOf(context, mention)
      const found = roles.flatMap((role) => recent(byRole.get(role))).find((c) => foretells(context, c, m))
      if (found !== undefined) clusters.join(found, m)
    }
    for (const role of rolesOf(context, mention)) remember(byRole, role, m)
    for (const sort of sortsOf(context, mention, codes[m])) remember(latest, sort, m)
  })
}

function otherwise(context: Context, m: number, codes: readonly (Code | undefined)[]): number | undefined {
  const { definite } = context.mentions[m]
  const found = definite === 'the' || definite === 'this' ? calledOtherwise(context, m, codes) : -1
  return found < 0 ? undefined : found
}

const MOST_COMPARED = 6
const recent = (list: number[] | undefined) => (list ? list.slice(-MOST_COMPARED).reverse() : [])

/** Whether the nominal can point back: 'the', 'this', or a bare plural; not what structure has joined already. */
function isAnaphor({ mentions, clusters, book }: Context, m: number): boolean {
  const mention = mentions[m]
  if (clusters.of(m).mentions.some((other) => other < m)) return false
  if (mention.definite === 'the' || mention.definite === 'this') return true
  if (book.lists.generic.has(mention.key)) return false
  return mention.definite === 'own' || (mention.number === 'p' && mention.kind !== 'place')
}

const FARTHEST = 40

/** 'The foreign minister', told of before 'Foreign Minister Jonas Reth' is named: one not named yet, of no other nation, and nobody else's. */
function foretells(context: Context, candidate: number, m: number): boolean {
  const { mentions, clusters, language } = context
  const [a, b] = [mentions[candidate], mentions[m]]
  if (a.form !== 'nominal' || a.number !== 's' || (a.definite !== 'the' && a.definite !== 'own')) return false
  if (clusters.of(candidate).names.length > 0 || !clusters.agrees(candidate, m)) return false
  if (clusters.of(m).mentions.some((other) => mentions[other].form === 'name' && other < candidate)) return false
  if (language.sentence[a.head] === language.sentence[b.head] || inside(a, b)) return false
  const [x, y] = [clusters.of(candidate).nations, clusters.of(m).nations]
  return x.length === 0 || y.length === 0 || y.some((nation) => x.includes(nation))
}

function fits(context: Context, candidate: number, m: number): boolean {
  const { mentions, clusters, language } = context
  const [a, b] = [mentions[candidate], mentions[m]]
  const distance = language.sentence[b.head] - language.sentence[a.head]
  if (distance > (b.definite === '' ? 6 : FARTHEST)) return false
  if (!clusters.agrees(candidate, m) || !mayBeSame(a.number, b.number)) return false
  if (inside(a, b) || !nationsFit(context, candidate, m)) return false
  const own = modifiers(context, b)
  if (b.definite === 'own' || b.definite === '') return sameSet(modifiers(context, a), own)
  if (own.size === 0) return true
  const known = knownOf(context, candidate)
  for (const word of own) if (!known.has(word)) return false
  return true
}

/** Everything that tells the candidate's entity from others: modifiers of its nouns, words of its names and titles. */
function knownOf(context: Context, candidate: number): Set<string> {
  const { mentions, clusters, words } = context
  const known = new Set<string>()
  for (const m of clusters.of(candidate).mentions.slice(0, MOST_KNOWN)) {
    for (const word of modifiers(context, mentions[m])) known.add(word)
    for (const { from, to } of mentions[m].titles) for (let w = from; w < to; w++) known.add(words.folded[w])
  }
  return known
}

const MOST_KNOWN = 12

export const inside = (a: FoundMention, b: FoundMention) =>
  (a.from <= b.head && b.head < a.to) || (b.from <= a.head && a.head < b.to)

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false
  for (const word of a) if (!b.has(word)) return false
  return true
}

/** Nations may not contradict; a group named with its nation is not one that stood there without. */
export function nationsFit({ clusters, mentions }: Context, a: number, b: number): boolean {
  const [x, y] = [clusters.of(a).nations, clusters.of(b).nations]
  if (x.length === 0 && y.length > 0) return mentions[b].number === 's' || mentions[b].kind === 'organization'
  if (x.length === 0 || y.length === 0) return true
  for (const nation of y) if (x.includes(nation)) return true
  return false
}

/** Words before the head that tell this one from others: adjectives, compounds, possessors; nations are compared apart. */
function modifiers({ language, words, book, tree }: Context, { head, key, form }: FoundMention): Set<string> {
  if (form === 'name') return new Set(key.split(' '))
  const own = new Set<string>()
  for (const c of tree.children(head)) {
    const relation = language.relation[c]
    if (!/^(?:amod|compound|nummod|nmod:poss|nmod)$/.test(relation)) continue
    const word = words.folded[c]
    if (key.includes(word) || book.lists.light.has(word) || book.adjectives.get(word) || book.actors.get(word)) continue
    own.add(word)
  }
  return own
}

/** The words by which a later nominal may call the mention: its noun, its titles, the noun of an organization's name. */
export function rolesOf({ words, book }: Context, { form, kind, key, from, to, titles }: FoundMention): string[] {
  if (form === 'nominal') {
    const last = key.slice(key.lastIndexOf(' ') + 1)
    return last.length < key.length && book.nouns.get(last) ? [key, last] : [key]
  }
  if (kind !== 'person') {
    const noun = to - from > 1 ? nounOfName({ words, book }, from, to) : -1
    return noun < 0 ? [] : [words.singular[noun]]
  }
  return titles.flatMap((title) => {
    const found: string[] = []
    for (let at = title.from; at < title.to; at++) {
      const noun = book.nouns.match(words.singular, at, title.to)
      if (noun) found.push(words.singular.slice(at, noun.to).join(' '))
    }
    return found
  })
}

/** The noun that a body's name ends with, or has before its 'of' or 'for'; or -1. */
function nounOfName({ words, book }: Pick<Context, 'words' | 'book'>, from: number, to: number): number {
  for (let w = from + 1; w < to - 1; w++)
    if (words.folded[w] === 'of' || words.folded[w] === 'for')
      if (book.nouns.match(words.singular, w - 1, w)) return w - 1
  return book.nouns.match(words.singular, to - 1, to) ? to - 1 : -1
}

/** What sort of thing a name is, for 'the group', 'the country', 'the city', 'the company'. */
function sortsOf(context: Context, { form, kind, from, to, key }: FoundMention, code: Code | undefined): string[] {
  const { book, words } = context
  if (form !== 'name' || kind === '') return []
  const actor = book.actors.match(words.folded, words.folded[from] === 'the' ? from + 1 : from, to)
  const row = actor?.to === to ? actor.value[0] : undefined
  if (kind === 'place') {
    if (row?.as === 'country' || row?.as === 'disputed') return ['country']
    return words.settled?.get(from)?.spot.level === 'division' ? ['town', 'division'] : ['town']
  }
  if (kind !== 'organization' && kind !== 'group') return [kind]
  if (kind === 'group' && book.adjectives.get(key)) return []
  return ['organization', `organization ${code?.sectors[0] ?? 'UNK'}`]
}

const NEAR = 6

/** The nearest name of the sort that a definite nominal asks for, which adjectives may describe: 'the war-torn country'. */
function bySort(context: Context, m: number, latest: Map<string, number[]>): number | undefined {
  const { mentions, book, language } = context
  const mention = mentions[m]
  if (mention.number !== 's' || mention.definite === 'own' || mention.to > mention.head + 1) return undefined
  const isBare = modifiers(context, mention).size === 0
  const noun = book.nouns.get(mention.key)
  const near = (sort: string) =>
    recent(latest.get(sort)).filter((c) => {
      const distance = language.sentence[mention.head] - language.sentence[mentions[c].head]
      return distance <= NEAR && !inside(mentions[c], mention) && nationsFit(context, c, m)
    })
  const candidates = (sort: string) => near(sort).at(0)
  if (!isBare) {
    if (!book.lists.lands.has(mention.key) || !isDescribed(context, mention)) return undefined
    const lands = near('country')
    return lands.every((c) => context.clusters.same(c, lands[0])) ? lands[0] : undefined
  }
  if (book.lists.lands.has(mention.key)) return candidates('country')
  if (book.lists.divisions.has(mention.key)) return candidates('division') ?? candidates('town')
  if (book.lists.towns.has(mention.key)) return candidates('town')
  if (book.lists.bodies.has(mention.key)) return candidates('organization')
  if (noun?.kind === 'organization' && noun.sector) {
    const known = candidates(`organization ${noun.sector.replace('?', '')}`)
    return known ?? (noun.sector === 'BUS' ? candidates('organization UNK') : undefined)
  }
  if (noun?.kind === 'person' && mention.kind === 'person') return personInSight(context, m, latest)
  return undefined
}

/** Whether only adjectives stand before the noun, none of which sets another apart: 'the war-torn country', not 'the other country'. */
function isDescribed({ tree, language, words, book }: Context, { head }: FoundMention): boolean {
  return tree
    .children(head)
    .every(
      (c) =>
        c > head ||
        /^(?:det|punct|case)$/.test(language.relation[c]) ||
        (language.relation[c] === 'amod' && !book.lists.others.has(words.folded[c])),
    )
}

/** 'The president', with no president before: the one person whom the last sentences name, where the registry agrees or nobody else is there. */
function personInSight(context: Context, m: number, latest: Map<string, number[]>): number | undefined {
  const { mentions, clusters, language } = context
  const here = language.sentence[mentions[m].head]
  const seen = new Map<number, number>()
  for (const c of recent(latest.get('person'))) {
    const distance = here - language.sentence[mentions[c].head]
    if (distance <= 3 && !inside(mentions[c], mentions[m]) && !together(context, c, m)) seen.set(clusters.root(c), c)
  }
  const fitting = [...seen.values()].filter((c) => clusters.agrees(c, m) && nationsFit(context, c, m))
  const office = fitting.filter((c) => holds(context, c, mentions[m].key))
  if (office.length > 0) return office[0]
  const free = fitting.filter((c) => clusters.of(c).roles.length === 0 && mentions[c].titles.length === 0)
  return seen.size === 1 && free.length === 1 ? free[0] : undefined
}

/** Whether both hang on one verb, or one on the other: then they are two, or structure would have joined them. */
export function together({ mentions, language: { head } }: Context, a: number, b: number): boolean {
  const [x, y] = [mentions[a].head, mentions[b].head]
  return head[x] === y || head[y] === x || (head[x] >= 0 && head[x] === head[y])
}

/** Whether the registry knows the person as one who held the office when the report was published. */
function holds({ clusters, book, published }: Context, m: number, office: string): boolean {
  for (const name of clusters.of(m).names) {
    const terms = book.people.get(name) ?? book.surnames.get(name) ?? []
    if (
      terms.some(
        (t) => t.office.includes(office) && (!published || (t.from <= published && (!t.to || t.to >= published))),
      )
    )
      return true
  }
  return false
}
