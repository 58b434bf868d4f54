import { type Grammar, openGrammar } from '../../language/clause/grammar.ts'
import { openWhen, type When } from '../../time/when.ts'
import { isAdmitted } from '../admit.ts'
import type { Candidate } from '../candidate.ts'
import type { EventCodebook, Rule } from '../codebook.ts'
import { type Coded, codeFuture } from '../future.ts'
import type { RoleContext } from '../party.ts'
import { findHeads, type Heads } from '../roles.ts'
import { findStatus, type ToldStatus } from '../status.ts'
import { NO_NATURE } from '../traits.ts'
import { findTriggers, nounAt, verbAt } from '../triggers.ts'
import type { EventInput } from '../types.ts'
import { openEventTime } from '../when.ts'
import { openWhere } from '../where.ts'
import { type Hashed, hashWords } from './hashed.ts'

/** What the tables and rules say of one word that may tell of an event. */
export interface EventProposal {
  candidate: Candidate
  /** whether a row of the codebook fits; else the candidate stands on a blank rule */
  listed: boolean
  /** whether the rules alone take it for a word of its own that may tell of an event */
  proposed: boolean
  /** whether the rules alone would make it a row: its parties are told, and its row stays an event in what it is told as */
  admitted: boolean
  /** whether a row of the codebook says that it is no event */
  refused: boolean
  heads: Heads
  told: ToldStatus
  coded: Coded | undefined
}

/** One report as the learned heads see it. */
export interface Scene {
  input: EventInput
  codebook: EventCodebook
  grammar: Grammar
  context: RoleContext
  hashed: Hashed
  /** whether the text is one sentence, which stands alone because of what it tells */
  alone: boolean
  /** the words that may tell of an event, in text order */
  words: readonly number[]
  /** whether the codebook has rows for word w */
  isListed(w: number): boolean
  /** what the rules say of word w, worked out once */
  proposal(w: number): EventProposal
  /** the time and the place that the rules give */
  ruleTime(w: number): When | undefined
  rulePlace(w: number): string | undefined
  /** by word: index of the statement whose cue it is the head of, or -1 */
  cueOf: Int32Array
  /** by word: index of the statement whose source it stands in, or -1 */
  sourceOf: Int32Array
  /** by word: index of the time that holds it, or -1 */
  timeOf: Int32Array
  /** by sentence: indices of the times in it */
  timesIn: readonly (readonly number[])[]
  /** by statement: index of the one it stands within, or -1 */
  outerOf: Int32Array
  /** by word: index of the place that holds it, or -1 */
  placeOf: Int32Array
  /** by entity: index of its first place, or -1 */
  placeOfEntity: Int32Array
  /** words of the first mentions of the places that the report speaks of most, the most frequent first */
  oftenPlaces: readonly number[]
  /** rank of place q among those, or -1 */
  oftenRank(q: number): number
  /** by entity: head words of its mentions, in order */
  mentionsOf: readonly (readonly number[])[]
  /** by lemma: how often it stands in the report */
  lemmaCount: ReadonlyMap<string, number>
}

const DEFAULT_VERB: Omit<Rule, 'lemma'> = {
  ...NO_NATURE,
  when: [],
  text: '-',
  type: '',
  recipients: ['obj', 'against', 'on', 'at', 'with', 'to', 'into', 'from', 'of'],
  mutual: false,
}
const DEFAULT_NOUN: Omit<Rule, 'lemma'> = {
  ...DEFAULT_VERB,
  recipients: ['against', 'on', 'with', 'to', 'of', 'for'],
  whose: 'act',
}

