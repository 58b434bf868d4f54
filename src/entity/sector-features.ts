import type { Code } from '../record/types.ts'
import type { Context } from './context.ts'
import type { FoundMention } from './mention.ts'
import { roleOf } from './pronoun-features.ts'

/** An entity's mentions, in the order of the text, and what their words alone say of it. */
export interface Uncoded {
  mentions: readonly number[]
  kind: string
  code: Code | undefined
}

/** Sorts of features; a feature is one of them with a word. Written into the model: a new sort goes to the end. */
export const FEATURE_SORTS = [
  'entity',
  'proposed',
  'proposed by',
  'proposed for',
  'besides',
  'a mention',
  'name',
  'name ends',
  'noun',
  'noun ends',
  'beside',
  'title',
  'apposed',
  'of',
  'of a',
  'part',
  'relation to',
  'does',
  'does to',
  'has',
  'with',
] as const
export type FeatureSort = (typeof FEATURE_SORTS)[number]
type Add = (sort: FeatureSort, word: string) => void

const MOST_MENTIONS = 12

/**
 * What speaks for an entity's sector: what the codebook proposes for it and for each mention, its nouns, names, titles and what stands
 * beside them, what it does and suffers. The same feature may be added more than once.
 */
export function sectorFeatures(
  context: Context,
  codes: readonly (Code | undefined)[],
  { mentions: own, kind, code }: Uncoded,
  add: Add,
): void {
  const { mentions } = context
  const proposed = code?.sectors[0] ?? 'none'
  add('entity', kind)
  add('proposed', proposed)
  add('proposed by', `${proposed} ${code?.basis ?? 'nothing'}`)
  add('proposed for', `${proposed} ${kind}`)
  for (const sector of code?.sectors.slice(1) ?? []) add('besides', sector)
  if (code?.country) add('entity', 'of a country')
  let named = false
  for (const m of own.slice(0, MOST_MENTIONS)) {
    const mention = mentions[m]
    if (mention.form === 'name') named = true
    if (mention.form !== 'pronoun') addWords(context, m, codes, add)
    addDeeds(context, mention, kind, add)
  }
  add('entity', named ? 'named' : 'unnamed')
  if (own.length > 1) add('entity', 'mentioned again')
  if (own.length > 4) add('entity', 'mentioned often')
}

/** Mentions that hang on a mention's head or stand in its title: 'the Almeth Union chairman', 'head of the port'. */
function within({ tree, mentions, mentionAt }: Context, { head, heads, titles, to, from }: FoundMention): number[] {
  const left = Math.max(tree.left(head), Math.min(from, ...titles.map((title) => title.from)) - FARTHEST)
  const right = Math.min(tree.right(head), to + FARTHEST)
  const found: number[] = []
  for (let w = left; w < right; w++) {
    const m = mentionAt[w]
    if (m >= 0 && w !== head && !heads.includes(w) && mentions[m].form !== 'pronoun') found.push(m)
  }
  return found
}

const FARTHEST = 6

function addWords(context: Context, m: number, codes: readonly (Code | undefined)[], add: Add): void {
  const { words, language, tree, mentionAt, mentions } = context
  const mention = mentions[m]
  const code = codes[m]
  const { form, head, from, to, titles, key, number } = mention
  if (code?.sectors[0]) add('a mention', `${code.sectors[0]} ${code.basis}`)
  if (form === 'name') {
    for (let w = from; w < to; w++) add('name', words.folded[w])
    add('name ends', words.singular[to - 1])
  } else {
    add('noun', key)
    add('noun ends', key.slice(-4))
    if (number === 'p') add('entity', 'many')
    for (let w = from; w < to; w++) if (w !== head) add('beside', words.singular[w])
  }
  for (const other of within(context, mention)) {
    const sector = codes[other]?.sectors[0]
    if (sector) add('with', `${sector} ${mention.kind}`)
    add('with', `${mentions[other].form} ${mentions[other].kind}`)
  }
  for (const title of titles) for (let w = title.from; w < title.to; w++) add('title', words.folded[w])
  for (const c of tree.children(head)) {
    const relation = language.relation[c]
    if (relation === 'appos') add('apposed', language.lemma[c])
    else if (relation === 'nmod' || relation === 'nmod:poss') {
      add('of', words.singular[c])
      if (mentionAt[c] >= 0) add('of a', mentions[mentionAt[c]].kind)
    } else if ((relation === 'compound' || relation === 'amod') && (c < from || c >= to))
      add('beside', words.singular[c])
  }
}

/** What a mention does and suffers: its part in the clause, with the verb. */
function addDeeds(context: Context, mention: FoundMention, kind: string, add: Add): void {
  const { language, tree } = context
  const role = roleOf(context, mention)
  const above = language.head[mention.head]
  add('part', `${kind} ${role}`)
  if (above < 0) return
  const isSubject = role === 'subject' || role === 'root-subject'
  if (mention.form === 'pronoun' && !isSubject) return
  const lemma = language.lemma[above]
  const relation = language.relation[mention.head]
  add('relation to', `${relation} ${lemma}`)
  if (isSubject) {
    add('does', `${kind} ${lemma}`)
    const object = tree.child(above, 'obj')
    if (object >= 0) add('does to', language.lemma[object])
  }
  if (relation === 'nmod:poss') add('has', `${kind} ${lemma}`)
}

/** The mean of what the network knows of an entity's head words, into `mean`; nothing where trees come from elsewhere. */
export function meanVector({ mentions, language }: Context, own: readonly number[], mean: Float32Array): void {
  mean.fill(0)
  const known = language.context
  if (!known || known.width !== mean.length) return
  let [count, looked] = [0, 0]
  for (const m of own) {
    if (mentions[m].form === 'pronoun' || looked++ >= MOST_MENTIONS) continue
    const { head, heads } = mentions[m]
    for (let h = -1; h < heads.length; h++) {
      const at = (h < 0 ? head : heads[h]) * known.width
      for (let k = 0; k < known.width; k++) mean[k] += known.values[at + k]
      count++
    }
  }
  if (count > 0) for (let k = 0; k < mean.length; k++) mean[k] /= count * ONE
}

/** The network's vectors are in fixed point with 9 bits behind the point; a third of it weighs about as much as a word. */
const ONE = 512 * 3
