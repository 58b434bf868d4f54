import type { EntityCodebook } from './codebook.ts'
import type { Context } from './context.ts'
import type { FoundMention } from './mention.ts'
import { mayBeSame } from './traits.ts'

/** How many sentences back an antecedent may stand, and how many mentions are looked at. */
export const FARTHEST_SENTENCE = 4
export const MOST_CANDIDATES = 36

/**
 * What speaks for and against candidate c, of a rank by nearness and among candidates of at most so many mentions, as what pronoun p refers to, as indices into `featureNames`, whose weights stand in
 * codebook/entity/pronoun-weights.tsv. Every feature is prefixed with the sort of pronoun: 'he', 'it', 'they'.
 */
export function pronounFeatures(
  context: Context,
  p: number,
  c: number,
  { rank, most }: { rank: number; most: number },
): number[] {
  const { mentions, language, clusters } = context
  const [pronoun, candidate] = [mentions[p], mentions[c]]
  const cluster = clusters.of(c)
  const distance = language.sentence[pronoun.head] - language.sentence[candidate.head]
  const role = roleOf(context, candidate)
  const own = roleOf(context, pronoun)
  const before = paragraphOf(context, pronoun) - paragraphOf(context, candidate)
  const leads = role === 'subject' || role === 'root-subject'
  const found = [
    NEAR[Math.min(distance, 4)],
    RANK[Math.min(rank, 6)],
    (distance === 0 ? ROLE_HERE : ROLE_BEFORE)[role],
    FORM[candidate.form],
    MENTIONS[sizeOf(cluster.mentions.length)],
    KIND[clusters.kind(c) || 'unknown'],
    (leads ? PARAGRAPHS_SUBJECT : PARAGRAPHS_OTHER)[Math.min(before, 2)],
    NUMBER[cluster.number || 'unknown'],
  ]
  if (cluster.mentions.length === most) found.push(MOST)
  if (isFirst(context, c)) found.push(distance === 0 ? FIRST_HERE : FIRST_BEFORE)
  if (isSpeaker(context, candidate)) found.push(SPEAKER[Math.min(before, 1)])
  if (pronoun.quote >= 0 && distance > 0) found.push(QUOTED)
  if (role === own) found.push(PARALLEL)
  if (candidate.form === 'pronoun' && sameWord(context.book, candidate.key, pronoun.key)) found.push(SAME_PRONOUN)
  if (candidate.quote !== pronoun.quote) found.push(candidate.quote >= 0 ? OUT_OF_QUOTE : INTO_QUOTE)
  if (candidate.form === 'nominal') found.push(DEFINITE[candidate.definite || 'none'])
  if (cluster.gender && cluster.gender === pronoun.gender) found.push(GENDER_KNOWN)
  if (isPossessive(context, pronoun) && distance === 0) found.push(POSSESSIVE[role])
  if (sameClause(context, pronoun, candidate)) found.push(SAME_CLAUSE)
  if (context.isSayer[p]) found.push(context.isSayer[c] ? SAYERS : SAYS_AFTER)
  if (pronoun.quote >= 0 && context.speakers[pronoun.quote] >= 0)
    if (clusters.same(context.speakers[pronoun.quote], c)) found.push(OWN_SPEAKER)
  if (language.sentence[mentions[cluster.mentions[0]].head] === 0) found.push(LEAD)
  if (cluster.names.length > 0 && candidate.form !== 'name') found.push(NAMED)
  return found
}

/** How often somebody was mentioned: each number up to 4, then 5 to 8, then more. */
const sizeOf = (mentions: number) => (mentions <= 4 ? mentions : mentions <= 8 ? 5 : 6)

/** The most mentions that a candidate has. */
export const mostMentions = ({ clusters }: Context, candidates: readonly number[]): number =>
  candidates.reduce((most, c) => Math.max(most, clusters.of(c).mentions.length), 0)

/** What more speaks for and against a candidate as what the 'we' of a speaker refers to. */
export function weFeatures(context: Context, speaker: number, c: number): number[] {
  const { clusters, mentions } = context
  const kind = clusters.kind(c) || 'unknown'
  const found = [KIND[kind]]
  const own = clusters.of(speaker)
  if (clusters.same(speaker, c)) found.push(WE_SELF)
  if (isBelow(context, speaker, c)) found.push(WE_BESIDE)
  else if (own.mentions.some((m) => isBelow(context, m, c))) found.push(WE_BESIDE_ONCE)
  const nations = clusters.of(c).nations
  if (own.nations.some((nation) => nations.includes(nation)))
    found.push(kind === 'place' ? WE_COUNTRY : WE_COUNTRY_BODY)
  const count = clusters.of(c).mentions.length
  found.push(MENTIONS[sizeOf(count)], FORM[mentions[c].form])
  if (clusters.of(c).number === 'p') found.push(NUMBER.p)
  return found
}

