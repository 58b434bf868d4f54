import { join, put, type Sheet, step } from './features.ts'
import { hashLabel } from './hashed.ts'
import type { Scene } from './scene.ts'
import { wayBetween } from './way.ts'

export const SAME_BLOCKS = 2

/** A word that tells of an event, as merging sees it. */
export interface EventMention {
  word: number
  type: string
  status: string
  mode?: string
  /** entities, and head words of phrases without one, that take part, with what they are in it */
  actors: readonly number[]
  recipients: readonly number[]
  /** id of its time, -1 where none */
  time: number
  place: number
}

/** Writes down how a mention stands to an earlier one; `first` is undefined where it would be a new happening. */
export function describeSame(scene: Scene, later: EventMention, first: EventMention | undefined, sheet: Sheet): void {
  const { hashed, grammar, input } = scene
  const { language, tree } = grammar
  const { sentence, sentences } = language
  const { lemma, lower, upos, relation } = hashed
  const w = later.word
  const what = hashLabel(later.type)
  const det = tree.child(w, 'det', 'nmod:poss')
  const article = det < 0 ? 0 : language.relation[det] === 'det' ? lower[det] : 1
  sheet.size = 0
  sheet.words[0] = w
  sheet.words[1] = -1
  put(sheet, 0, first ? 1 : 0)
  if (!first) {
    put(sheet, 1, what, upos[w])
    put(sheet, 2, upos[w], article)
    put(sheet, 3, lemma[w])
    put(sheet, 4, step(sentence[w]))
    put(sheet, 5, hashLabel(later.status), what)
    put(sheet, 6, (later.actors.length > 0 ? 1 : 0) + (later.recipients.length > 0 ? 2 : 0), upos[w])
    put(sheet, 7, relation[w], upos[w])
    return
  }
  const v = first.word
  const apart = sentence[w] - sentence[v]
  const isSame = lemma[v] === lemma[w] ? 1 : 0
  const stem = language.lemma[v].slice(0, 4) === language.lemma[w].slice(0, 4) ? 1 : 0
  const type = first.type === later.type ? 1 : 0
  put(sheet, 10, type, what)
  put(sheet, 11, type, hashLabel(first.type) ^ what)
  put(sheet, 12, isSame + stem, what)
  put(sheet, 13, isSame + stem, join(upos[w], upos[v]))
  put(sheet, 14, isSame + stem, article)
  put(sheet, 15, join(lemma[v], lemma[w]))
  put(sheet, 16, article, join(upos[w], upos[v]))
  put(sheet, 17, Math.min(6, apart), upos[w])
  put(sheet, 18, Math.min(6, apart), what)
  put(sheet, 19, step(sentences[sentence[w]].paragraph - sentences[sentence[v]].paragraph))
  const actors = meeting(later.actors, first.actors)
  const recipients = meeting(later.recipients, first.recipients)
  put(sheet, 20, actors, recipients)
  put(sheet, 21, join(actors, recipients), what)
  put(sheet, 22, meeting(later.actors, first.recipients), meeting(later.recipients, first.actors))
  const time = meeting(one(later.time), one(first.time))
  put(sheet, 23, time, what)
  put(sheet, 24, time, join(actors, recipients))
  put(sheet, 25, meeting(one(later.place), one(first.place)), what)
  put(sheet, 26, hashLabel(later.status), hashLabel(first.status))
  put(sheet, 27, later.mode && first.mode ? (later.mode === first.mode ? 1 : 2) : 0, isSame)
  if (apart === 0) {
    const way = wayBetween(scene, v, w)
    put(sheet, 28, way.hash)
    put(sheet, 29, way.up, way.down)
    put(sheet, 30, way.short, what)
    put(sheet, 31, step(w - v), isSame)
  }
  const plural = (x: number) => (language.xpos[x] === 'NNS' ? 1 : 0)
  put(sheet, 32, plural(w), plural(v) + 2 * isSame)
  const inside = input.statements.innermost
  put(sheet, 33, inside[w] === inside[v] ? 1 : inside[w] < 0 ? 2 : inside[v] < 0 ? 3 : 4, isSame)
  put(sheet, 34, first.word < sentences[0].to ? 1 : 0, what)
  sheet.words[1] = v
}

const one = (x: number): readonly number[] => (x < 0 ? [] : [x])

/** How two lists stand to each other: both are empty, they share something, they differ, one is empty. A feature's numbers. */
export const MEETING = { silent: 0, share: 1, differ: 2, oneSilent: 3 } as const

export function meeting(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length === 0 ? MEETING.silent : MEETING.oneSilent
  return a.some((x) => b.includes(x)) ? MEETING.share : MEETING.differ
}
