/**
 * Groups words by their vectors (k-means), so that cues and sources that are rare in the corpus share what was learned of
 * words like them. Vectors as `vectors.ts` loads them.
 */
import { hashText } from '../src/statement/hash.ts'
import { VECTOR_SIZE, type Vectors } from './vectors.ts'

/** Group of each word, from 1; keys are the hashes of the words. */
export type Groups = Map<number, number>

export function groupWords({ words, rows }: Vectors, most: number, groups: number, rounds = 8): Groups {
  const size = Math.min(most, words.length)
  const unit = normalize(rows, size)
  const centres = unit.slice(0, groups * VECTOR_SIZE)
  // spread the first centres over the words, frequent and rare
  for (let g = 0; g < groups; g++) {
    const w = Math.floor((g * size) / groups / 4)
    centres.set(unit.subarray(w * VECTOR_SIZE, (w + 1) * VECTOR_SIZE), g * VECTOR_SIZE)
  }
  const group = new Int32Array(size)
  for (let round = 0; round < rounds; round++) {
    for (let w = 0; w < size; w++) group[w] = nearest(unit, w, centres, groups)
    if (round < rounds - 1) move(unit, group, centres, groups)
  }
  const out: Groups = new Map()
  for (let w = 0; w < size; w++) if (/\p{L}/u.test(words[w])) out.set(hashText(words[w]), group[w] + 1)
  return out
}

function normalize(rows: Float32Array, size: number): Float32Array {
  const unit = rows.slice(0, size * VECTOR_SIZE)
  for (let w = 0; w < size; w++) {
    let length = 0
    for (let d = 0; d < VECTOR_SIZE; d++) length += unit[w * VECTOR_SIZE + d] ** 2
    length = Math.sqrt(length) || 1
    for (let d = 0; d < VECTOR_SIZE; d++) unit[w * VECTOR_SIZE + d] /= length
  }
  return unit
}

function nearest(unit: Float32Array, w: number, centres: Float32Array, groups: number): number {
  let best = -Infinity
  let at = 0
  const from = w * VECTOR_SIZE
  for (let g = 0; g < groups; g++) {
    let product = 0
    const base = g * VECTOR_SIZE
    for (let d = 0; d < VECTOR_SIZE; d++) product += unit[from + d] * centres[base + d]
    if (product > best) {
      best = product
      at = g
    }
  }
  return at
}

function move(unit: Float32Array, group: Int32Array, centres: Float32Array, groups: number): void {
  centres.fill(0)
  group.forEach((g, w) => {
    for (let d = 0; d < VECTOR_SIZE; d++) centres[g * VECTOR_SIZE + d] += unit[w * VECTOR_SIZE + d]
  })
  for (let g = 0; g < groups; g++) {
    let length = 0
    for (let d = 0; d < VECTOR_SIZE; d++) length += centres[g * VECTOR_SIZE + d] ** 2
    length = Math.sqrt(length) || 1
    for (let d = 0; d < VECTOR_SIZE; d++) centres[g * VECTOR_SIZE + d] /= length
  }
}
