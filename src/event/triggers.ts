import type { Grammar } from '../language/clause/grammar.ts'
import type { Candidate } from './candidate.ts'
import type { EventCodebook, Light, Rule } from './codebook.ts'
import { best } from './conditions.ts'
import { phraseHas } from './phrase.ts'
import { hasParticle, openSlots } from './slots.ts'

/** Whether what a verb governs is part of its event: 'called for a ceasefire' is one request. */
const takesIn = ({ traits, promised }: Rule) => traits.has('takes-in') || promised !== undefined

/**
 * Finds the words that tell of events: verbs, nouns with those who take part, and verbs that lend a noun their subject.
 * What a request, a promise, a refusal or a threat governs is part of it and no event beside it.
 */
export function findTriggers(grammar: Grammar, codebook: EventCodebook): Candidate[] {
  const found: Candidate[] = []
  const taken = new Set<number>()
  for (let w = 0; w < grammar.language.size; w++) {
    const candidate = verbAt(grammar, codebook, w)
    if (!candidate) continue
    if (candidate.rule.type !== 'none' || candidate.rule.promised) found.push(candidate)
    take(grammar, candidate, taken)
  }
  for (let w = 0; w < grammar.language.size; w++) {
    const candidate = taken.has(w) ? undefined : nounAt(grammar, codebook, w)
    if (candidate) found.push(candidate)
  }
  return found.filter(({ word }) => !taken.has(word)).sort((a, b) => a.from - b.from || a.word - b.word)
}

export function verbAt(grammar: Grammar, codebook: EventCodebook, w: number): Candidate | undefined {
  const { language } = grammar
  const { upos, relation, lemma } = language
  if (upos[w] !== 'VERB' && upos[w] !== 'ADJ') return undefined
  if (
    (relation[w] === 'amod' && grammar.tree.child(w, 'nsubj') < 0) ||
    relation[w] === 'compound' ||
    relation[w] === 'case'
  )
    return undefined
  const rules = codebook.verbs.get(lemma[w])
  const rule = rules && best(rules, openSlots({ grammar, codebook }, w))
  return rule && { word: w, rule, light: -1, lightWhose: 'none', ...verbExtent(grammar, rule, w) }
}

/** A verb with its particle where that stands next to it. */
function verbExtent({ language, tree }: Grammar, rule: Rule, w: number): { from: number; to: number } {
  const particle = rule.when.find(({ slot, negated }) => slot === 'prt' && !negated)
  if (!particle) return { from: w, to: w }
  const word = tree.children(w).find((c) => c > w && c - w < 4 && particle.lemmas?.has(language.lower[c]))
  return { from: w, to: word ?? w }
}

/** Marks what belongs to a verb's event: the nouns its row asked for, and all that a request or a refusal governs. */
function take(grammar: Grammar, { word, rule }: Candidate, taken: Set<number>): void {
  const { language, tree } = grammar
  const slots = rule.when.filter(({ lemmas, negated }) => lemmas && !negated)
  for (const head of grammar.objects(word)) {
    if (takesIn(rule) || slots.some(({ slot, lemmas }) => slot === 'obj' && phraseHas(language, tree, head, lemmas!))) {
      takePhrase(grammar, head, taken)
    }
  }
  for (const { preposition, head } of grammar.complements(word)) {
    if (slots.some(({ slot }) => slot === preposition) || (takesIn(rule) && rule.recipients.includes(preposition))) {
      takePhrase(grammar, head, taken)
    }
  }
  const inner = takesIn(rule) ? grammar.inner(word) : -1
  if (inner >= 0) takeClause(grammar, inner, taken)
}

/** The noun itself and what makes up its name: 'a barrage of missiles'. */
function takePhrase({ language, tree }: Grammar, head: number, taken: Set<number>): void {
  taken.add(head)
  for (const c of tree.children(head)) if (language.relation[c] === 'compound') taken.add(c)
}

/** An act inside a request, with what is coordinated with it. */
function takeClause(grammar: Grammar, clause: number, taken: Set<number>): void {
  const { language, tree } = grammar
  taken.add(clause)
  for (const head of grammar.objects(clause)) takePhrase(grammar, head, taken)
  for (const c of tree.children(clause)) {
    if (language.relation[c] === 'conj' || language.relation[c] === 'xcomp') takeClause(grammar, c, taken)
  }
}

export function nounAt(grammar: Grammar, codebook: EventCodebook, w: number): Candidate | undefined {
  const { nouns, light, classes } = codebook
  const { language } = grammar
  if (language.upos[w] !== 'NOUN' || language.relation[w] === 'compound') return undefined
  const rules = nouns.get(language.lemma[w])
  if (!rules) return undefined
  const lender = lightVerb(grammar, light, w, classes.get('container')!)
  const rule = best(rules, openSlots({ grammar, codebook }, w, lender && lender.whose !== 'none' ? lender.verb : -1))
  if (!rule || rule.type === 'none') return undefined
  const verb = lender?.verb ?? -1
  const joined = verb >= 0 && lender!.whose !== 'none' && w - verb > 0 && w - verb <= 5
  return { word: w, rule, light: verb, lightWhose: lender?.whose ?? 'none', from: joined ? verb : w, to: w }
}

/** The verb of light.tsv that a noun is the object (or a passive's subject) of, with what it says of its subject. */
function lightVerb(
  grammar: Grammar,
  light: EventCodebook['light'],
  w: number,
  containers: ReadonlySet<string>,
): { verb: number; whose: Light['whose'] } | undefined {
  const { language } = grammar
  const verb = governingVerb(grammar, w, containers)
  if (verb < 0) return undefined
  const rows = light.get(language.lemma[verb])
  const marker = grammar.tree.child(w, 'case')
  const row = language.relation[w].startsWith('obl')
    ? rows?.find(({ particle }) => marker >= 0 && particle === language.lower[marker])
    : (rows?.find(({ particle }) => particle && hasPart(grammar, verb, particle)) ?? rows?.find((r) => !r.particle))
  return row && { verb, whose: row.whose }
}

/** A particle ('carry out') or the noun of a set phrase ('take place'). */
const hasPart = (grammar: Grammar, verb: number, part: string): boolean =>
  hasParticle(grammar, verb, part) || grammar.objects(verb).some((head) => grammar.language.lemma[head] === part)

function governingVerb({ language, tree }: Grammar, w: number, containers: ReadonlySet<string>): number {
  const { head, relation, upos } = language
  let noun = w
  if (relation[noun] === 'conj' && head[noun] >= 0 && upos[head[noun]] === 'NOUN') noun = head[noun]
  const of = tree.child(noun, 'case')
  if (
    relation[noun] === 'nmod' &&
    of >= 0 &&
    language.lower[of] === 'of' &&
    containers.has(language.lemma[head[noun]])
  ) {
    noun = head[noun]
  }
  const verb = head[noun]
  const governed = ['obj', 'nsubj', 'nsubj:pass', 'obl']
  return verb >= 0 && upos[verb] === 'VERB' && governed.includes(relation[noun]) ? verb : -1
}
