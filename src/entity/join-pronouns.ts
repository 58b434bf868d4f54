import type { Context } from './context.ts'
import {
  canRefer,
  FARTHEST_SENTENCE,
  featureNames,
  isBound,
  MOST_CANDIDATES,
  pronounFeatures,
  pronounSort,
  roleOf,
} from './pronoun-features.ts'

/** For one sort of pronoun: a weight for every feature, and the bar that a candidate must pass. */
interface SortWeights {
  features: Float64Array
  bar: number
}
export type Weights = ReadonlyMap<string, SortWeights>

const SORTS = ['he', 'it', 'they']

/** Weights from the rows of codebook/entity/pronoun-weights.tsv: the general ones go to every sort; unknown names are passed over. */
export function readWeights(rows: readonly (readonly string[])[]): Weights {
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
export function joinPronouns(context: Context, weights: Weights): void {
  const { mentions, clusters } = context
  mentions.forEach((mention, p) => {
    if (mention.form !== 'pronoun' || mention.person !== 3 || mention.relative || joinedBefore(context, p)) return
    const best = bestCandidate(context, p, weights)
    if (best >= 0) clusters.join(best, p)
  })
  joinSpeakers(context)
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
  for (let c = p - 1, looked = 0; c >= 0 && looked < MOST_CANDIDATES; c--, looked++) {
    if (here - language.sentence[mentions[c].head] > FARTHEST_SENTENCE) break
    if (here === language.sentence[mentions[c].head] && isBound(context, p, c)) bound.add(clusters.root(c))
    else if (!canRefer(context, p, c)) continue
    if (bound.has(clusters.root(c))) continue
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

function bestCandidate(context: Context, p: number, weights: Weights): number {
  const own = weights.get(pronounSort(context.mentions[p].key))
  if (!own) return -1
  let [best, most] = [-1, own.bar]
  candidatesOf(context, p).forEach((c, rank) => {
    let score = 0
    for (const feature of pronounFeatures(context, p, c, rank)) score += own.features[feature]
    if (score > most) [best, most] = [c, score]
  })
  return best
}

/** 'I' and 'my' of one quotation are one speaker; so are those of the report itself. The same for 'we'. */
function joinSpeakers({ mentions, clusters }: Context): void {
  const first = new Map<string, number>()
  mentions.forEach(({ form, person, number, quote }, m) => {
    if (form !== 'pronoun' || person !== 1) return
    const key = `${number} ${quote}`
    const known = first.get(key)
    if (known === undefined) first.set(key, m)
    else clusters.join(known, m)
  })
}
