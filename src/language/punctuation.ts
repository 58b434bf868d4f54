import type { Resources } from '../resources.ts'
import { openModel } from './model.ts'
import { hash32 } from './network/features.ts'
import type { Sentence } from './types.ts'

/** A report's words with a tree over them. */
export interface Parsed {
  lower: readonly string[]
  head: Int32Array
  relation: readonly string[]
  sentences: readonly Sentence[]
}

/**
 * What one mark may hang on: the words beside it and the words above those, as long as they lie on the same side, and
 * what speaks for each. Universal Dependencies has a mark hang on the unit that it parts off, as high as it goes
 * without crossing an arc; which unit that is, is learned.
 */
export interface MarkChoice {
  candidates: number[]
  /** of each candidate, FEATURES_EACH rows of the table of weights */
  features: number[]
}

/** Names what `describe` makes; change it with any change there. */
export const MARK_FEATURES = 'marks/1'
export const FEATURES_EACH = 9
/** Rows of the table of weights: a power of two. */
export const ROWS = 1 << 16

/** Marks that open and close; quotation marks that do both are told apart by counting. */
const MATES = new Map(Object.entries({ '(': ')', '[': ']', '“': '”', '«': '»', '‘': '’', '``': "''", '{': '}' }))
const CLOSING = new Set(MATES.values())
const BOTH = new Set(['"', "'"])

/**
 * Opens the step that hangs punctuation marks on a finished tree of words, by weights learned from treebanks
 * (models/punctuation.bin).
 *
 * @returns a function from a tree to new heads
 */
export function openPunctuation(resources: Resources): (parsed: Parsed) => Int32Array {
  const weights = openModel(resources.bytes('models/punctuation.bin'), {
    kind: 'punctuation',
    features: MARK_FEATURES,
  }).i8('weights')
  return (parsed) => {
    const bare = withoutMarks(parsed)
    const head = bare.head.slice()
    for (const sentence of parsed.sentences) {
      const edges = edgesOf(bare, sentence)
      const mates = matesOf(parsed, sentence)
      for (let p = sentence.from; p < sentence.to; p++) {
        if (!isMark(parsed, p)) continue
        const choice = choiceOf(bare, { sentence, edges, mates, mark: p })
        const best = bestOf(choice, weights)
        if (best >= 0) head[p] = choice.candidates[best]
      }
    }
    return head
  }
}

/** Index of the candidate with the highest weights, -1 where there is none. */
export function bestOf({ candidates, features }: MarkChoice, weights: Int8Array | Float64Array): number {
  let best = -1
  let most = -Infinity
  for (let i = 0, at = 0; i < candidates.length; i++) {
    let score = 0
    for (const stop = at + FEATURES_EACH; at < stop; at++) score += weights[features[at]]
    if (score > most) {
      most = score
      best = i
    }
  }
  return best
}

/** Whether a word is a mark that hangs on another word; a sentence's root never is. */
export function isMark({ head, relation }: Parsed, w: number): boolean {
  return head[w] >= 0 && relation[w] === 'punct'
}

/** The tree with no word under a mark: what hung on one hangs on the mark's own head. */
export function withoutMarks(parsed: Parsed): Parsed {
  const head = parsed.head.slice()
  for (let w = 0; w < head.length; w++) {
    for (let steps = 0; head[w] >= 0 && isMark(parsed, head[w]) && steps < 100; steps++) head[w] = parsed.head[head[w]]
  }
  return { ...parsed, head }
}

export interface Edges {
  /** by word minus sentence.from: leftmost and rightmost word below it, marks left out */
  left: Int32Array
  right: Int32Array
}

export function edgesOf(bare: Parsed, { from, to }: Sentence): Edges {
  const left = new Int32Array(to - from)
  const right = new Int32Array(to - from)
  for (let w = from; w < to; w++) left[w - from] = right[w - from] = w
  for (let w = from; w < to; w++) {
    if (isMark(bare, w)) continue
    for (let h = bare.head[w], steps = 0; h >= 0 && steps < to - from; h = bare.head[h], steps++) {
      if (left[h - from] > w) left[h - from] = w
      if (right[h - from] < w) right[h - from] = w
      else if (left[h - from] < w) break
    }
  }
  return { left, right }
}

