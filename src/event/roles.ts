import type { EntityReading } from '../entity/types.ts'
import type { Language } from '../language/types.ts'
import type { Role } from '../record/types.ts'
import type { Candidate } from './candidate.ts'
import type { Codebook, Rule } from './codebook.ts'
import { best } from './conditions.ts'
import type { Grammar } from './grammar.ts'
import { phraseSpan } from './phrase.ts'
import { openSlots } from './slots.ts'

/** Head words of those who act and those acted on. */
export interface Heads {
  actors: readonly number[]
  recipients: readonly number[]
  /** whether the recipients were only guessed from a place or a name in the clause */
  guessed: boolean
  /** whether only 'you', 'someone' or the like act: no event of anybody's */
  generic?: boolean
}

export interface RoleContext {
  grammar: Grammar
  codebook: Codebook
  entities: EntityReading
  /** 1 for words of a time expression */
  timeAt: Uint8Array
}

/** Who acts in a candidate's event, and on whom. */
export function findHeads(context: RoleContext, candidate: Candidate): Heads {
  const { rule } = candidate
  const named = rule.whose ? nounHeads(context, candidate) : verbHeads(context, candidate)
  const actors = named.actors.flatMap((w) => author(context, speakerFor(context, w))).filter((w) => mayAct(context, w))
  const hurt = (candidate.casualties ?? []).flatMap((verb) => undergoers(context.grammar, verb))
  const recipients = [...named.recipients, ...hurt]
    .flatMap((w) => [w, ...included(context, w)])
    .filter(
      (w) => mayTakePart(context, w) && !actors.includes(w) && !isOwn(context, w) && !isThing(context, rule.type, w),
    )
  if (actors.length === 0 && named.actors.some((w) => isGeneric(context, w))) {
    return { actors, recipients, guessed: false, generic: true }
  }
  if (rule.mutual && actors.length > 1 && (recipients.length === 0 || rule.type === 'AGREE'))
    return { actors, recipients: actors, guessed: false }
  if (recipients.length > 0 || rule.type === 'CONSULT') return { actors, recipients, guessed: false }
  const guess = guessRecipients(context, candidate).filter((w) => !actors.includes(w))
  return { actors, recipients: guess, guessed: guess.length > 0 }
}

/** The span and, where known, the entity of each head word. */
export function toRoles({ grammar, entities }: RoleContext, heads: readonly number[]): Role[] {
  return [...new Set(heads)].map((w) => {
    const entity = entities.entityAt[w] >= 0 ? entities.entities[entities.entityAt[w]] : undefined
    return { ...phraseSpan(grammar.language, grammar.tree, w), ...(entity ? { entity: entity.id } : {}) }
  })
}

function verbHeads(context: RoleContext, { word, rule }: Candidate): Omit<Heads, 'guessed'> {
  const { grammar } = context
  const recipients = firstFilled(rule.recipients, (slot) => slotHeads(context, word, slot))
  const actors = rule.swapped ? grammar.objects(word) : grammar.subjects(word)
  return { actors, recipients: recipients.flatMap((w) => holder(context, w)) }
}

function firstFilled(slots: readonly string[], heads: (slot: string) => readonly number[]): readonly number[] {
  for (const slot of slots) {
    const found = heads(slot)
    if (found.length > 0) return found
  }
  return []
}

function slotHeads(context: RoleContext, word: number, slot: string): readonly number[] {
  const { grammar } = context
  if (slot === 'obj') return undergoers(grammar, word)
  if (slot === 'iobj') return given(grammar, word)
  if (slot === 'inner') return innerHeads(context, word)
  const fits = (w: number) => !LOOSE.has(slot) || isNamed(context, w) || isActor(context, w)
  const own = prepositionHeads(grammar, word, slot).filter(fits)
  if (own.length > 0) return own
  return grammar.objects(word).flatMap((object) => beneath(grammar, object, slot, 0).filter(fits))
}

/** Those named after 'including' right behind a phrase, wherever the tree hangs them: 'nine men, including Venn and Marek'. */
function included({ grammar }: RoleContext, w: number): readonly number[] {
  const { language, tree } = grammar
  const { to } = language.sentences[language.sentence[w]]
  for (let x = w + 1; x < Math.min(to, tree.right(w) + 2, w + INCLUDING_WITHIN); x++) {
    if (language.lower[x] === 'including' && language.head[x] > x) return grammar.coordinated(language.head[x])
  }
  return []
}

const INCLUDING_WITHIN = 16

