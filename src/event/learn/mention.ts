import type { Statement } from '../../record/types.ts'
import { hashText } from '../../statement/hash.ts'
import { isNotable } from '../party.ts'
import { featureOf, join, put, type Sheet, step } from './features.ts'
import { hashLabel } from './hashed.ts'
import type { Scene } from './scene.ts'

/** Words of a mention that the heads see as vectors: itself, its governor, what it is done to, who does it. */
export const MENTION_BLOCKS = 3

/** The feature that is a word's lemma by itself. */
export const lemmaFeature = ({ hashed }: Scene, w: number): number => featureOf(1, hashed.lemma[w])

/** Writes down what there is to know of word w as one that may tell of an event: of its type, its mode and its status. */
export function describeMention(scene: Scene, w: number, sheet: Sheet): void {
  const { hashed, grammar, input, codebook, context, cueOf } = scene
  const { language, tree } = grammar
  const { head, sentence, sentences, size } = language
  const { lemma, lower, upos, xpos, relation } = hashed
  const { statements, innermost } = input.statements
  const { candidate, listed, proposed, admitted, refused, heads, told, coded } = scene.proposal(w)
  const h = head[w]
  sheet.size = 0
  const me = lemma[w]
  const tag = upos[w]
  put(sheet, 0, 0)
  put(sheet, 1, me)
  put(sheet, 2, me, tag)
  put(sheet, 3, lower[w])
  put(sheet, 4, xpos[w])
  put(sheet, 5, relation[w], tag)
  put(sheet, 6, me, relation[w])
  for (const n of [3, 4, 5]) put(sheet, 7, hashPrefix(language.lower[w], n), n)
  put(sheet, 8, w > 0 ? lemma[w - 1] : 0)
  put(sheet, 9, w + 1 < size ? lemma[w + 1] : 0)
  put(sheet, 10, me, w > 0 ? lemma[w - 1] : 0)
  put(sheet, 11, me, w + 1 < size ? lemma[w + 1] : 0)
  if (h >= 0) {
    put(sheet, 12, lemma[h], relation[w])
    put(sheet, 13, upos[h], relation[w])
    put(sheet, 14, me, lemma[h])
  } else put(sheet, 15, tag)
  let passive = 0
  for (let c = tree.firstChild[w]; c >= 0; c = tree.nextSibling[c]) {
    if (upos[c] === PUNCT) continue
    put(sheet, 16, relation[c], lemma[c])
    put(sheet, 17, relation[c], tag)
    put(sheet, 18, me, join(relation[c], lemma[c]))
    if (relation[c] === SUBJECT_OF_PASSIVE) passive = 1
    const marker = tree.child(c, 'case')
    if (marker >= 0) {
      put(sheet, 19, me, lower[marker])
      put(sheet, 20, lower[marker], lemma[c])
    }
  }
  const subjects = grammar.subjects(w)
  const objects = grammar.objects(w)
  describeParty(scene, sheet, 21, me, subjects[0] ?? -1)
  describeParty(scene, sheet, 25, me, objects[0] ?? -1)
  describeParty(scene, sheet, 29, me, heads.actors[0] ?? -1)
  describeParty(scene, sheet, 33, me, heads.recipients[0] ?? -1)
  const inner = grammar.inner(w)
  if (inner >= 0) {
    put(sheet, 37, me, lemma[inner])
    put(sheet, 38, lemma[inner], tag)
    put(sheet, 39, hashLabel(codebook.verbs.get(language.lemma[inner])?.[0].type ?? '-'), me)
  }
  // what the tables and the rules say
  const type = hashLabel(listed ? (coded?.type ?? candidate.rule.type) : '-')
  const status = hashLabel(told.status)
  put(sheet, 40, type, proposed ? 1 : 0)
  put(sheet, 41, type, status)
  put(sheet, 42, type, hashLabel(candidate.rule.mode ?? '-'))
  put(sheet, 43, type, me)
  put(sheet, 44, status, tag)
  put(sheet, 45, hashText(told.why), told.future ? 1 : 0)
  put(sheet, 46, told.negated ? 1 : 0, told.future ? 1 : 0)
  put(sheet, 47, status, me)
  const notable = [...heads.actors, ...heads.recipients].some((x) => isNotable(context, x)) ? 1 : 0
  const parties = (heads.actors.length > 0 ? 1 : 0) + (heads.recipients.length > 0 ? 2 : 0) + (heads.generic ? 4 : 0)
  put(sheet, 48, type, parties * 2 + notable)
  put(sheet, 49, tag, parties * 2 + notable)
  if (candidate.light >= 0) put(sheet, 50, lemma[candidate.light], me)
  for (const rule of (tag === VERB ? codebook.verbs : codebook.nouns).get(language.lemma[w]) ?? [])
    put(sheet, 51, hashLabel(rule.type))
  // who tells it, and in what
  const cue = cueOf[w]
  if (cue >= 0) describeCue(sheet, me, statements[cue])
  else put(sheet, 56, tag)
  const within = innermost[w] >= 0 ? statements[innermost[w]] : undefined
  put(sheet, 57, hashLabel(within?.act ?? '-'), type)
  put(sheet, 58, hashLabel(within?.act ?? '-'), status)
  put(sheet, 59, hashLabel(within?.quotation ?? '-'), tag)
  // where it stands
  const s = sentence[w]
  const { from, to, paragraph } = sentences[s]
  put(sheet, 60, step(paragraph), tag)
  put(sheet, 61, step(paragraph), type)
  put(sheet, 62, step(w - from), step(to - w))
  put(sheet, 63, step(scene.lemmaCount.get(language.lemma[w]) ?? 0), tag)
  put(sheet, 64, tag, determinerOf(scene, w))
  put(sheet, 65, me, determinerOf(scene, w))
  const modal = tree.child(w, 'aux')
  if (modal >= 0) put(sheet, 66, lower[modal], xpos[w])
  put(sheet, 67, passive, tag)
  for (let steps = 0, x = w; steps < 4 && head[x] >= 0; steps++) {
    x = head[x]
    put(sheet, 68, lemma[x])
    put(sheet, 69, lemma[x], step(steps))
  }
  for (let x = Math.max(from, w - 4); x < Math.min(to, w + 5); x++) if (x !== w) put(sheet, 70, lemma[x], x < w ? 0 : 1)
  const root = tree.root(s)
  if (root >= 0) put(sheet, 71, lemma[root], root === w ? 1 : 0)
  // whether the rules make it a row, and how much else is told: a sentence that stands alone is there for its event
  const gate = (admitted ? 1 : 0) + (proposed ? 2 : 0) + (refused ? 4 : 0)
  const length = sentences.length === 1 ? 0 : sentences.length < 6 ? 1 : 2
  put(sheet, 72, gate, type)
  put(sheet, 73, gate, me)
  put(sheet, 74, length, gate)
  put(sheet, 75, length, join(gate, type))
  put(sheet, 76, length, tag)
  sheet.words[0] = w
  sheet.words[1] = h
  sheet.words[2] = objects[0] ?? heads.recipients[0] ?? -1
}

