import { firstIndex } from '../first-index.ts'
import type { Context } from './context.ts'
import {
  canRefer,
  FARTHEST_SENTENCE,
  featureNames,
  isBound,
  MOST_CANDIDATES,
  mostMentions,
  pronounFeatures,
  pronounSort,
  roleOf,
  weFeatures,
} from './pronoun-features.ts'

/** For one sort of pronoun: a weight for every feature, and the bar that a candidate must pass. */
interface SortWeights {
  features: Float64Array
  bar: number
}
export type PronounWeights = ReadonlyMap<string, SortWeights>

const SORTS = ['he', 'it', 'they', 'we']

/** Weights from the rows of codebook/entity/pronoun-weights.tsv: the general ones go to every sort; unknown names are passed over. */
export function readWeights(rows: readonly (readonly string[])[]): PronounWeights {
  const index = new Map(featureNames.map((name, i) => [name, i]))
  const weights = new Map(SORTS.map((sort) => [sort, { features: new Float64Array(featureNames.length), bar: 0 }]))
  for (const [name, value] of rows) {
    const own = SORTS.find((sort) => name.startsWith(`${sort} `))
    const feature = own ? name.slice(own.length + 1) : name
    const at = index.get(feature)
    for (const [sort, sums] of weights) {
      if (own && own !== sort) continue
      if (feature === 'nothing') sums.bar = Number(value)
      else if (at !== undefined) sums.features[at] += Number(value)
    }
  }
  return weights
}

/**
 * Joins third-person pronouns, left to right, to the candidate before them with the highest sum of weights, where that is
 * more than the weight of standing for nothing that the report names. Only a few sentences back are looked at.
 */
export function joinPronouns(context: Context, weights: PronounWeights): void {
  const { mentions, clusters } = context
  mentions.forEach((mention, p) => {
    if (mention.form !== 'pronoun' || mention.person !== 3 || mention.relative || joinedBefore(context, p)) return
    const best = bestCandidate(context, p, weights)
    if (best >= 0) clusters.join(best, p)
  })
  joinFirstPersons(context, weights)
}

const joinedBefore = ({ clusters }: Context, p: number) => clusters.of(p).mentions.some((other) => other < p)

/**
 * Candidates for pronoun p, the nearest first, one a cluster: of its mentions in the sentence where it was last mentioned, the one
 * with the most prominent part.
 */
export function candidatesOf(context: Context, p: number): number[] {
  const { mentions, clusters, language } = context
  const here = language.sentence[mentions[p].head]
  const place = new Map<number, number>()
  const found: number[] = []
  const bound = new Set<number>()
  const told = toldBy(context, p)
  for (let c = p - 1, looked = 0; c >= 0 && looked < MOST_CANDIDATES; c--, looked++) {
    if (here - language.sentence[mentions[c].head] > FARTHEST_SENTENCE) break
    if (here === language.sentence[mentions[c].head] && isBound(context, p, c)) bound.add(clusters.root(c))
    else if (!canRefer(context, p, c)) continue
    if (bound.has(clusters.root(c)) || told.has(clusters.root(c))) continue
    const at = place.get(clusters.root(c))
    if (at === undefined) {
      place.set(clusters.root(c), found.length)
      found.push(c)
    } else if (isMoreProminent(context, c, found[at])) found[at] = c
  }
  return bound.size === 0 ? found : found.filter((c) => !bound.has(clusters.root(c)))
}

const PROMINENCE = ['root-subject', 'subject', 'object']
const prominence = (role: string) => (PROMINENCE.includes(role) ? PROMINENCE.indexOf(role) : PROMINENCE.length)

function isMoreProminent(context: Context, a: number, b: number): boolean {
  const { mentions, language } = context
  if (language.sentence[mentions[a].head] !== language.sentence[mentions[b].head]) return false
  return prominence(roleOf(context, mentions[a])) < prominence(roleOf(context, mentions[b]))
}

function bestCandidate(context: Context, p: number, weights: PronounWeights): number {
  const own = weights.get(pronounSort(context.book, context.mentions[p].key))
  if (!own) return -1
  let [best, most] = [-1, own.bar]
  const candidates = candidatesOf(context, p)
  const size = mostMentions(context, candidates)
  candidates.forEach((c, rank) => {
    let score = 0
    for (const feature of pronounFeatures(context, p, c, { rank, most: size })) score += own.features[feature]
    if (score > most) [best, most] = [c, score]
  })
  return best
}

const NOBODY: ReadonlySet<number> = new Set()

/** The clusters that what p says, in marks or without, names or calls by a noun: who is told of is not who says it. */
function toldBy(context: Context, p: number): ReadonlySet<number> {
  const { mentions, clusters, language, isSayer } = context
  const content = saidBy(context, p)
  if (content < 0 && !isSayer[p]) return NOBODY
  const said = isSayer[p] ? namesQuotedOf(context).get(p) : undefined
  const found = new Set(said?.map((m) => clusters.root(m)))
  if (content < 0) return found
  // mentions stand in the order of their heads: those of the sentence are beside p
  const isNear = (m: number) => mentions[m] && language.sentence[mentions[m].head] === language.sentence[content]
  const look = (m: number) => {
    const { form, head } = mentions[m]
    if (form !== 'pronoun' && isIn(context, content, p, head)) found.add(clusters.root(m))
  }
  for (let m = p - 1; isNear(m); m--) look(m)
  for (let m = p; isNear(m); m++) look(m)
  return found
}

