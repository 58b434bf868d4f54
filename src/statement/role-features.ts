import { add, hashText, join, type Rows } from './hash.ts'
import type { Lie } from './lie.ts'
import type { View } from './view.ts'

/** What a word is to a cue. */
export const ROLE = { none: 0, source: 1, cue: 2, content: 3 } as const
export const ROLES = 4
/** Most features that one word can have for one cue. */
export const ROLE_FEATURES = 48
/** Features of the step between two words, for each role of the first. */
export const STEP_FEATURES = 3

/**
 * Features that all words of a branch share that lie on one side of the cue: see `branchKey`. They go into `rows`.
 */
export function branchFeatures(view: View, lie: Lie, w: number, rows: Rows): void {
  const { lower, lemma, upos, name } = view
  const { from, cue, branch, drop, way, frame } = lie
  rows.size = 0
  const i = w - from
  const b = branch[i]
  const side = w < cue ? 1 : w > cue ? 2 : 0
  const L = lemma[cue]
  const U = upos[cue]
  const B = join(way[b - from] + side, drop[i] < 0 ? 1 : 2)
  add(rows, 5, B, L)
  add(rows, 6, B, U)
  add(rows, 12, B, join(upos[b], name[b]))
  add(rows, 13, join(B, L), bringsIn(view, b))
  add(rows, 14, B, bringsIn(view, b))
  add(rows, 33, lemma[b], join(L, side))
  add(rows, 34, lower[b], B)
  add(rows, 37, B, frame)
}

/** Words with the same key have the same branch features. */
export function branchKey({ from, cue, branch, drop }: Lie, w: number): number {
  return (branch[w - from] * 3 + (w < cue ? 1 : w > cue ? 2 : 0)) * 2 + (drop[w - from] < 0 ? 1 : 0)
}

/** Features of word `w` alone for the cue that `lie` was made for. They go into `rows`. */
export function roleFeatures(view: View, lie: Lie, w: number, rows: Rows): void {
  const { language, quotation, lower, lemma, upos, xpos, relation, name, mark } = view
  const { from, cue, branch, climb, drop, way, frame } = lie
  const bounds = language.sentences[language.sentence[cue]]
  rows.size = 0
  const i = w - from
  const b = branch[i]
  const side = w < cue ? 1 : w > cue ? 2 : 0
  const L = lemma[cue]
  const U = upos[cue]
  const W = way[i] + side
  const B = join(way[b - from] + side, drop[i] < 0 ? 1 : 2)
  const before = w > bounds.from ? lower[w - 1] : 1
  const after = w + 1 < bounds.to ? lower[w + 1] : 2
  const uposBefore = w > bounds.from ? upos[w - 1] : 1
  const uposAfter = w + 1 < bounds.to ? upos[w + 1] : 2
  const gap = distance(w - cue)
  const state = quoteState(quotation, w, cue)

  add(rows, 0, side, 0)
  add(rows, 1, W, 0)
  add(rows, 2, W, L)
  add(rows, 3, W, upos[w])
  add(rows, 4, W, join(U, state))
  add(rows, 7, B, lower[w])
  add(rows, 8, B, join(relation[w], drop[i]))
  add(rows, 9, B, join(upos[w], U))
  add(rows, 10, B, join(mark[w], state))
  add(rows, 11, B, edges(view, b, w))
  add(rows, 15, join(B, lower[w]), L)
  add(rows, 16, lower[w], side)
  add(rows, 17, lower[w], join(L, side))
  add(rows, 18, join(uposBefore, upos[w]), join(uposAfter, side))
  add(rows, 19, upos[w], gap)
  add(rows, 20, lower[w], gap)
  add(rows, 21, join(L, upos[w]), gap)
  add(rows, 22, join(U, upos[w]), join(gap, relation[w]))
  add(rows, 23, state, side)
  add(rows, 24, state, join(L, side))
  add(rows, 25, state, join(B, U))
  add(rows, 26, before, join(lower[w], side))
  add(rows, 27, lower[w], join(after, side))
  add(rows, 28, relation[w], join(L, side))
  add(rows, 29, name[w], join(U, side))
  add(rows, 30, join(xpos[w], side), B)
  add(rows, 31, (w === bounds.from ? 1 : 0) + (w === bounds.to - 1 ? 2 : 0), join(mark[w], side))
  add(rows, 32, join(climb[i], drop[i]), join(side, U))
  add(rows, 35, join(before, upos[w]), B)
  add(rows, 36, join(after, upos[w]), B)
  const subject = frame & 0x10d7
  add(rows, 38, W, subject)
  add(rows, 39, join(B, subject), join(upos[w], U))
  // whether the cue agrees with the verb that it is joined to: a finite verb does not share an infinitive's subject
  const above = language.head[cue]
  const agreement = join(xpos[cue], above < 0 ? 0 : xpos[above])
  add(rows, 41, W, agreement)
  add(rows, 42, join(climb[i], drop[i] < 0 ? 1 : 0), join(agreement, relation[cue]))
  add(rows, 40, join(frame & 0x3c, state), join(B, mark[w]))
}

/** Contexts of the step from word `w - 1` to word `w`; a row for each role of the first word: `row(.., context, role)`. */
export function stepFeatures(view: View, lie: Lie, w: number, out: Int32Array): void {
  const { quotation, upos, lower, mark } = view
  const i = w - lie.from
  const turn = lie.branch[i] === lie.branch[i - 1] ? 0 : lie.drop[i] === 0 ? 1 : 2
  const side = w < lie.cue ? 0 : w === lie.cue ? 1 : w === lie.cue + 1 ? 2 : 3
  const quotes = (quotation[w] >= 0 ? 1 : 0) + (quotation[w - 1] >= 0 ? 2 : 0)
  out[0] = ((((mark[w] * 9 + mark[w - 1]) * 3 + turn) * 4 + side) * 4 + quotes) | 0
  out[1] = join(join(upos[w], upos[w - 1]), turn * 4 + side)
  out[2] = join(lower[w], turn * 4 + side)
}

/** -12..12 by steps that grow with the distance. */
function distance(d: number): number {
  const a = Math.abs(d)
  const bucket = a < 5 ? a : a < 8 ? 5 : a < 12 ? 6 : a < 20 ? 7 : a < 35 ? 8 : 9
  return d < 0 ? -bucket : bucket
}

/** Whether word and cue stand in quotations, and in the same. */
function quoteState(quotation: Int32Array, w: number, cue: number): number {
  if (quotation[w] < 0) return quotation[cue] < 0 ? 0 : 1
  return quotation[cue] < 0 ? 2 : quotation[cue] === quotation[w] ? 3 : 4
}

/** Whether the word is the first or last of its branch. */
function edges({ tree }: View, branch: number, w: number): number {
  return (tree.left(branch) === w ? 1 : 0) + (tree.right(branch) === w + 1 ? 2 : 0)
}

const MARKER = hashText('mark')
const CASE = hashText('case')

/** The word that brings in a clause or phrase ('that', 'to', 'of'), or 0. */
export function bringsIn({ lemma, plain, first, next }: View, word: number): number {
  for (let x = first[word]; x >= 0; x = next[x]) if (plain[x] === MARKER || plain[x] === CASE) return lemma[x]
  return 0
}
