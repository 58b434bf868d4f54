import type { Grammar } from '../language/clause/grammar.ts'
import type { Event } from '../record/types.ts'
import type { Candidate } from './candidate.ts'
import type { EventCodebook } from './codebook.ts'
import { countOf } from './counts.ts'
import type { Heads } from './roles.ts'

type Toll = Pick<Event, 'killed' | 'injured' | 'arrested' | 'size'>

/** How many were killed, injured or arrested, and how many took part, where the words give a number. */
export function findToll(grammar: Grammar, codebook: EventCodebook, candidate: Candidate, heads: Heads): Toll {
  const toll: Toll = {}
  const { lemma } = grammar.language
  const is = (name: string, word: number) => codebook.classes.get(name)?.has(lemma[word]) === true
  for (const verb of [candidate.word, ...(candidate.casualties ?? [])]) {
    const left = lemma[verb] === 'leave' ? grammar.tree.child(verb, 'xcomp') : -1
    const killed = is('killing', verb) || (left >= 0 && codebook.classes.get('dead')?.has(grammar.language.lower[left]))
    const count = firstCount(grammar, codebook, sufferers(grammar, candidate, heads, verb))
    if (!count) continue
    if (killed) toll.killed ??= count
    else if (is('wounding', verb) || (left >= 0 && is('wounding', left))) toll.injured ??= count
  }
  const { traits } = candidate.rule
  const recipients = firstCount(grammar, codebook, heads.recipients)
  const actors = firstCount(grammar, codebook, heads.actors)
  if (recipients && traits.has('counts-arrested')) toll.arrested = recipients
  if (actors && traits.has('counts-size')) toll.size = actors
  return toll
}

/** Those whom a verb of the toll is about: its own objects, or the recipients where it is the trigger itself. */
const sufferers = (grammar: Grammar, candidate: Candidate, heads: Heads, verb: number): readonly number[] =>
  verb === candidate.word ? heads.recipients : grammar.objects(verb)

function firstCount(grammar: Grammar, codebook: EventCodebook, heads: readonly number[]) {
  for (const head of heads) {
    const count = countOf(grammar, codebook, head)
    if (count) return count
  }
  return undefined
}
