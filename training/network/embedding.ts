import { HASHED, HASHED_ROWS } from '../../src/language/network/features.ts'
import type { Batch } from './batch.ts'
import type { Builder } from './builder.ts'
import { maskBack } from './gradients.ts'
import type { Linear } from './linear.ts'
import { Table } from './memory.ts'

/** What is known of the words before training. */
export interface Lexicon {
  /** rows of the word table; row 0 is every unknown word */
  rows: number
  /** a given vector of `vectorSize` floats a row */
  vectors: Float32Array
  vectorSize: number
  /** how often each row was seen in training; rows seen less than twice keep no value of their own */
  seen: Int32Array
}

/** Words rarer than this may be taken for unknown while learning. */
const COMMON = 1000
/** How readily: a word seen n times is taken for unknown with probability RARE / (RARE + n) (Kiperwasser and Goldberg 2016). */
const RARE = 0.3
/** How often a word's own value is left out, so that its given vector learns to stand alone. */
const OWN_DROPPED = 0.05

interface Kept {
  /** by row of the batch: the word's row, and whether its own value counts */
  words: Int32Array
  own: Uint8Array
  unique: Map<number, number>
  gathered: number
  mask: Float32Array | undefined
}

/** From words to vectors: an own value, a given vector through a matrix, and hashed affixes and shape, all added. */
export class Embedding {
  readonly words: Table
  readonly hashed: Table
  readonly projection: Linear
  private kept: Kept | undefined

  constructor(
    private readonly builder: Builder,
    readonly lexicon: Lexicon,
    readonly width: number,
  ) {
    const { memory } = builder
    this.words = new Table(memory, 'words', lexicon.rows, width)
    this.hashed = new Table(memory, 'hashed', HASHED_ROWS, width)
    const { f32 } = memory
    for (let i = 0; i < HASHED_ROWS * width; i++) f32[this.hashed.value + i] = builder.normal() * 0.15
    for (let r = 0; r < lexicon.rows; r++)
      if (lexicon.seen[r] >= 2)
        for (let i = 0; i < width; i++) f32[this.words.value + r * width + i] = builder.normal() * 0.1
    this.projection = builder.linear('projection', lexicon.vectorSize, width, 0.5)
  }

  /** Index of the batch's rows, with a row of 0 before and after. */
  forward(batch: Batch, learning: boolean): number {
    const { width: d } = this
    const { memory } = this.builder
    const { kernels, f32 } = memory
    const { words, own } = this.chooseRows(batch, learning)
    const unique = new Map<number, number>()
    for (const r of words) if (r > 0 && !unique.has(r)) unique.set(r, unique.size)
    const { vectors, vectorSize: V } = this.lexicon
    const gathered = memory.take(unique.size * V + V)
    for (const [r, u] of unique) f32.set(vectors.subarray(r * V, r * V + V), gathered + u * V)
    const projected = this.projection.forward(gathered, unique.size)
    const x = memory.zeros((batch.rows + 3) * d) + d
    batch.samples.forEach((s, i) => {
      for (let w = 0; w < s.size; w++) {
        const n = batch.rowOf[i] + w
        const at = (x + n * d) * 4
        const r = words[n]
        if (own[n]) kernels.add((this.words.value + r * d) * 4, at, d)
        if (r > 0) kernels.add((projected + unique.get(r)! * d) * 4, at, d)
        for (let h = 0; h < HASHED; h++) kernels.add((this.hashed.value + s.hashed[w * HASHED + h] * d) * 4, at, d)
      }
    })
    const mask = this.builder.dropout(x, batch.rows * d, batch.dropout)
    this.kept = { words, own, unique, gathered, mask }
    return x
  }

  private chooseRows({ samples, rowOf, rows }: Batch, learning: boolean): { words: Int32Array; own: Uint8Array } {
    const { random } = this.builder
    const { seen } = this.lexicon
    const words = new Int32Array(rows).fill(-1)
    const own = new Uint8Array(rows)
    samples.forEach((s, i) => {
      for (let w = 0; w < s.size; w++) {
        let r = s.words[w]
        const times = seen[r]
        if (learning && random() < RARE / (RARE + Math.max(times, 1)) && times < COMMON) r = 0
        words[rowOf[i] + w] = r
        own[rowOf[i] + w] = r === 0 || (times >= 2 && !(learning && random() < OWN_DROPPED)) ? 1 : 0
      }
    })
    return { words, own }
  }

  backward(batch: Batch, dx: number): void {
    const { width: d, kept } = this
    if (!kept) return
    const { memory } = this.builder
    const { words, own, unique, gathered, mask } = kept
    maskBack(memory.f32, dx, mask, batch.rows * d)
    const dProjected = memory.zeros(unique.size * d)
    batch.samples.forEach((s, i) => {
      for (let w = 0; w < s.size; w++) {
        const n = batch.rowOf[i] + w
        const at = dx + n * d
        const r = words[n]
        if (own[n]) this.words.addGradient(r, at)
        if (r > 0) memory.kernels.add(at * 4, (dProjected + unique.get(r)! * d) * 4, d)
        for (let h = 0; h < HASHED; h++) this.hashed.addGradient(s.hashed[w * HASHED + h], at)
      }
    })
    this.projection.backward(gathered, this.lexicon.vectorSize, dProjected, unique.size)
  }
}
