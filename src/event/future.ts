import type { Grammar } from '../language/clause/grammar.ts'
import { markOf } from '../language/clause/mark-of.ts'
import type { Candidate } from './candidate.ts'
import type { EventCodebook } from './codebook.ts'
import { best } from './conditions.ts'
import { openSlots } from './slots.ts'
import type { ToldStatus } from './status.ts'

/** Type, mode and status of an event, and the reason. */
export interface Coded {
  type: string
  mode?: string
  status: ToldStatus['status']
  why: string
}

/**
 * PLOVER's rule for what has not been done yet: a cooperative act that somebody will do is a promise (AGREE), a conflictual
 * one a threat (THREATEN), and a cooperative one that they will not do a refusal (REJECT).
 */
export function codeFuture(
  codebook: EventCodebook,
  grammar: Grammar,
  candidate: Candidate,
  told: ToldStatus,
): Coded | undefined {
  const { types, ahead } = codebook
  const { rule } = candidate
  const type = rule.promised ? promised(codebook, grammar, candidate) : rule.type
  if (type === 'none') return undefined
  const why = `${rule.lemma}${rule.text === '-' ? '' : ` (${rule.text})`}; ${told.status}: ${told.why}`
  const mode = rule.mode ? { mode: rule.mode } : {}
  const { cooperative, traits } = types.get(type)!
  if (!told.future || traits.has('settled')) return { type, ...mode, status: told.status, why }
  if (told.negated) {
    return cooperative
      ? { type: ahead.refusal, status: 'happened', why: `${why}; will not ${type} is ${ahead.refusal}` }
      : { type, ...mode, status: told.status, why }
  }
  const threat = unless(grammar, candidate)
  return cooperative && !threat
    ? { type: ahead.promise, status: 'planned', why: `${why}; will ${type} is ${ahead.promise}` }
    : { type: ahead.threat, status: 'threatened', why: `${why}; will ${type} is ${ahead.threat}` }
}

/** What a promise is by the act inside it; being ready for what is no event is none. */
function promised(codebook: EventCodebook, grammar: Grammar, { word, rule }: Candidate): string {
  const { types, verbs } = codebook
  const clause = grammar.inner(word)
  const rules = clause < 0 ? undefined : verbs.get(grammar.language.lemma[clause])
  const act = rules && best(rules, openSlots({ grammar, codebook }, clause))
  if (!act || act.type === 'none') return rule.type
  return types.get(act.type)?.cooperative ? rule.promised!.cooperative : rule.promised!.conflictual
}

/** 'will withdraw unless ...' is a threat whatever the act. */
const unless = (grammar: Grammar, { word }: Candidate): boolean =>
  grammar.tree
    .children(word)
    .some((c) => grammar.language.relation[c].startsWith('advcl') && markOf(grammar, c) === 'unless')
