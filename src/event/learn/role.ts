import { isActor, isNotable } from '../party.ts'
import { join, put, type Sheet, step } from './features.ts'
import { hashLabel } from './hashed.ts'
import { isOnlyWhere } from './only-where.ts'
import type { Scene } from './scene.ts'
import { wayBetween } from './way.ts'

/** Words that the head sees as vectors: the trigger and the phrase's head. */
export const ROLE_BLOCKS = 2

/** How many sentences before and after the trigger's the parties are looked for in. */
const BEFORE = 2
const AFTER = 1
/** How many phrases are weighed at most. */
const MOST = 60

const INSIDE_NAME = new Set(['flat', 'compound', 'fixed'])
const PARTY = new Set(['NOUN', 'PROPN', 'PRON', 'NUM'])
const RELATIVE = new Set(['that', 'which', 'who', 'whom', 'what', 'whose', 'there'])

/**
 * Head words of phrases that may take part in the event at w: those of its sentence, and the latest mention, in the
 * sentences around it, of each entity that its sentence does not name.
 */
export function findParties(scene: Scene, w: number): number[] {
  const {
    grammar: { language },
    context,
    input: { entities },
  } = scene
  const { sentence, sentences, upos, relation, head, lower } = language
  const { from, to } = sentences[sentence[w]]
  const { entityAt } = entities
  const found: number[] = []
  const seen = new Set<number>()
  for (let x = from; x < to; x++) {
    if (x === w || context.timeAt[x]) continue
    const mention = entityAt[x] >= 0
    if (!mention && !PARTY.has(upos[x])) continue
    if (upos[x] === 'PRON' && RELATIVE.has(lower[x]) && !mention) continue
    if (!mention && upos[x] === 'PROPN' && INSIDE_NAME.has(relation[x]) && head[x] !== w) continue
    if (mention) seen.add(entityAt[x])
    if (!isOnlyWhere(scene, x)) found.push(x)
  }
  const first = sentences[Math.max(0, sentence[w] - BEFORE)].from
  const last = sentences[Math.min(sentences.length - 1, sentence[w] + AFTER)].to
  for (let x = from - 1; x >= first && found.length < MOST; x--) {
    if (entityAt[x] < 0 || upos[x] === 'ADJ' || seen.has(entityAt[x])) continue
    seen.add(entityAt[x])
    found.push(x)
  }
  for (let x = to; x < last && found.length < MOST; x++) {
    if (entityAt[x] < 0 || upos[x] === 'ADJ' || seen.has(entityAt[x])) continue
    seen.add(entityAt[x])
    found.push(x)
  }
  return found
}