/** By word minus sentence.from: the mark that opens or closes with it, or -1. */
export function matesOf({ lower }: Parsed, { from, to }: Sentence): Int32Array {
  const mates = new Int32Array(to - from).fill(-1)
  const open: number[] = []
  for (let w = from; w < to; w++) {
    const mark = lower[w]
    if (MATES.has(mark)) open.push(w)
    else if (CLOSING.has(mark) || BOTH.has(mark)) {
      const at = open.findLastIndex((o) => (BOTH.has(mark) ? lower[o] === mark : MATES.get(lower[o]) === mark))
      if (at >= 0) {
        mates[open[at] - from] = w
        mates[w - from] = open[at]
        open.length = at
      } else if (BOTH.has(mark)) open.push(w)
    }
  }
  return mates
}

export interface MarkPlace {
  sentence: Sentence
  edges: Edges
  mates: Int32Array
  mark: number
}

/** The words that a mark may hang on, with features of each. */
export function choiceOf(bare: Parsed, place: MarkPlace): MarkChoice {
  const { from, to } = place.sentence
  const choice: MarkChoice = { candidates: [], features: [] }
  let l = place.mark - 1
  while (l >= from && isMark(bare, l)) l--
  let r = place.mark + 1
  while (r < to && isMark(bare, r)) r++
  const end = r >= to ? LAST : l < from ? FIRST : 0
  if (l >= from) climb(bare, place, l, 0, end, choice)
  if (r < to) climb(bare, place, r, 1, end, choice)
  return choice
}

/** How the mark lies in its sentence. */
const FIRST = 1
const LAST = 2

function climb(bare: Parsed, place: MarkPlace, begin: number, side: number, end: number, choice: MarkChoice): void {
  const { mark, sentence } = place
  const { head } = bare
  const within = (w: number) => (side === 0 ? w < mark : w > mark)
  const form = markOf(bare, place)
  const most = sentence.to - sentence.from
  for (let c = begin, step = 0; c >= 0 && within(c) && step < most; c = head[c], step++) {
    const top = head[c] < 0 ? 0 : within(head[c]) ? 1 : 2
    choice.candidates.push(c)
    describe(bare, place, { c, step: Math.min(step, 4), side, top, end, form }, choice.features)
  }
}

/** The mark's form, and whether it opens or closes. */
function markOf({ lower }: Parsed, { mark, mates, sentence: { from } }: MarkPlace): number {
  const mate = mates[mark - from]
  return textId(lower[mark]) * 4 + (mate < 0 ? 0 : mate > mark ? 1 : 2)
}

const textId = (text: string): number => hash32(text, 0, text.length, 5) & 0xffff

interface Candidate {
  c: number
  step: number
  side: number
  top: number
  end: number
  form: number
}

function describe(
  bare: Parsed,
  { sentence: { from, to }, edges, mates, mark }: MarkPlace,
  at: Candidate,
  out: number[],
): void {
  const { c, step, side, top, end, form } = at
  const { lower, head, relation } = bare
  const mate = mates[mark - from]
  const left = edges.left[c - from]
  const right = edges.right[c - from]
  const far = side === 0 ? left - 1 : right + 1
  const farForm = far < from ? 1 : far >= to ? 2 : relation[far] === 'punct' ? textId(lower[far]) + 4 : 3
  const reach = top * 2 + ((side === 0 ? right > mark : left < mark) ? 1 : 0)
  const rel = textId(relation[c])
  const above = head[c] < 0 ? 1 : textId(relation[head[c]])
  const paired = mate < 0 ? 0 : !inside(c, mark, mate) ? 1 : head[c] < 0 || !inside(head[c], mark, mate) ? 2 : 3
  const before = (form * 4 + end) * 2 + side
  const sided = form * 2 + side
  out.push(
    row(1, before, reach, 0),
    row(2, before, reach, rel),
    row(3, before, step * 4 + top, 0),
    row(4, before, reach, farForm),
    row(5, before, rel, farForm),
    row(6, sided, paired, 0),
    row(7, sided, paired * 8 + reach, rel),
    row(8, sided * 8 + reach, above, rel),
    row(9, end * 16 + side * 8 + reach, rel, farForm),
  )
}

function row(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(template, 0x9e3779b1)
  h = Math.imul(h ^ a, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 13) ^ c, 0x27d4eb2f)
  return (h ^ (h >>> 16)) & (ROWS - 1)
}

const inside = (w: number, a: number, b: number): boolean => w > Math.min(a, b) && w < Math.max(a, b)
