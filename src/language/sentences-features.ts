import { SHAPE, type WordShapes } from './sentences-shape.ts'

/** Where the splitter stands: the paragraph's words [from, to) and the first word of the sentence under way. */
export interface SplitPlace {
  from: number
  to: number
  first: number
  /** quotation marks and brackets open before the word that is asked about */
  quotes: number
  brackets: number
}

/** Features of one place, at most. */
export const PLACE_FEATURES = 32

/** Changes whenever the features below do, so that a model trained for others is refused. */
export const FEATURES_VERSION = 1

/** Number of weights, a power of two. */
export const TABLE_BITS = 19
const SHIFT = 32 - TABLE_BITS

/** mixes two values and a template's number into a place in the table */
function mix(template: number, a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul((h ^ (h >>> 15) ^ b) | 0, 0xc2b2ae35)
  h ^= h >>> 13
  return Math.imul(h, 0x27d4eb2f) >>> SHIFT
}

const bucket = (n: number): number => (n < 6 ? n : n < 10 ? 6 : n < 16 ? 7 : n < 25 ? 8 : n < 40 ? 9 : n < 70 ? 10 : 11)

/**
 * Features for 'a sentence ends after word w': forms and shapes of the words around, what is open, how far along.
 * Fills `out` with indices into the table of weights and gives their number. The hot loop of splitting: no allocation.
 */
export function sentenceFeatures(words: WordShapes, place: SplitPlace, w: number, out: Int32Array): number {
  const { hash, shape, space, habits } = words
  const { from, to, first } = place
  const h0 = hash[w]
  const s0 = shape[w]
  const g0 = space[w]
  const has1 = w > from
  const has2 = w > from + 1
  const hb1 = has1 ? hash[w - 1] : 1
  const sb1 = has1 ? shape[w - 1] : SHAPE.none
  const hb2 = has2 ? hash[w - 2] : 2
  const sb2 = has2 ? shape[w - 2] : SHAPE.none
  const sb3 = w > from + 2 ? shape[w - 3] : SHAPE.none
  const h1 = hash[w + 1]
  const s1 = shape[w + 1]
  const n2 = w + 2 < to
  const n3 = w + 3 < to
  const n4 = w + 4 < to
  const h2 = n2 ? hash[w + 2] : 3
  const s2 = n2 ? shape[w + 2] : SHAPE.none
  const h3 = n3 ? hash[w + 3] : 4
  const s3 = n3 ? shape[w + 3] : SHAPE.none
  const s4 = n4 ? shape[w + 4] : SHAPE.none
  const g1 = space[w + 1]
  const run = bucket(w - first + 1)
  const open = (place.quotes > 0 ? 1 : 0) + (place.brackets > 0 ? 2 : 0)
  const pair = s0 * 32 + s1
  const triple = (sb1 * 32 + s0) * 32 + s1
  const spaces = g0 * 2 + g1
  let n = 0
  out[n++] = mix(1, h0, s0)
  out[n++] = mix(2, h1, s1)
  out[n++] = mix(3, h1, pair)
  out[n++] = mix(4, hb1, s0)
  out[n++] = mix(5, h2, pair)
  out[n++] = mix(6, h0, h1)
  out[n++] = mix(7, hb1, h0)
  out[n++] = mix(8, h1, h2)
  out[n++] = mix(9, h0, s1 * 32 + s2)
  out[n++] = mix(10, pair, spaces)
  out[n++] = mix(11, triple, spaces)
  out[n++] = mix(12, pair * 32 + s2, g0)
  out[n++] = mix(13, triple * 32 + s2, sb2)
  out[n++] = mix(14, pair * 1024 + s2 * 32 + s3, sb1)
  out[n++] = mix(15, pair, habits)
  out[n++] = mix(16, h1, habits * 32 + s0)
  out[n++] = mix(17, pair, run)
  out[n++] = mix(18, pair, open * 16 + run)
  out[n++] = mix(19, triple, open)
  out[n++] = mix(20, pair, shape[first] * 16 + run)
  out[n++] = mix(21, pair, hash[first])
  out[n++] = mix(22, pair, bucket(to - w - 1))
  out[n++] = mix(23, pair, bucket(first - from) * 16 + run)
  out[n++] = mix(24, hb2, pair)
  out[n++] = mix(25, sb3 * 32 + sb2, triple)
  out[n++] = mix(26, h3, pair)
  out[n++] = mix(27, s4 * 32 + s3, pair * 32 + s2)
  out[n++] = mix(28, h0, hb2 ^ Math.imul(hb1, 31))
  out[n++] = mix(29, pair, bucket(to - from))
  out[n++] = mix(30, hb1, h1)
  out[n++] = mix(31, h0, h2)
  out[n++] = mix(32, triple, habits * 16 + run)
  return n
}
