import { hashText, join, row } from './hash.ts'
import type { Lie } from './lie.ts'
import type { View } from './view.ts'

/** What a word is to a cue. */
export const ROLE = { none: 0, source: 1, cue: 2, content: 3 } as const
export const ROLES = 4
/** Most features that one word can have for one cue. */
export const ROLE_FEATURES = 48
/** Features of the step between two words, for each role of the first. */
export const STEP_FEATURES = 3

/** Features of word `w` for the cue that `lie` was made for. Writes table rows into `out` and returns how many. */
export function roleFeatures(view: View, lie: Lie, w: number, mask: number, out: Int32Array): number {
  const { language, quotation, lower, lemma, upos, xpos, relation, name, mark } = view
  const { from, cue, branch, climb, drop, way } = lie
  const bounds = language.sentences[language.sentence[cue]]
  let n = 0
  const add = (template: number, a: number, b: number) => {
    out[n++] = row(template, a, b, mask)
  }
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

  add(0, side, 0)
  add(1, W, 0)
  add(2, W, L)
  add(3, W, upos[w])
  add(4, W, join(U, state))
  add(5, B, L)
  add(6, B, U)
  add(7, B, lower[w])
  add(8, B, join(relation[w], drop[i]))
  add(9, B, join(upos[w], U))
  add(10, B, join(mark[w], state))
  add(11, B, edges(view, b, w))
  add(12, B, join(upos[b], name[b]))
  add(13, join(B, L), bringsIn(view, b))
  add(14, B, bringsIn(view, b))
  add(15, join(B, lower[w]), L)
  add(16, lower[w], side)
  add(17, lower[w], join(L, side))
  add(18, join(uposBefore, upos[w]), join(uposAfter, side))
  add(19, upos[w], gap)
  add(20, lower[w], gap)
  add(21, join(L, upos[w]), gap)
  add(22, join(U, upos[w]), join(gap, relation[w]))
  add(23, state, side)
  add(24, state, join(L, side))
  add(25, state, join(B, U))
  add(26, before, join(lower[w], side))
  add(27, lower[w], join(after, side))
  add(28, relation[w], join(L, side))
  add(29, name[w], join(U, side))
  add(30, join(xpos[w], side), B)
  add(31, (w === bounds.from ? 1 : 0) + (w === bounds.to - 1 ? 2 : 0), join(mark[w], side))
  add(32, join(climb[i], drop[i]), join(side, U))
  add(33, lemma[b], join(L, side))
  add(34, lower[b], B)
  add(35, join(before, upos[w]), B)
  add(36, join(after, upos[w]), B)
  return n
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
