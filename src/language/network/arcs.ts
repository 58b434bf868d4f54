/**
 * Buckets of a pair of words, by which an arc's score may depend on more than its two ends: how far they lie apart, and
 * how many verbs and commas lie between them (after the in-between features of McDonald et al. 2005).
 */

/** Distances in words: one bucket a word up to 4, then coarser; the last is the root's. */
export const DISTANCES = 24
export const ROOT_DISTANCE = DISTANCES - 1
/** Scores that every word has as a dependent, and again as a head: one a distance, and one for each of 18 kinds of what lies between (padded to 24). */
export const PAIR_BUCKETS = DISTANCES + 24

/** The bucket of a signed distance in words (head minus dependent). */
export function distanceBucket(d: number): number {
  const a = Math.abs(d)
  const b = a < 5 ? a : a < 7 ? 5 : a < 10 ? 6 : a < 15 ? 7 : a < 25 ? 8 : a < 40 ? 9 : 10
  return d < 0 ? 11 - b : 11 + b
}

/** By distance + 512: its bucket. */
const bucketOf = Uint8Array.from({ length: 1025 }, (_, i) => distanceBucket(i - 512))
/** By [verbs * 3 + commas], counted up to 2. */
const upToTwo = Uint8Array.from({ length: 513 }, (_, i) => Math.min(i, 2))

/** What lies between the words of one sentence, counted once. */
export interface Between {
  /** by word: verbs, commas before it */
  verbs: Int32Array
  commas: Int32Array
}

/**
 * Adds to the scores of every dependent i and head j (both from 0) what its two buckets say. Kept in one place so that
 * training and reading cannot differ.
 */
export function addPairScores(
  f32: Float32Array,
  /** scores of dependent i: row i of `stride`, column j + 1 */
  scores: number,
  stride: number,
  n: number,
  /** PAIR_BUCKETS floats a word, as a dependent and as a head, rows apart by their strides */
  asDependent: number,
  dependentStride: number,
  asHead: number,
  headStride: number,
  between: Between,
): void {
  const { verbs, commas } = between
  for (let i = 0; i < n; i++) {
    const row = scores + i * stride + 1
    const dep = asDependent + i * dependentStride
    for (let j = 0, head = asHead; j < n; j++, head += headStride) {
      if (j === i) continue
      const d = bucketOf[j - i + 512]
      const b = DISTANCES + betweenBucket(verbs, commas, i, j)
      f32[row + j] += f32[dep + d] + f32[dep + b] + f32[head + d] + f32[head + b]
    }
  }
}

/** The bucket of what lies between dependent i and head j. */
export function betweenBucket(verbs: Int32Array, commas: Int32Array, i: number, j: number): number {
  return j < i
    ? upToTwo[verbs[i] - verbs[j + 1]] * 3 + upToTwo[commas[i] - commas[j + 1]]
    : 9 + upToTwo[verbs[j] - verbs[i + 1]] * 3 + upToTwo[commas[j] - commas[i + 1]]
}