/** What hangs by a preposition on a noun or on the 'of' phrase within it: 'some of its troops from Almeth'. */
function beneath(grammar: Grammar, w: number, slot: string, depth: number): readonly number[] {
  const own = prepositionHeads(grammar, w, slot)
  if (own.length > 0 || depth > 1) return own
  const clauses = grammar.tree.children(w).filter((c) => grammar.language.relation[c] === 'acl' && grammar.passive(c))
  const inside = [...grammar.complements(w).map(({ head }) => head), ...clauses]
  return inside.flatMap((head) => beneath(grammar, head, slot, depth + 1))
}

/** Prepositions that more often bring circumstances than somebody acted on. */
const LOOSE = new Set(['in', 'for', 'from', 'of', 'at', 'to', 'over'])

/** Objects; of 'they were denied visas' only those who were denied them. */
function undergoers(grammar: Grammar, word: number): readonly number[] {
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

const childHeads = ({ language, tree, coordinated }: Grammar, w: number, relation: string) =>
  tree
    .children(w)
    .filter((c) => language.relation[c] === relation)
    .flatMap((c) => coordinated(c))

const prepositionHeads = (grammar: Grammar, w: number, preposition: string) =>
  grammar
    .complements(w)
    .filter((c) => c.preposition === preposition)
    .flatMap((c) => grammar.coordinated(c.head))

const INNER_SLOTS = ['against', 'on', 'with', 'to', 'at', 'into', 'from', 'for', 'of', 'in']

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
  const around = firstFilled(INNER_SLOTS, (slot) => named(slotHeads(context, object, slot)))
  if (around.length > 0) return around
  const deeper = clause >= 0 && depth < 2 && grammar.inner(clause) >= 0 ? innerHeads(context, clause, depth + 1) : []
  return deeper.length > 0 ? deeper : objects
}

function ruleAt({ grammar, codebook }: RoleContext, word: number): Rule | undefined {
  const rules = codebook.verbs.get(grammar.language.lemma[word])
  const rule = rules && best(rules, openSlots(grammar, word))
  return rule?.type === 'none' ? undefined : rule
}

const isName = ({ upos, form }: Language, c: number): boolean => upos[c] === 'PROPN' || isNationality(form[c], upos[c])

/** A name, or a phrase with one in it. */
function hasName({ grammar }: RoleContext, w: number): boolean {
  const { language, tree } = grammar
  return language.upos[w] === 'PROPN' || tree.children(w).some((c) => c < w && isName(language, c))
}

/** For 'the proposal of Kestria' Kestria; for an actor itself; else the phrase. */
function holder(context: RoleContext, w: number): readonly number[] {
  const { grammar } = context
  const { language, tree } = grammar
  if (language.upos[w] !== 'NOUN' || isActor(context, w)) return [w]
  for (const c of tree.children(w)) {
    const relation = language.relation[c]
    const of = relation === 'nmod' && OF.has(language.lower[tree.child(c, 'case')] ?? '')
    if ((relation === 'nmod:poss' || of) && isNamed(context, c) && isActor(context, c)) return grammar.coordinated(c)
  }
  return [w]
}

const OF = new Set(['of', 'by', 'from'])

function nounHeads(context: RoleContext, candidate: Candidate): Omit<Heads, 'guessed'> {
  const { grammar } = context
  const { word, rule, light, lightWhose } = candidate
  const of = prepositionHeads(grammar, word, 'of')
  const owners = [...childHeads(grammar, word, 'nmod:poss'), ...adjectives(context, word)]
  const by = prepositionHeads(grammar, word, 'by')
  const lent = light >= 0 && lightWhose !== 'none' ? lentSubjects(context, light, word) : []
  const slots = rule.recipients.filter(
    (slot) => slot !== 'of' || rule.whose !== 'act' || owners.length + by.length + lent.length > 0,
  )
  const places = rule.mode === 'explosives' ? owners.filter((w) => isPlace(context, w)) : []
  const doers = owners.filter((w) => !places.includes(w))
  let recipients: readonly number[] = firstFilled(slots, (slot) => {
    const fits = (w: number) => !LOOSE.has(slot) || slot === 'of' || isNamed(context, w) || isActor(context, w)
    const own = prepositionHeads(grammar, word, slot).filter(fits)
    return own.length > 0 || light < 0 ? own : prepositionHeads(grammar, light, slot).filter(fits)
  })
  let actors: readonly number[] = [...by, ...(lightWhose === 'patient' ? [] : lent)]
  if (lightWhose === 'patient' && recipients.length === 0) recipients = lent
  if (rule.whose === 'patient' && of.length === 0 && by.length + lent.length + recipients.length === 0)
    return { actors, recipients: owners }
  if (recipients.length === 0) recipients = places
  if (actors.length === 0) actors = doers
  if (actors.length === 0 && rule.whose === 'act' && !recipients.some((w) => of.includes(w))) actors = [...of]
  const between = prepositionHeads(grammar, word, 'between')
  if (between.length > 0) return { actors: between, recipients: between.length > 1 ? between : recipients }
  if (actors.length === 0 && rule.whose === 'both') actors = attending(context, word)
  return { actors, recipients: recipients.flatMap((w) => holder(context, w)) }
}

