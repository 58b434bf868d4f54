import type { Weights } from '../../src/statement/weights.ts'

/** Numbers in the order they are pushed, without an array's overhead. */
export class IntList {
  values = new Int32Array(1 << 16)
  size = 0
  push(list: Int32Array, count: number): void {
    while (this.size + count > this.values.length) {
      const more = new Int32Array(this.values.length * 2)
      more.set(this.values)
      this.values = more
    }
    this.values.set(list.subarray(0, count), this.size)
    this.size += count
  }
}

/** A repeatable order: xorshift32. */
export function shuffle(size: number, seed: number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, i) => i)
  let state = seed | 1
  for (let i = size - 1; i > 0; i--) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    const j = (state >>> 0) % (i + 1)
    const kept = order[i]
    order[i] = order[j]
    order[j] = kept
  }
  return order
}

export interface LearnOptions {
  bits: number
  epochs: number
  rate: number
  decay: number
  /** features seen less often than this are not learned */
  least: number
}

/** Rows are taken down at this width first, so that rare features can be told apart before they are folded together. */
export const WIDE_BITS = 24
export const WIDE_MASK = (1 << WIDE_BITS) - 1

/**
 * Drops rows of features seen fewer than `least` times and folds the rest to `bits`. `bounds` are the places in `rows`
 * where examples (or words) begin, in order; they are moved along.
 */
export function dropRare(
  rows: IntList,
  bounds: readonly (number[] | Int32Array)[],
  { bits, least }: LearnOptions,
): void {
  const counts = new Uint8Array(1 << WIDE_BITS)
  const { values, size } = rows
  for (let k = 0; k < size; k++) if (counts[values[k]] < 255) counts[values[k]]++
  const mask = (1 << bits) - 1
  let kept = 0
  let k = 0
  const moveTo = (place: number) => {
    for (; k < place; k++) if (counts[values[k]] >= least) values[kept++] = values[k] & mask
    return kept
  }
  for (const list of bounds) for (let i = 0; i < list.length; i++) list[i] = moveTo(list[i])
  moveTo(size)
  rows.size = kept
}

/** Mean of the weights at several moments of the later epochs: steadier than the last moment's. */
class Mean {
  private readonly sums: Float32Array
  private count = 0
  constructor(size: number) {
    this.sums = new Float32Array(size)
  }
  take(table: Float32Array): void {
    for (let k = 0; k < table.length; k++) this.sums[k] += table[k]
    this.count++
  }
  get(): Float32Array {
    return this.sums.map((sum) => sum / Math.max(1, this.count))
  }
}

/** How often the weights are taken for the mean in each of the later epochs. */
const MOMENTS = 4

const isMoment = (epoch: number, epochs: number, step: number, steps: number) =>
  epoch * 2 >= epochs && (step + 1) % Math.ceil(steps / MOMENTS) === 0

/** Examples of a yes-or-no decision: `rows[at[i]..at[i + 1])` with label 0 or 1. */
export interface Binary {
  rows: IntList
  at: number[]
  label: number[]
  /** how much each example counts */
  weight: number[]
}

/** Logistic regression by AdaGrad. */
export function learnBinary({ rows, at, label, weight }: Binary, options: LearnOptions): Weights {
  const { bits, epochs, rate, decay } = options
  const size = 1 << bits
  const table = new Float32Array(size)
  const squares = new Float32Array(size).fill(1e-2)
  const count = label.length
  const mean = new Mean(size)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffle(count, 7919 * (epoch + 1))
    for (let step = 0; step < count; step++) {
      const i = order[step]
      if (isMoment(epoch, epochs, step, count)) mean.take(table)
      let score = 0
      const from = at[i]
      const to = i + 1 < count ? at[i + 1] : rows.size
      for (let k = from; k < to; k++) score += table[rows.values[k]]
      const gradient = weight[i] * (1 / (1 + Math.exp(-score)) - label[i])
      if (Math.abs(gradient) < 1e-3) continue
      for (let k = from; k < to; k++) {
        const r = rows.values[k]
        const g = gradient + decay * table[r]
        squares[r] += g * g
        table[r] -= (rate * g) / Math.sqrt(squares[r])
      }
    }
  }
  return { table: mean.get(), columns: 1, mask: size - 1, scale: 1 }
}
