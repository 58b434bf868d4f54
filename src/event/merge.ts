import type { Grammar } from '../language/clause/grammar.ts'
import type { Candidate } from './candidate.ts'
import type { EventCodebook } from './codebook.ts'

/**
 * Makes one event of an attack and of what it did: 'the raid killed nine', 'attacked the camp, killing nine and wounding
 * four', 'a blast that left nine dead'. The verbs that tell of the dead and wounded become `casualties` of the attack.
 */
export function mergeCasualties(
  grammar: Grammar,
  codebook: EventCodebook,
  candidates: readonly Candidate[],
): Candidate[] {
  const attacks = new Map(candidates.filter(({ rule }) => rule.traits.has('takes-toll')).map((c) => [c.word, c]))
  const gone = new Set<Candidate>()
  const casualties = new Map<Candidate, number[]>()
  const give = (attack: Candidate, verb: number) => {
    casualties.set(attack, [...(casualties.get(attack) ?? []), verb])
    const own = attacks.get(verb)
    if (own) gone.add(own)
  }
  for (const verb of casualtyVerbs(grammar, codebook)) {
    const attack = attackOf(grammar, attacks, verb)
    if (attack && attack.word !== verb) give(attack, verb)
  }
  return candidates
    .filter((candidate) => !gone.has(candidate))
    .map((candidate) =>
      casualties.has(candidate) ? { ...candidate, casualties: casualties.get(candidate)! } : candidate,
    )
}

/** Verbs of killing and wounding, and 'leave' with 'dead' or 'wounded'. */
function casualtyVerbs({ language, tree }: Grammar, { classes }: EventCodebook): number[] {
  const verbs: number[] = []
  for (let w = 0; w < language.size; w++) {
    if (language.upos[w] !== 'VERB') continue
    const lemma = language.lemma[w]
    const left = lemma === 'leave' ? tree.child(w, 'xcomp') : -1
    if (classes.get('killing')?.has(lemma) || classes.get('wounding')?.has(lemma)) verbs.push(w)
    else if (
      left >= 0 &&
      (classes.get('dead')?.has(language.lower[left]) || classes.get('wounding')?.has(language.lemma[left]))
    )
      verbs.push(w)
  }
  return verbs
}

/** The attack that a verb tells the toll of: its subject, what it is coordinated with, or the clause above it. */
function attackOf(grammar: Grammar, attacks: ReadonlyMap<number, Candidate>, verb: number): Candidate | undefined {
  const { language } = grammar
  for (const subject of grammar.subjects(verb)) {
    const own =
      attacks.get(subject) ??
      (language.relation[verb] === 'acl:relcl' ? attacks.get(language.head[subject]) : undefined)
    if (own) return own
  }
  const above = language.head[verb]
  if (above < 0) return undefined
  const relation = language.relation[verb]
  const joined = relation === 'conj' || (relation === 'advcl' && language.xpos[verb] === 'VBG')
  if (!joined || grammar.tree.child(verb, 'nsubj') >= 0) return undefined
  return (
    attacks.get(above) ??
    throughLight(attacks, above) ??
    (relation === 'conj' ? attackOf(grammar, attacks, above) : undefined)
  )
}

function throughLight(attacks: ReadonlyMap<number, Candidate>, verb: number): Candidate | undefined {
  for (const candidate of attacks.values()) if (candidate.light === verb) return candidate
  return undefined
}