/** Writes down what there is to know of phrase p as a party of the event at w, of the given type. */
export function describeRole(scene: Scene, w: number, type: string, p: number, sheet: Sheet): void {
  const { hashed, grammar, input, context } = scene
  const { language, tree } = grammar
  const { head, sentence, sentences } = language
  const { lemma, lower, upos, relation } = hashed
  const { candidate, heads, told } = scene.proposal(w)
  const { entities, entityAt } = input.entities
  const what = hashLabel(type)
  const tag = upos[w]
  sheet.size = 0
  const apart = sentence[p] - sentence[w]
  const way = wayBetween(scene, w, p)
  const near = apart === 0 ? 1 : 0
  put(sheet, 0, what, near)
  put(sheet, 1, way.hash)
  put(sheet, 2, way.hash, what)
  put(sheet, 3, way.hash, lemma[w])
  put(sheet, 4, way.short, tag)
  put(sheet, 5, way.short, what)
  put(sheet, 6, way.up, way.down)
  put(sheet, 7, join(way.up, way.down), what)
  const isActorHere = heads.actors.includes(p) ? 1 : 0
  const isRecipientHere = heads.recipients.includes(p) ? 1 : 0
  const ruled = isActorHere + 2 * isRecipientHere + (heads.guessed ? 4 : 0)
  put(sheet, 8, ruled, what)
  put(sheet, 9, ruled, tag)
  put(sheet, 10, ruled, lemma[w])
  put(sheet, 11, (heads.actors.length > 0 ? 1 : 0) + (heads.recipients.length > 0 ? 2 : 0), ruled + 8 * near)
  const isSubject = grammar.subjects(w).includes(p) ? 1 : 0
  const isObject = grammar.objects(w).includes(p) ? 2 : 0
  put(sheet, 12, isSubject + isObject, what)
  put(sheet, 13, isSubject + isObject, lemma[w])
  if (candidate.light >= 0) {
    const lent = grammar.subjects(candidate.light).includes(p) ? 1 : 0
    put(sheet, 14, lent, lemma[candidate.light])
    put(sheet, 15, lent, what)
  }
  put(sheet, 16, relation[p], upos[p])
  put(sheet, 17, relation[p], what)
  put(sheet, 18, lemma[p])
  put(sheet, 19, lemma[p], what)
  if (head[p] >= 0) {
    put(sheet, 20, lemma[head[p]], relation[p])
    put(sheet, 21, head[p] === w ? 1 : 0, relation[p])
  }
  const marker = tree.child(p, 'case')
  const preposition = marker < 0 ? 0 : lower[marker]
  put(sheet, 22, preposition, what)
  put(sheet, 23, preposition, lemma[w])
  const e = entityAt[p]
  const entity = e >= 0 ? entities[e] : undefined
  const kind = hashLabel(entity?.kind ?? (isActor(context, p) ? 'actor' : isNotable(context, p) ? 'notable' : '-'))
  const sector = hashLabel(entity?.code?.sectors[0] ?? '-')
  put(sheet, 24, kind, what)
  put(sheet, 25, kind, upos[p])
  put(sheet, 26, sector, what)
  put(sheet, 27, join(kind, sector), ruled)
  put(sheet, 28, kind, way.short)
  put(sheet, 29, step(entity?.mentions.length ?? 0), near)
  if (entity) {
    const first = scene.mentionsOf[e][0]
    put(sheet, 30, step(sentence[first]), step(entity.mentions.length))
  }
  const gap = p - w
  put(sheet, 31, step(gap), near)
  put(sheet, 32, gap < 0 ? 0 : 1, join(what, near))
  put(sheet, 33, apart, kind)
  put(sheet, 34, apart, relation[p])
  put(sheet, 35, apart, what)
  put(sheet, 36, sentences[sentence[w]].paragraph === sentences[sentence[p]].paragraph ? 1 : 0, near)
  put(sheet, 37, tree.above(w, p) ? 1 : tree.above(p, w) ? 2 : 0, what)
  put(sheet, 38, hashLabel(told.status), ruled)
  put(sheet, 39, grammar.passive(w) ? 1 : 0, join(isSubject + isObject, tag))
  put(sheet, 40, language.xpos[p] === 'NNS' ? 1 : 0, kind)
  describeSpeech(scene, w, p, what, sheet)
  // whether the phrase is one of several that are coordinated, and how the first of them stands
  const chief = relation[p] === CONJ && head[p] >= 0 ? head[p] : -1
  if (chief >= 0) {
    const chiefRuled = (heads.actors.includes(chief) ? 1 : 0) + (heads.recipients.includes(chief) ? 2 : 0)
    put(sheet, 41, chiefRuled, what)
    put(sheet, 42, wayBetween(scene, w, chief).hash, what)
  }
  const owner = tree.child(w, 'nmod:poss')
  if (owner >= 0) put(sheet, 43, owner === p ? 1 : 0, what)
  sheet.words[0] = w
  sheet.words[1] = p
}

const CONJ = hashLabel('conj')

/** How the phrase stands to the statement that the event is the cue of, or is told in. */
function describeSpeech(scene: Scene, w: number, p: number, what: number, sheet: Sheet): void {
  const { statements, innermost } = scene.input.statements
  const entity = scene.input.entities.entities[scene.input.entities.entityAt[p]]
  const cue = statements[scene.cueOf[w]]
  if (cue) {
    const part =
      scene.sourceOf[p] === scene.cueOf[w]
        ? 1
        : entity && cue.speaker === entity.id
          ? 2
          : entity && cue.to.includes(entity.id)
            ? 3
            : 0
    const inside = cue.content.some(
      ({ start, end }) => scene.grammar.language.start[p] >= start && scene.grammar.language.start[p] < end,
    )
      ? 4
      : 0
    put(sheet, 50, part + inside, what)
    put(sheet, 51, part + inside, hashLabel(cue.act))
    put(sheet, 52, part + inside, scene.hashed.relation[p])
  } else put(sheet, 53, what)
  const within = statements[innermost[w]]
  if (within && entity) put(sheet, 54, within.speaker === entity.id ? 1 : 0, what)
  const beside = innermost[w] === innermost[p] ? 1 : 0
  put(sheet, 55, beside, innermost[w] >= 0 ? 1 : 0)
  put(sheet, 56, scene.sourceOf[p] >= 0 ? 1 : 0, what)
}