/** Whether c hangs on the mention of a speaker: 'Marek, head of the port', 'port director Marek'. */
function isBelow({ mentions, tree }: Context, speaker: number, c: number): boolean {
  const { head, heads } = mentions[speaker]
  return c !== speaker && (tree.above(head, mentions[c].head) || heads.some((h) => tree.above(h, mentions[c].head)))
}

/** Names of all features, as in the table of weights. */
export const featureNames: string[] = []

// Features are numbers: this is the stage's innermost loop.
const feature = (name: string) => featureNames.push(name) - 1
const ROLES = 'root-subject subject object oblique possessor modifier conj root other'.split(' ')
const counted = (name: string, most: number, after = '') =>
  Array.from({ length: most + 1 }, (_, i) => feature(`${name} ${i}${after}`))
const named = (name: string, values: readonly string[], after = ''): Record<string, number> =>
  Object.fromEntries(values.map((value) => [value, feature(`${name} ${value}${after}`)]))
const NEAR = counted('sentences', 4)
const RANK = counted('rank', 6)
const MENTIONS = counted('mentions', 6)
const SPEAKER = counted('speaker', 1)
const PARAGRAPHS_SUBJECT = counted('paragraphs', 2, ' subject')
const PARAGRAPHS_OTHER = counted('paragraphs', 2, ' other')
const ROLE_HERE = named('role', ROLES, ' here')
const ROLE_BEFORE = named('role', ROLES, ' before')
const POSSESSIVE = named('possessive', ROLES)
const FORM = named('form', ['name', 'nominal', 'pronoun'])
const KIND = named('kind', ['person', 'organization', 'group', 'place', 'facility', 'other', 'unknown'])
const NUMBER = named('number', ['s', 'p', 'unknown'])
const DEFINITE = named('definite', ['the', 'this', 'own', 'none'])
const FIRST_HERE = feature('first here')
const FIRST_BEFORE = feature('first before')
const QUOTED = feature('quoted')
const PARALLEL = feature('parallel')
const SAME_PRONOUN = feature('same-pronoun')
const OUT_OF_QUOTE = feature('out-of-quote')
const INTO_QUOTE = feature('into-quote')
const GENDER_KNOWN = feature('gender-known')
const SAME_CLAUSE = feature('same-clause')
const MOST = feature('most mentions')
const SAYERS = feature('both say something')
const SAYS_AFTER = feature('says something itself')
const OWN_SPEAKER = feature('says what it stands in')
const LEAD = feature('in the first sentence')
const NAMED = feature('named elsewhere')
const WE_SELF = feature('the speaker')
const WE_BESIDE = feature('beside the speaker')
const WE_BESIDE_ONCE = feature('beside the speaker elsewhere')
const WE_COUNTRY = feature("the speaker's country")
const WE_COUNTRY_BODY = feature("of the speaker's country")

const isPossessive = ({ book }: Context, { key }: FoundMention) => book.lists.possessive.has(key)

const baseOf = (book: EntityCodebook, key: string) => book.pronouns.get(key)?.base

/** 'him' and 'she' to 'he', 'their' to 'they'. */
export function pronounSort(book: EntityCodebook, key: string): string {
  const base = baseOf(book, key)
  return base === 'she' ? 'he' : (base ?? key)
}
const sameWord = (book: EntityCodebook, a: string, b: string) => baseOf(book, a) === baseOf(book, b)

const paragraphOf = ({ language }: Context, { head }: FoundMention) =>
  language.sentences[language.sentence[head]].paragraph

