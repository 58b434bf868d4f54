import type { Candidate } from './candidate.ts'
import type { Codebook } from './codebook.ts'
import { best } from './conditions.ts'
import type { Grammar } from './grammar.ts'
import { openSlots } from './slots.ts'
import type { Told } from './status.ts'

/** Type, mode and status of an event, and the reason. */
export interface Coded {
  type: string
  mode?: string
  status: Told['status']
  why: string
}

const UNMOVED = new Set(['AGREE', 'THREATEN', 'REJECT', 'REQUEST', 'ACCUSE'])

/**
 * PLOVER's rule for what has not been done yet: a cooperative act that somebody will do is AGREE, a conflictual one
 * THREATEN, and a cooperative one that they will not do REJECT.
 */
export function codeFuture(codebook: Codebook, grammar: Grammar, candidate: Candidate, told: Told): Coded | undefined {
  const { types } = codebook
  const { rule } = candidate
  const type = rule.promised ? promised(codebook, grammar, candidate) : rule.type
  if (type === 'none') return undefined
  const why = `${rule.lemma}${rule.text === '-' ? '' : ` (${rule.text})`}; ${told.status}: ${told.why}`
  const mode = rule.mode ? { mode: rule.mode } : {}
  if (!told.future || UNMOVED.has(type)) return { type, ...mode, status: told.status, why }
  const { cooperative } = types.get(type)!
  if (told.negated) {
    return cooperative
      ? { type: 'REJECT', status: 'happened', why: `${why}; will not ${type} is REJECT` }
      : { type, ...mode, status: told.status, why }
  }
  const threat = unless(grammar, candidate)
  return cooperative && !threat
    ? { type: 'AGREE', status: 'planned', why: `${why}; will ${type} is AGREE` }
    : { type: 'THREATEN', status: 'threatened', why: `${why}; will ${type} is THREATEN` }
}

/** What a promise is by the act inside it; being ready for what is no event is none. */
function promised({ types, verbs }: Codebook, grammar: Grammar, { word, rule }: Candidate): string {
  const clause = grammar.inner(word)
  const rules = clause < 0 ? undefined : verbs.get(grammar.language.lemma[clause])
  const act = rules && best(rules, openSlots(grammar, clause))
  if (!act || act.type === 'none') return rule.type
  return types.get(act.type)?.cooperative ? rule.promised!.cooperative : rule.promised!.conflictual
}

/** 'will withdraw unless ...' is a threat whatever the act. */
const unless = ({ language, tree }: Grammar, { word }: Candidate): boolean =>
  tree.children(word).some((c) => {
    const mark = language.relation[c].startsWith('advcl') ? tree.child(c, 'mark') : -1
    return mark >= 0 && language.lower[mark] === 'unless'
  })