/** Lays one report out for the learned heads. */
export function openScene(codebook: EventCodebook, input: EventInput): Scene {
  const { language, tree, times, entities, statements } = input
  const { size, upos, relation, lemma } = language
  const timeOf = new Int32Array(size).fill(-1)
  times.details.forEach(({ from, to }, i) => {
    timeOf.fill(i, from, to)
  })
  const timeAt = Uint8Array.from(timeOf, (i) => (i < 0 ? 0 : 1))
  const grammar = openGrammar(language, tree, {
    timeAt,
    titles: codebook.classes.get('title')!,
    lists: codebook.language,
  })
  const context: RoleContext = { grammar, codebook, entities, timeAt }
  const ruled = new Map(findTriggers(grammar, codebook).map((candidate) => [candidate.word, candidate]))
  const triggers = new Set(ruled.keys())
  const when = openEventTime(input, grammar, openWhen(language, times), codebook.words)
  const where = openWhere(grammar, entities.places, codebook.words)
  const known = new Map<number, EventProposal>()
  const proposal = (w: number): EventProposal => {
    const found = known.get(w)
    if (found) return found
    const own = ruled.get(w) ?? verbAt(grammar, codebook, w) ?? nounAt(grammar, codebook, w)
    const listed = own !== undefined && own.rule.type !== 'none'
    const blank = upos[w] === 'VERB' || upos[w] === 'ADJ' ? DEFAULT_VERB : DEFAULT_NOUN
    const candidate: Candidate = own ?? {
      ...{ word: w, rule: { ...blank, lemma: lemma[w] }, light: -1, lightWhose: 'none', from: w, to: w },
    }
    const told = findStatus(grammar, codebook, candidate)
    const heads = findHeads(context, candidate)
    const coded = listed ? codeFuture(codebook, grammar, candidate, told) : undefined
    const proposed = ruled.has(w)
    const made: EventProposal = {
      ...{ candidate, listed, proposed, told, heads, coded },
      admitted: proposed && coded !== undefined && isAdmitted(context, candidate, heads),
      refused: own?.rule.type === 'none',
    }
    known.set(w, made)
    return made
  }
  const words: number[] = []
  for (let w = 0; w < size; w++) if (mayTell(upos[w], relation[w], timeAt[w]) || ruled.has(w)) words.push(w)
  const cueOf = new Int32Array(size).fill(-1)
  const sourceOf = new Int32Array(size).fill(-1)
  statements.details.forEach(({ head, source }, i) => {
    if (head >= 0) cueOf[head] = i
    if (source) sourceOf.fill(i, source.from, source.to)
  })
  const timesIn: number[][] = language.sentences.map(() => [])
  // a dateline's day stands outside all sentences
  times.details.forEach(({ from }, i) => {
    timesIn[language.sentence[from]]?.push(i)
  })
  const indexOf = new Map(statements.statements.map(({ id }, i) => [id, i]))
  const outerOf = Int32Array.from(statements.statements, ({ within }) => indexOf.get(within ?? '') ?? -1)
  const mentionsOf: number[][] = entities.entities.map(() => [])
  for (let w = 0; w < size; w++) if (entities.entityAt[w] >= 0) mentionsOf[entities.entityAt[w]].push(w)
  const placeOf = placesByWord(input)
  const placeOfEntity = placesByEntity(input)
  const oftenPlaces = mostNamed(placeOfEntity, mentionsOf)
  const ranks = oftenPlaces.map((x) => entities.entities[entities.entityAt[x]].id)
  const lemmaCount = new Map<string, number>()
  for (const l of lemma) lemmaCount.set(l, (lemmaCount.get(l) ?? 0) + 1)
  return {
    ...{
      input,
      codebook,
      grammar,
      context,
      hashed: hashWords(language),
      words,
      proposal,
      alone: language.sentences.length === 1,
    },
    isListed: (w) => codebook.verbs.has(lemma[w]) || codebook.nouns.has(lemma[w]),
    ruleTime: (w) => {
      const { candidate, told } = proposal(w)
      return when(candidate, told, triggers)
    },
    rulePlace: (w) => {
      const { candidate, heads } = proposal(w)
      return where(candidate, heads.recipients)
    },
    ...{ cueOf, sourceOf, timeOf, timesIn, outerOf, placeOf, placeOfEntity, oftenPlaces, mentionsOf, lemmaCount },
    oftenRank: (q) => ranks.indexOf(entities.places[q].entity ?? ''),
  }
}

/** Verbs, nouns and adjectives tell of events, and names of some ('the Almeth Riots'). */
const mayTell = (upos: string, relation: string, isTime: number): boolean =>
  !isTime && (upos === 'VERB' || upos === 'NOUN' || (upos === 'ADJ' && relation !== 'amod'))

function placesByWord({ language: { size, start, end }, entities: { places } }: EventInput): Int32Array {
  const placeOf = new Int32Array(size).fill(-1)
  const order = places.map((_, i) => i).sort((a, b) => places[a].start - places[b].start)
  let p = 0
  for (let w = 0; w < size && p < order.length; w++) {
    while (p < order.length && places[order[p]].end <= start[w]) p++
    if (p < order.length && places[order[p]].start < end[w]) placeOf[w] = order[p]
  }
  return placeOf
}

function placesByEntity({ entities: { entities, places } }: EventInput): Int32Array {
  const indexOf = new Map(entities.map(({ id }, e) => [id, e]))
  const found = new Int32Array(entities.length).fill(-1)
  places.forEach(({ entity }, q) => {
    const e = indexOf.get(entity ?? '') ?? -1
    if (e >= 0 && found[e] < 0) found[e] = q
  })
  return found
}

/** How many of the places that a report speaks of most are looked at for every event. */
const OFTEN = 4

function mostNamed(placeOfEntity: Int32Array, mentionsOf: readonly (readonly number[])[]): number[] {
  return mentionsOf
    .filter((mentions, e) => placeOfEntity[e] >= 0 && mentions.length > 1)
    .sort((a, b) => b.length - a.length || a[0] - b[0])
    .slice(0, OFTEN)
    .map(([first]) => first)
}
