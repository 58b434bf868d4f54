import { type Lie, REACH } from '../src/statement/lie.ts'
import { ROLES } from '../src/statement/role-features.ts'
import { logAdd, logTotal, mayStand, mayStep, openPotentials } from '../src/statement/roles.ts'
import type { Weights } from '../src/statement/weights.ts'

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

/** Contexts of a step between two words. */
export { STEP_FEATURES as STEP_CONTEXTS } from '../src/statement/role-features.ts'

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
}

/** Logistic regression by AdaGrad. */
export function learnBinary({ rows, at, label }: Binary, options: LearnOptions): Weights {
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
      const gradient = 1 / (1 + Math.exp(-score)) - label[i]
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

/** One cue's sentence for learning roles. */
export interface Sequence {
  lie: Pick<Lie, 'from' | 'to' | 'cue'>
  /** where each word's rows begin in `rows`, and one more */
  at: Int32Array
  /** rows of each step: contexts x roles before */
  steps: Int32Array
  gold: Uint8Array
}

/** Conditional random field by AdaGrad over the sequences' log-likelihood. */
export function learnRoles(
  rows: IntList,
  sequences: readonly Sequence[],
  contexts: number,
  options: LearnOptions,
): Weights {
  const { bits, epochs, rate, decay } = options
  const size = 1 << bits
  const table = new Float32Array(size * ROLES)
  const squares = new Float32Array(size * ROLES).fill(1e-2)
  const mean = new Mean(size * ROLES)
  const potentials = openPotentials()
  const { word, step } = potentials
  const forward = new Float64Array((2 * REACH + 1) * ROLES)
  const backward = new Float64Array((2 * REACH + 1) * ROLES)
  const update = (r: number, role: number, gradient: number) => {
    const k = r * ROLES + role
    const g = gradient + decay * table[k]
    squares[k] += g * g
    table[k] -= (rate * g) / Math.sqrt(squares[k])
  }
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffle(sequences.length, 104729 * (epoch + 1))
    for (let turn = 0; turn < order.length; turn++) {
      if (isMoment(epoch, epochs, turn, order.length)) mean.take(table)
      const { lie, at, steps, gold } = sequences[order[turn]]
      const length = lie.to - lie.from
      word.fill(0, 0, length * ROLES)
      step.fill(0, 0, length * ROLES * ROLES)
      for (let i = 0; i < length; i++) {
        for (let k = at[i]; k < at[i + 1]; k++) {
          const from = rows.values[k] * ROLES
          for (let r = 0; r < ROLES; r++) word[i * ROLES + r] += table[from + r]
        }
        if (i === 0) continue
        for (let c = 0; c < contexts; c++)
          for (let p = 0; p < ROLES; p++) {
            const from = steps[(i * contexts + c) * ROLES + p] * ROLES
            for (let r = 0; r < ROLES; r++) step[(i * ROLES + p) * ROLES + r] += table[from + r]
          }
      }
      const total = logTotal(lie as Lie, potentials, forward)
      for (let r = 0; r < ROLES; r++) backward[(length - 1) * ROLES + r] = 0
      for (let i = length - 2; i >= 0; i--)
        for (let p = 0; p < ROLES; p++) {
          let sum = -Infinity
          for (let r = 0; r < ROLES; r++)
            if (mayStep(p, r, lie.from + i + 1, lie.cue))
              sum = logAdd(
                sum,
                step[((i + 1) * ROLES + p) * ROLES + r] + word[(i + 1) * ROLES + r] + backward[(i + 1) * ROLES + r],
              )
          backward[i * ROLES + p] = sum
        }
      for (let i = 0; i < length; i++) {
        for (let r = 0; r < ROLES; r++) {
          if (!mayStand(r, lie.from + i, lie.cue)) continue
          const p = Math.exp(forward[i * ROLES + r] + backward[i * ROLES + r] - total)
          const gradient = p - (gold[i] === r ? 1 : 0)
          if (Math.abs(gradient) < 1e-3) continue
          for (let k = at[i]; k < at[i + 1]; k++) update(rows.values[k], r, gradient)
        }
        if (i === 0) continue
        for (let p = 0; p < ROLES; p++)
          for (let r = 0; r < ROLES; r++) {
            if (!mayStep(p, r, lie.from + i, lie.cue)) continue
            const both =
              forward[(i - 1) * ROLES + p] +
              step[(i * ROLES + p) * ROLES + r] +
              word[i * ROLES + r] +
              backward[i * ROLES + r] -
              total
            const gradient = Math.exp(both) - (gold[i - 1] === p && gold[i] === r ? 1 : 0)
            if (Math.abs(gradient) < 1e-3) continue
            for (let c = 0; c < contexts; c++) update(steps[(i * contexts + c) * ROLES + p], r, gradient)
          }
      }
    }
  }
  return { table: mean.get(), columns: ROLES, mask: size - 1, scale: 1 }
}
