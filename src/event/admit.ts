import type { Candidate } from './candidate.ts'
import { isNotable, type RoleContext } from './party.ts'
import type { Heads } from './roles.ts'

/** Types that say nothing without somebody who acts. */
const NEEDS_ACTOR = new Set(['AGREE', 'REQUEST', 'REJECT', 'THREATEN', 'CONSULT', 'PROTEST', 'MOBILIZE', 'COOPERATE'])
/** Types that say nothing without somebody who acts, even in the passive. */
const NEVER_WITHOUT = new Set(['THREATEN', 'AGREE', 'CONSULT'])
/** Types, and modes, that say nothing without somebody acted on. */
const NEEDS_RECIPIENT = new Set(['AID', 'SUPPORT', 'ACCUSE/disapprove', 'ACCUSE/allege', 'CONSULT/visit'])
/** Types that a noun alone may tell of when it names whom it was done to. */
const PATIENT_ENOUGH = new Set(['ASSAULT', 'COERCE', 'RETREAT', 'SANCTION'])

/**
 * Whether a candidate with these parties is an event worth a row: somebody of note takes part, and the parties that its
 * type cannot do without are told. Background nouns, figures of speech and everyday acts fail here.
 */
export function isAdmitted(
  context: RoleContext,
  { word, rule, light, lightWhose }: Candidate,
  { actors, recipients, generic }: Heads,
): boolean {
  if (generic) return false
  if (![...actors, ...recipients].some((w) => isNotable(context, w))) return false
  if (
    actors.length === 0 &&
    NEEDS_ACTOR.has(rule.type) &&
    (NEVER_WITHOUT.has(rule.type) || !context.grammar.passive(word))
  )
    return false
  if (recipients.length === 0 && (NEEDS_RECIPIENT.has(rule.type) || NEEDS_RECIPIENT.has(`${rule.type}/${rule.mode}`)))
    return false
  if (rule.whose) {
    if (rule.mutual)
      return recipients.length > 0 || actors.length > 1 || (light >= 0 && lightWhose === 'act' && actors.length > 0)
    if (PATIENT_ENOUGH.has(rule.type)) {
      const told = (light >= 0 && lightWhose !== 'none') || isOwned(context, word)
      return recipients.length > 0 || (rule.whose !== 'patient' && actors.length > 0 && told)
    }
    return actors.length > 0 && (recipients.length > 0 || light >= 0)
  }
  if (rule.when.some(({ slot }) => slot === 'must')) return recipients.some((w) => isNotable(context, w))
  if (context.grammar.passive(word)) return true
  return actors.length > 0 || PATIENT_ENOUGH.has(rule.type)
}

/** Whether somebody stands before the noun as its owner, or after it with 'by'. */
const isOwned = ({ grammar }: RoleContext, word: number): boolean =>
  grammar.tree.child(word, 'nmod:poss') >= 0 ||
  grammar.complements(word).some(({ preposition }) => preposition === 'by')