function lentSubjects({ grammar }: RoleContext, verb: number, noun: number): readonly number[] {
  return grammar.subjects(verb).filter((w) => w !== noun)
}

/** Who made the clause's act during a meeting took part in it: 'Venn said so during a meeting with miners'. */
function attending({ grammar }: RoleContext, word: number): readonly number[] {
  const { language } = grammar
  const { head, upos, relation } = language
  const marker = grammar.tree.child(word, 'case')
  if (head[word] < 0 || marker < 0 || !DURING.has(language.lower[marker])) return []
  // 'made the remarks during a meeting': parsers hang the meeting on the remarks as well
  const above = upos[head[word]] === 'NOUN' && relation[head[word]] === 'obj' ? head[head[word]] : head[word]
  return above >= 0 && upos[above] === 'VERB' ? grammar.subjects(above) : []
}

const DURING = new Set(['during', 'in', 'at', 'after', 'following', 'before'])

/** 'Kestrian' in 'Kestrian air strikes', 'rebel' in 'a rebel attack'. */
function adjectives(context: RoleContext, word: number): number[] {
  const { language, tree } = context.grammar
  const found = tree.children(word).filter((c) => {
    const relation = language.relation[c]
    if (c > word || (relation !== 'amod' && relation !== 'compound' && relation !== 'nmod')) return false
    return (
      isActor(context, c) ||
      (language.upos[c] === 'PROPN' && !context.timeAt[c]) ||
      isNationality(language.form[c], language.upos[c])
    )
  })
  return found.filter((c) => !found.includes(c + 1))
}

/** 'Almeth' in 'the Almeth bombings': where, and so to whom, it was done. */
const isPlace = ({ entities }: RoleContext, w: number): boolean =>
  entities.entityAt[w] >= 0 && ['place', 'facility'].includes(entities.entities[entities.entityAt[w]].kind)

const isNationality = (form: string, upos: string) =>
  upos === 'ADJ' && /^[A-Z]/.test(form) && /(?:n|i|sh|ese)$/.test(form)

const ACTOR_KINDS = new Set(['person', 'organization', 'group', 'place', 'facility'])

/** Whether w is the head of a mention of somebody, or names a person by what they are. */
function isActor({ entities, codebook, grammar }: RoleContext, w: number): boolean {
  const { language } = grammar
  const entity = entities.entityAt[w]
  if (entity >= 0 && ACTOR_KINDS.has(entities.entities[entity].kind)) return true
  if (language.upos[w] !== 'NOUN') return false
  const lemma = language.lemma[w]
  return ['person', 'force', 'court', 'diplomat', 'body'].some((name) => codebook.classes.get(name)?.has(lemma))
}

function isNamed({ entities, grammar }: RoleContext, w: number): boolean {
  const { language, tree } = grammar
  if (language.upos[w] === 'PROPN' || entities.entityAt[w] >= 0) return true
  return tree.children(w).some((c) => language.relation[c] !== 'appos' && isName(language, c))
}

const RELATIVE = new Set(['that', 'which', 'who', 'whom', 'what', 'itself', 'themselves'])
const PARTIES = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'SYM', 'DET'])

function mayTakePart({ grammar, timeAt }: RoleContext, w: number): boolean {
  const { upos, form, relation, lower } = grammar.language
  if (timeAt[w]) return false
  if (upos[w] === 'PRON' && RELATIVE.has(lower[w])) return false
  if (upos[w] === 'ADJ') return isNationality(form[w], upos[w]) || relation[w] === 'nsubj' || relation[w] === 'obj'
  return PARTIES.has(upos[w])
}

const ADDRESSED = new Set(['AGREE', 'REQUEST', 'THREATEN'])

/** What is promised, asked for or threatened with ('stern action') is nobody it is addressed to. */
const isThing = (context: RoleContext, type: string, w: number): boolean =>
  ADDRESSED.has(type) && context.grammar.language.upos[w] === 'NOUN' && !isActor(context, w) && !hasName(context, w)