const PUNCT = hashLabel('PUNCT')
const VERB = hashLabel('VERB')
const SUBJECT_OF_PASSIVE = hashLabel('nsubj:pass')

const hashPrefix = (text: string, n: number): number => hashText(text.slice(0, n))

function describeParty(scene: Scene, sheet: Sheet, template: number, me: number, p: number): void {
  if (p < 0) {
    put(sheet, template, 0)
    return
  }
  const { entities } = scene.input.entities
  const entity = scene.input.entities.entityAt[p] >= 0 ? entities[scene.input.entities.entityAt[p]] : undefined
  const kind = hashLabel(entity?.kind ?? '-')
  const sector = hashLabel(entity?.code?.sectors[0] ?? '-')
  put(sheet, template, 1, kind)
  put(sheet, template + 1, me, join(kind, sector))
  put(sheet, template + 2, me, scene.hashed.lemma[p])
  put(sheet, template + 3, sector, kind)
}

function describeCue(sheet: Sheet, me: number, { act, quotation, negated, content }: Statement): void {
  const what = hashLabel(act)
  put(sheet, 52, what, negated ? 1 : 0)
  put(sheet, 53, what, hashLabel(quotation))
  put(sheet, 54, me, hashLabel(quotation))
  put(sheet, 55, what, step(content.reduce((n, { start, end }) => n + end - start, 0) >> 4))
}

/** Hash of the article or possessive before w: 'the attack' may be known, 'an attack' is new. */
function determinerOf({ grammar: { language, tree }, hashed }: Scene, w: number): number {
  const c = tree.child(w, 'det', 'nmod:poss')
  return c < 0 ? 0 : language.relation[c] === 'det' ? hashed.lower[c] : 1
}
