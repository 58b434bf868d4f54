import type { Candidate } from './candidate.ts'
import { isNotable, type RoleContext } from './party.ts'
import type { Heads } from './roles.ts'

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
  const { needs, traits } = rule
  if (actors.length === 0) {
    if (needs.has('actor-always') || (needs.has('actor') && !context.grammar.passive(word))) return false
  }
  if (recipients.length === 0 && needs.has('recipient')) return false
  if (rule.whose) {
    if (rule.mutual)
      return recipients.length > 0 || actors.length > 1 || (light >= 0 && lightWhose === 'act' && actors.length > 0)
    if (traits.has('patient-enough')) {
      const told = (light >= 0 && lightWhose !== 'none') || isOwned(context, word)
      return recipients.length > 0 || (rule.whose !== 'patient' && actors.length > 0 && told)
    }
    return actors.length > 0 && (recipients.length > 0 || light >= 0)
  }
  if (rule.when.some(({ slot }) => slot === 'must')) return recipients.some((w) => isNotable(context, w))
  if (context.grammar.passive(word)) return true
  return actors.length > 0 || traits.has('patient-enough')
}

/** Whether somebody stands before the noun as its owner, or after it with 'by'. */
const isOwned = ({ grammar }: RoleContext, word: number): boolean =>
  grammar.tree.child(word, 'nmod:poss') >= 0 ||
  grammar.complements(word).some(({ preposition }) => preposition === 'by')