/** 'its troops', 'their weapons': what belongs to those who act is nobody acted on. */
function isOwn({ grammar, codebook }: RoleContext, w: number): boolean {
  const { language, tree } = grammar
  const owner = tree.child(w, 'nmod:poss')
  if (language.upos[w] !== 'NOUN' || owner < 0 || language.upos[owner] !== 'PRON') return false
  const lemma = language.lemma[w]
  return ['troops', 'property', 'arms', 'own'].some((name) => codebook.classes.get(name)?.has(lemma))
}

/** Who speaks in a text: of 'Kestria filed a motion denouncing' and 'Kestria's motion denounced' Kestria. */
function author(context: RoleContext, w: number): readonly number[] {
  const { grammar, codebook } = context
  const { language } = grammar
  const { head, relation } = language
  if (language.upos[w] !== 'NOUN' || !codebook.classes.get('text')?.has(language.lemma[w])) return [w]
  const held = holder(context, w)
  if (held[0] !== w) return held
  const verb = head[w]
  const own = relation[w] === 'obj' && verb >= 0 ? grammar.subjects(verb) : []
  return own.length > 0 ? own : [w]
}

const THIRD = new Set(['it', 'they', 'he', 'she'])

/** Who 'it' is in 'Kestria said it would ...', where the entity stage does not say. */
function speakerFor({ grammar, entities }: RoleContext, w: number): number {
  const { head, lower, relation } = grammar.language
  if (entities.entityAt[w] >= 0 || !THIRD.has(lower[w]) || relation[w] !== 'nsubj') return w
  const clause = head[w]
  const above = clause >= 0 && relation[clause] === 'ccomp' ? head[clause] : -1
  const speakers = above < 0 ? [] : grammar.subjects(above)
  return speakers.length === 1 ? speakers[0] : w
}

/** Whether w is a name, holds one, or is somebody whose acts are news. */
export function isNotable(context: RoleContext, w: number): boolean {
  const { language, tree } = context.grammar
  const entity = context.entities.entityAt[w]
  if (entity >= 0) {
    const { kind, mentions } = context.entities.entities[entity]
    if (ACTOR_KINDS.has(kind) && mentions.some(({ form }) => form === 'name')) return true
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

const EMPTY = new Set(['it', 'this', 'that', 'there', 'which', 'what', 'these', 'those', 'nothing', 'something'])
const GENERIC = new Set(['anyone', 'everyone', 'nobody', 'one', 'someone', 'who', 'whoever', 'you'])

function isGeneric({ grammar, entities }: RoleContext, w: number): boolean {
  const { upos, lower } = grammar.language
  if (upos[w] !== 'PRON' || !(GENERIC.has(lower[w]) || lower[w] === 'it')) return false
  return entities.entityAt[w] < 0 || entities.entities[entities.entityAt[w]].kind === 'other'
}

/** Somebody: no clause, time, or thing that cannot act. */
function mayAct(context: RoleContext, w: number): boolean {
  const { language } = context.grammar
  if (!mayTakePart(context, w)) return false
  if (language.upos[w] === 'PRON' && (EMPTY.has(language.lower[w]) || GENERIC.has(language.lower[w])))
    return context.entities.entityAt[w] >= 0
  return !(language.upos[w] === 'NOUN' && context.codebook.classes.get('inanimate')?.has(language.lemma[w]))
}

/** Where words, not deeds, are told, a place in the clause is where they were spoken. */
const SPOKEN_AT = new Set(['in', 'at', 'from'])
const SPOKEN = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'SUPPORT', 'THREATEN'])
const GUESSED = new Set(['against', 'on', 'with', 'to', 'into', 'from', 'in', 'of', 'for', 'at'])

/** PLOVER's last resort: a country or another name that the clause sets the act in. */
function guessRecipients(context: RoleContext, { word, rule, light }: Candidate): readonly number[] {
  const { grammar } = context
  const { upos } = grammar.language
  const from = [word, ...(light >= 0 ? [light] : []), ...(rule.whose ? [] : grammar.objects(word))]
  const within = from.flatMap((w) => (w === word ? [w] : [w, ...grammar.complements(w).map(({ head }) => head)]))
  for (const w of within) {
    for (const { preposition, head } of grammar.complements(w)) {
      if (w === word && SPOKEN.has(rule.type) && SPOKEN_AT.has(preposition)) continue
      if (!GUESSED.has(preposition) || context.timeAt[head] || !isNamed(context, head)) continue
      if (upos[head] === 'PROPN' || isActor(context, head)) return grammar.coordinated(head)
    }
  }
  return []
}
