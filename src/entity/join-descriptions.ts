import type { Code } from '../record/types.ts'
import type { Context } from './context.ts'
import { inside, isAnaphor, modifiers, nationsFit, together } from './join-nominals.ts'
import type { SortWeights } from './join-pronouns.ts'
import { description, FARTHEST_SENTENCE, MOST_CANDIDATES, pronounFeatures } from './pronoun-features.ts'

/*
 * 'The minister', 'the firm', 'these parties' that no rule tied to anything: a choice among who was told of before, ranked as pronouns are,
 * by weights of their own (sort 'noun' of codebook/entity/pronoun-weights.tsv).
 */

/** Joins descriptions that stand alone, left to right, to the candidate with the highest sum of weights, where that passes the bar. */
export function joinDescriptions(context: Context, codes: readonly (Code | undefined)[], own: SortWeights): void {
  context.mentions.forEach((_, m) => {
    if (!isDescription(context, m)) return
    let [best, most] = [-1, own.bar]
    describedBefore(context, m).forEach((c, rank) => {
      let score = 0
      for (const feature of descriptionFeatures(context, codes, { m, c, rank })) score += own.features[feature]
      if (score > most) [best, most] = [c, score]
    })
    if (best >= 0) context.clusters.join(best, m)
  })
}

/** Whether a mention describes somebody with an article or 'this', and is joined to nothing before. */
export function isDescription(context: Context, m: number): boolean {
  const { form, definite, kind } = context.mentions[m]
  return form === 'nominal' && (definite === 'the' || definite === 'this') && SORTS.has(kind) && isAnaphor(context, m)
}

const SORTS: ReadonlySet<string> = new Set(['person', 'organization', 'group', 'place'])
const MANY: ReadonlySet<string> = new Set(['organization', 'group'])

/** Who may be meant, the nearest first, one mention an entity. */
export function describedBefore(context: Context, m: number): number[] {
  const { mentions, clusters, language } = context
  const here = language.sentence[mentions[m].head]
  const found = new Map<number, number>()
  for (let c = m - 1, looked = 0; c >= 0 && looked < MOST_CANDIDATES; c--, looked++) {
    if (here - language.sentence[mentions[c].head] > FARTHEST_SENTENCE) break
    const root = clusters.root(c)
    if (found.has(root) || mentions[c].form === 'pronoun' || mentions[c].person !== 3) continue
    if (canDescribe(context, m, c)) found.set(root, c)
  }
  return [...found.values()]
}

function canDescribe(context: Context, m: number, c: number): boolean {
  const { mentions, clusters } = context
  const [kind, other] = [mentions[m].kind, clusters.kind(c)]
  if (kind !== other && !(MANY.has(kind) && MANY.has(other))) return false
  if (!clusters.agrees(c, m) || !nationsFit(context, c, m)) return false
  return !inside(mentions[c], mentions[m]) && !together(context, c, m)
}

/** What speaks for and against candidate c as who description m means. */
export function descriptionFeatures(
  context: Context,
  codes: readonly (Code | undefined)[],
  { m, c, rank }: { m: number; c: number; rank: number },
): number[] {
  const { mentions, clusters } = context
  const cluster = clusters.of(c)
  const { key, definite, number } = mentions[m]
  const found = pronounFeatures(context, m, c, rank)
  found.push(
    description.kind[mentions[m].kind || 'other'],
    description.modifiers[Math.min(2, modifiers(context, mentions[m]).size)],
  )
  if (cluster.roles.includes(key)) found.push(description.sameNoun)
  else if (cluster.roles.length > 0) found.push(description.otherNoun)
  else found.push(description.noNoun)
  if (cluster.names.length > 0) found.push(description.named)
  if (definite === 'this') found.push(description.this)
  if (number === 'p') found.push(description.plural)
  const sector = codes[m]?.sectors[0]
  if (sector && sector !== 'UNK') {
    const sectors = cluster.mentions.flatMap((other) => codes[other]?.sectors ?? [])
    found.push(
      sectors.includes(sector)
        ? description.sameSector
        : sectors.length > 0
          ? description.otherSector
          : description.noSector,
    )
  }
  if (clusters.of(m).nations.some((nation) => cluster.nations.includes(nation))) found.push(description.sameNation)
  return found
}