/** The mention's part in its clause. */
export function roleOf(
  { language, tree }: Pick<Context, 'language' | 'tree'>,
  { head: word }: { head: number },
): string {
  // An apposition has the part of what it stands beside.
  let head = word
  for (let steps = 0; language.relation[head] === 'appos' && language.head[head] >= 0 && steps < 3; steps++)
    head = language.head[head]
  const relation = language.relation[head]
  if (relation.startsWith('nsubj')) {
    const verb = language.head[head]
    if (verb >= 0 && language.relation[verb] === 'parataxis') return 'root-subject'
    return verb >= 0 && (language.head[verb] < 0 || language.relation[verb] === 'root') ? 'root-subject' : 'subject'
  }
  if (relation === 'obj' || relation === 'iobj') return 'object'
  if (relation.startsWith('obl')) return 'oblique'
  if (relation === 'nmod:poss') return 'possessor'
  if (relation.startsWith('nmod') || relation === 'compound' || relation === 'amod') return 'modifier'
  // 'Venn, the head of the port, attended ...': a parser may take the subject for the root.
  if (relation === 'root' && tree.children(head).some((c) => c > head && isVerbBeside(language, c)))
    return 'root-subject'
  if (relation === 'conj' || relation === 'root') return relation
  return 'other'
}

/** Whether no mention of its sentence stands before it. */
const isFirst = ({ mentions, language: { sentence } }: Context, c: number) =>
  c === 0 || sentence[mentions[c - 1].head] !== sentence[mentions[c].head]

const isVerbBeside = ({ upos, relation, xpos }: Context['language'], w: number) =>
  upos[w] === 'VERB' && /^VB[DPZ]/.test(xpos[w]) && /^(?:conj|parataxis|ccomp|acl)$/.test(relation[w])

/** Whether the mention is the subject of a verb that takes a clause: one who says, thinks, knows. */
function isSpeaker({ language, tree }: Context, { head }: FoundMention): boolean {
  if (!language.relation[head].startsWith('nsubj')) return false
  const verb = language.head[head]
  return verb >= 0 && (language.relation[verb] === 'parataxis' || tree.child(verb, 'ccomp', 'parataxis') >= 0)
}

const ARGUMENT = /^(?:nsubj|obj|iobj|obl|csubj)/

/** Whether both are arguments of one verb. */
function sameClause({ language }: Context, a: FoundMention, b: FoundMention): boolean {
  const verb = language.head[a.head]
  return verb >= 0 && verb === language.head[b.head]
}

const collective = new Set(['organization', 'group', 'place', 'facility', 'other'])

/** Whether c can be what p refers to at all: number, gender, sort. */
export function canRefer(context: Context, p: number, c: number): boolean {
  const { mentions, clusters, language } = context
  const [pronoun, candidate] = [mentions[p], mentions[c]]
  const cluster = clusters.of(c)
  const kind = clusters.kind(c)
  if (candidate.relative || candidate.person !== 3) return false
  if (pronoun.number === 'p') {
    if (cluster.number === 's' && (kind === 'person' || kind === 'facility')) return false
  } else if (!mayBeSame(cluster.number, 's')) return false
  if (pronoun.gender === 'n') {
    if (kind === 'person' || cluster.gender === 'm' || cluster.gender === 'f') return false
  } else if (pronoun.number === 's') {
    if (collective.has(kind) || !mayBeSame(cluster.gender, pronoun.gender)) return false
  }
  if (candidate.form === 'name' && candidate.kind === 'group' && language.upos[candidate.head] === 'ADJ') return false
  return true
}

/** Whether the sentence's build forbids it: an argument of the same verb would be 'himself'; 'his brother' is not his own brother. */
export function isBound(context: Context, p: number, c: number): boolean {
  const { mentions, tree } = context
  const [pronoun, candidate] = [mentions[p], mentions[c]]
  if (
    !isPossessive(context, pronoun) &&
    sameClause(context, pronoun, candidate) &&
    argumentsBoth(context, pronoun, candidate)
  )
    return true
  const within = candidate.from <= pronoun.head && pronoun.head < candidate.to
  return within || (tree.above(candidate.head, pronoun.head) && !hasVerbBetween(context, candidate.head, pronoun.head))
}

/** A verb parts them: 'the man who lost his brother' has lost his own. */
function hasVerbBetween({ language: { head, upos } }: Context, above: number, below: number): boolean {
  for (let w = head[below]; w >= 0 && w !== above; w = head[w]) if (upos[w] === 'VERB') return true
  return false
}

const argumentsBoth = ({ language }: Context, a: FoundMention, b: FoundMention) =>
  ARGUMENT.test(language.relation[a.head]) && ARGUMENT.test(language.relation[b.head])