const namesQuoted = new WeakMap<Context, ReadonlyMap<number, readonly number[]>>()

/** For every mention that says quotations, the names and nouns in them. */
function namesQuotedOf(context: Context): ReadonlyMap<number, readonly number[]> {
  const known = namesQuoted.get(context)
  if (known) return known
  const found = new Map<number, number[]>()
  context.mentions.forEach(({ quote, form }, m) => {
    if (quote < 0 || form === 'pronoun' || context.speakers[quote] < 0) return
    const said = found.get(context.speakers[quote])
    if (said) said.push(m)
    else found.set(context.speakers[quote], [m])
  })
  namesQuoted.set(context, found)
  return found
}

/** The verb of the clause that p says, where p is the subject of a verb of saying: 'he said [Venn left]', '[Venn left], he said'; or -1. */
function saidBy({ language, tree, mentions, book }: Context, p: number): number {
  const { head, relation, lemma } = language
  const word = mentions[p].head
  const verb = relation[word] === 'nsubj' ? head[word] : -1
  if (verb < 0 || !book.sayings.has(lemma[verb])) return -1
  return relation[verb] === 'parataxis' ? head[verb] : tree.child(verb, 'ccomp')
}

/** Whether a word stands in the clause, and not in the words that say who says it. */
function isIn({ language, tree, mentions }: Context, clause: number, p: number, word: number): boolean {
  const verb = language.head[mentions[p].head]
  if (language.sentence[word] !== language.sentence[clause] || !tree.above(clause, word)) return false
  return !tree.above(verb, word) || tree.above(verb, clause)
}

/**
 * 'I' and 'my' of a quotation are its speaker; where none is known, those of one quotation are one. 'We' of one speaker is one: the body or
 * country that most speaks for, or a speaker who is many.
 */
function joinFirstPersons(context: Context, weights: PronounWeights): void {
  const { mentions, clusters, speakers } = context
  const ofOne = new Map<string, number>()
  const firsts = new Map<string, number>()
  mentions.forEach(({ form, person, number, quote }, m) => {
    if (form !== 'pronoun' || person !== 1) return
    const speaker = quote >= 0 ? speakers[quote] : -1
    const kind = speaker < 0 ? '' : clusters.kind(speaker)
    if (number === 's' && speaker >= 0 && (kind === 'person' || kind === '')) {
      clusters.join(speaker, m)
      return
    }
    const key = speaker >= 0 ? `${number} of ${clusters.root(speaker)}` : `${number} ${quote}`
    const known = ofOne.get(key)
    if (known !== undefined) clusters.join(known, m)
    else {
      ofOne.set(key, m)
      if (number === 'p' && speaker >= 0) firsts.set(key, m)
    }
  })
  for (const m of firsts.values()) {
    const best = bestWe(context, m, weights)
    if (best >= 0) clusters.join(best, m)
  }
}

function bestWe(context: Context, p: number, weights: PronounWeights): number {
  const own = weights.get('we')
  if (!own) return -1
  const speaker = context.speakers[context.mentions[p].quote]
  let [best, most] = [-1, own.bar]
  for (const c of weCandidates(context, p)) {
    let score = 0
    for (const feature of weFeatures(context, speaker, c)) score += own.features[feature]
    if (score > most) [best, most] = [c, score]
  }
  return best
}

const COLLECTIVE = new Set(['organization', 'group', 'place'])
const FARTHEST_WE = 3

/**
 * Candidates for the 'we' of a quotation: the speaker who is many, bodies, groups and countries beside a mention of the speaker, and those
 * of the sentences before; one a cluster.
 */
export function weCandidates(context: Context, p: number): number[] {
  const { mentions, clusters, language, speakers } = context
  const { quote, head } = mentions[p]
  const speaker = speakers[quote]
  const here = Math.max(language.sentence[head], language.sentence[mentions[speaker].head])
  const near = new Set(clusters.of(speaker).mentions.map((m) => language.sentence[mentions[m].head]))
  for (let s = here - FARTHEST_WE; s <= here; s++) near.add(s)
  const found = new Map<number, number>()
  for (const sentence of [...near].sort((a, b) => a - b))
    for (let c = firstFrom(context, sentence); mentions[c] && language.sentence[mentions[c].head] === sentence; c++) {
      if (mentions[c].form === 'pronoun' || mentions[c].quote === quote || !COLLECTIVE.has(clusters.kind(c))) continue
      found.set(clusters.root(c), c)
    }
  return [...found.values()]
}

/** The first mention of a sentence or of those behind it: mentions stand in the order of their heads. */
function firstFrom({ mentions, language }: Context, sentence: number): number {
  return firstIndex(mentions.length, (mention) => language.sentence[mentions[mention].head] >= sentence)
}
