import type { EntityReading } from '../entity/types.ts'
import type { Grammar } from '../language/clause/grammar.ts'
import type { Language } from '../language/types.ts'
import type { Entity } from '../record/types.ts'
import type { EventCodebook, Rule } from './codebook.ts'

export interface RoleContext {
  grammar: Grammar
  codebook: EventCodebook
  entities: EntityReading
  /** 1 for words of a time expression */
  timeAt: Uint8Array
}

const ACTOR_KINDS = new Set(['person', 'organization', 'group', 'place', 'facility'])

/** Whether w is the head of a mention of somebody, or names a person by what they are. */
export function isActor({ entities, codebook, grammar }: RoleContext, w: number): boolean {
  const { language } = grammar
  const entity = entities.entityAt[w]
  if (entity >= 0 && ACTOR_KINDS.has(entities.entities[entity].kind)) return true
  if (language.upos[w] !== 'NOUN') return false
  const lemma = language.lemma[w]
  return ['person', 'force', 'court', 'diplomat', 'body'].some((name) => codebook.classes.get(name)?.has(lemma))
}

export const isNationality = (form: string, upos: string) =>
  upos === 'ADJ' && /^[A-Z]/.test(form) && /(?:n|i|sh|ese)$/.test(form)

const isName = ({ upos, form }: Language, c: number): boolean => upos[c] === 'PROPN' || isNationality(form[c], upos[c])

/** A name, or a phrase with one in it. */
export function hasName({ grammar }: RoleContext, w: number): boolean {
  const { language, tree } = grammar
  return language.upos[w] === 'PROPN' || tree.children(w).some((c) => c < w && isName(language, c))
}

export function isNamed({ entities, grammar }: RoleContext, w: number): boolean {
  const { language, tree } = grammar
  if (language.upos[w] === 'PROPN' || entities.entityAt[w] >= 0) return true
  return tree.children(w).some((c) => language.relation[c] !== 'appos' && isName(language, c))
}

/** 'Almeth' in 'the Almeth bombings': where, and so to whom, it was done. */
export const isPlace = ({ entities }: RoleContext, w: number): boolean =>
  entities.entityAt[w] >= 0 && ['place', 'facility'].includes(entities.entities[entities.entityAt[w]].kind)

const called = new WeakMap<Entity, boolean>()

/** Whether a name is among the entity's mentions; looked for once, as one entity may have thousands. */
function isCalledByName(entity: Entity): boolean {
  const known = called.get(entity)
  if (known !== undefined) return known
  const found = entity.mentions.some(({ form }) => form === 'name')
  called.set(entity, found)
  return found
}

/** Whether w is a name, holds one, or is somebody whose acts are news. */
export function isNotable(context: RoleContext, w: number): boolean {
  const { language, tree } = context.grammar
  const entity = context.entities.entityAt[w]
  if (entity >= 0) {
    const known = context.entities.entities[entity]
    if (ACTOR_KINDS.has(known.kind) && isCalledByName(known)) return true
  }
  if (language.upos[w] === 'PROPN') return true
  if (isActor(context, w)) return true
  return tree
    .children(w)
    .some(
      (c) =>
        language.relation[c] !== 'appos' &&
        (language.upos[c] === 'PROPN' || isNationality(language.form[c], language.upos[c])),
    )
}

const PARTIES = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'DET'])

export function mayTakePart({ grammar, codebook, timeAt }: RoleContext, w: number): boolean {
  const { upos, form, relation, lower } = grammar.language
  if (timeAt[w]) return false
  if (upos[w] === 'PRON' && codebook.words.relative.has(lower[w])) return false
  if (upos[w] === 'ADJ') return isNationality(form[w], upos[w]) || relation[w] === 'nsubj' || relation[w] === 'obj'
  return PARTIES.has(upos[w])
}

export function isGeneric({ grammar, codebook, entities }: RoleContext, w: number): boolean {
  const { upos, lower } = grammar.language
  if (upos[w] !== 'PRON' || !(codebook.words.nobody.has(lower[w]) || lower[w] === 'it')) return false
  return entities.entityAt[w] < 0 || entities.entities[entities.entityAt[w]].kind === 'other'
}

/** Somebody: no clause, time, or thing that cannot act. */
export function mayAct(context: RoleContext, w: number): boolean {
  const { language } = context.grammar
  if (!mayTakePart(context, w)) return false
  const { empty, nobody } = context.codebook.words
  if (language.upos[w] === 'PRON' && (empty.has(language.lower[w]) || nobody.has(language.lower[w])))
    return context.entities.entityAt[w] >= 0
  return !(language.upos[w] === 'NOUN' && context.codebook.classes.get('inanimate')?.has(language.lemma[w]))
}

/** What is promised, asked for or threatened with ('stern action') is nobody it is addressed to. */
export const isThing = (context: RoleContext, { traits }: Rule, w: number): boolean =>
  traits.has('addressed') && context.grammar.language.upos[w] === 'NOUN' && !isActor(context, w) && !hasName(context, w)

/** 'its troops', 'their weapons': what belongs to those who act is nobody acted on. */
export function isOwn({ grammar, codebook }: RoleContext, w: number): boolean {
  const { language, tree } = grammar
  const owner = tree.child(w, 'nmod:poss')
  if (language.upos[w] !== 'NOUN' || owner < 0 || language.upos[owner] !== 'PRON') return false
  const lemma = language.lemma[w]
  const singular = lemma.endsWith('s') ? lemma.slice(0, -1) : lemma
  return ['troops', 'property', 'arms', 'own'].some((name) => {
    const owned = codebook.classes.get(name)
    return owned?.has(lemma) || owned?.has(singular)
  })
}
