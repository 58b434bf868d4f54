import type { Grammar } from '../language/clause/grammar.ts'
import type { Rule } from './codebook.ts'
import { best } from './conditions.ts'
import { holder } from './holder.ts'
import { hasName, isActor, isNamed, isOwn, mayTakePart, type RoleContext } from './party.ts'
import { openSlots } from './slots.ts'

export function firstFilled(slots: Iterable<string>, heads: (slot: string) => readonly number[]): readonly number[] {
  for (const slot of slots) {
    const found = heads(slot)
    if (found.length > 0) return found
  }
  return []
}

/** Whether w may stand in the slot: after a preposition that more often brings circumstances, only names and actors. */
export function fitsSlot(context: RoleContext, slot: string, w: number): boolean {
  return !context.codebook.words.circumstances.has(slot) || isNamed(context, w) || isActor(context, w)
}

export function slotHeads(context: RoleContext, word: number, slot: string): readonly number[] {
  const { grammar } = context
  if (slot === 'obj') return undergoers(grammar, word)
  if (slot === 'iobj') return given(grammar, word)
  if (slot === 'inner') return innerHeads(context, word)
  const may = (w: number) => fitsSlot(context, slot, w)
  const own = prepositionHeads(grammar, word, slot).filter(may)
  if (own.length > 0) return own
  return grammar.objects(word).flatMap((object) => beneath(grammar, object, slot, 0).filter(may))
}

/** What hangs by a preposition on a noun or on the 'of' phrase within it: 'some of its troops from Almeth'. */
export function beneath(grammar: Grammar, w: number, slot: string, depth: number): readonly number[] {
  const own = prepositionHeads(grammar, w, slot)
  if (own.length > 0 || depth > 1) return own
  const clauses = grammar.tree.children(w).filter((c) => grammar.language.relation[c] === 'acl' && grammar.passive(c))
  const inside = [...grammar.complements(w).map(({ head }) => head), ...clauses]
  return inside.flatMap((head) => beneath(grammar, head, slot, depth + 1))
}

/** Objects; of 'they were denied visas' only those who were denied them. */
export function undergoers(grammar: Grammar, word: number): readonly number[] {
  const passive = childHeads(grammar, word, 'nsubj:pass')
  return passive.length > 0 ? passive.map((w) => grammar.antecedent(w)) : grammar.objects(word)
}

/** Who is given something; parsers take 'granted the port permission' for two objects. */
function given(grammar: Grammar, word: number): readonly number[] {
  const own = childHeads(grammar, word, 'iobj')
  const objects =
    own.length > 0 ? [] : grammar.tree.children(word).filter((c) => grammar.language.relation[c] === 'obj')
  return objects.length > 1 ? grammar.coordinated(objects[0]) : own
}

export const childHeads = ({ language, tree, coordinated }: Grammar, w: number, relation: string) =>
  tree
    .children(w)
    .filter((c) => language.relation[c] === relation)
    .flatMap((c) => coordinated(c))

export const prepositionHeads = (grammar: Grammar, w: number, preposition: string) =>
  grammar
    .complements(w)
    .filter((c) => c.preposition === preposition)
    .flatMap((c) => grammar.coordinated(c.head))

/**
 * Whom the act inside a promise, a request or a threat is to be done by or to: its own subject, the recipients that its row
 * of the codebook names, else names around it.
 */
function innerHeads(context: RoleContext, word: number, depth = 0): readonly number[] {
  const { grammar } = context
  const clause = grammar.inner(word)
  const object = clause >= 0 ? clause : (grammar.objects(word)[0] ?? -1)
  if (object < 0) return []
  const actors = grammar.subjects(word)
  const own = clause >= 0 ? grammar.subjects(clause).filter((w) => !actors.includes(w) && mayTakePart(context, w)) : []
  if (own.length > 0) return own
  const rule = clause >= 0 ? ruleAt(context, clause) : undefined
  const asked = rule ? firstFilled(rule.recipients, (slot) => slotHeads(context, clause, slot)) : []
  const mayBe = (w: number) => mayTakePart(context, w) && !isOwn(context, w)
  const parties = asked.flatMap((w) => holder(context, w)).filter(mayBe)
  if (parties.length > 0) return parties
  const named = (heads: readonly number[]) => heads.filter((w) => hasName(context, w) && mayTakePart(context, w))
  const objects = clause >= 0 ? [...given(grammar, clause), ...grammar.objects(clause)] : []
  const byName = named(objects)
  if (byName.length > 0) return byName
  const around = firstFilled(context.codebook.words['inner-recipients'], (slot) =>
    named(slotHeads(context, object, slot)),
  )
  if (around.length > 0) return around
  const deeper = clause >= 0 && depth < 2 && grammar.inner(clause) >= 0 ? innerHeads(context, clause, depth + 1) : []
  return deeper.length > 0 ? deeper : objects
}

function ruleAt({ grammar, codebook }: RoleContext, word: number): Rule | undefined {
  const rules = codebook.verbs.get(grammar.language.lemma[word])
  const rule = rules && best(rules, openSlots({ grammar, codebook }, word))
  return rule?.type === 'none' ? undefined : rule
}
