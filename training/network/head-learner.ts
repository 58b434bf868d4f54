import type { HeadShape, Told } from '../../src/language/network/head.ts'
import type { ContextVectors } from '../../src/language/types.ts'
import { seeded } from '../../src/seeded.ts'
import { Builder } from './builder.ts'
import { quantize } from './export.ts'
import type { Linear } from './linear.ts'
import { Memory, type Parameter, Table } from './memory.ts'

/** One candidate, as the head is told of it, kept. */
export interface Example extends Told {
  context: ContextVectors
}

/** Copies what a head is told of one candidate: the same place is filled for the next. */
export const exampleOf = (context: ContextVectors, { words, features, size }: Told): Example => ({
  ...{ context, words: Int32Array.from(words), features: features.slice(0, size), size },
})

/** Candidates that are judged together: loss and gradient of their scores, `outputs` numbers a candidate. */
export interface Group {
  examples: readonly Example[]
  loss(scores: Float64Array, gradient: Float64Array): number
  /** how many of such groups each round learns from, where not all; their losses should weigh the more */
  share?: number
}

export interface Learning {
  rounds: number
  rate: number
  /** how many times as fast the table of features learns: each of its rows is seldom touched */
  tableRate: number
  /** groups a step */
  batch: number
  /** shares that are dropped: of the given numbers, of the features, of the hidden layer */
  dropContext: number
  dropFeatures: number
  dropHidden: number
  /** a feature must be seen so often to be learned */
  least: number
  /** features whose weights are all smaller are left out */
  leastWeight: number
  seed: number
}

/** A head's parts of a model file, by name. */
export type HeadSections = [string, Float32Array | Int8Array | Uint32Array][]

const FIXED = 512
/** Tables are kept to so many steps on each side of 0. */
const STEPS = 63

/** A head while it is trained: what `src/language/network/head.ts` reads, with gradients. */
export class HeadLearner {
  private readonly memory: Memory
  private readonly builder: Builder
  private readonly blocks: Linear[]
  private readonly table: Table
  private readonly out: Parameter
  private readonly outBias: Parameter
  private readonly random: () => number
  private readonly keys: Uint32Array
  /** by example: rows of the table */
  private readonly rows = new Map<Example, Int32Array>()
  private count = 0

  constructor(
    readonly shape: HeadShape,
    private readonly groups: readonly Group[],
    private readonly learning: Learning,
  ) {
    const { context, blocks, width: d, outputs } = shape
    this.keys = keysOf(groups, learning.least)
    const rows = this.keys.length
    const rowOf = new Map([...this.keys].map((key, row) => [key, row]))
    for (const { examples } of groups)
      for (const one of examples)
        this.rows.set(one, Int32Array.from([...one.features].flatMap((f) => rowOf.get(f >>> 0) ?? [])))
    this.random = seeded(learning.seed)
    this.memory = new Memory(Math.ceil((rows * d * 16 + 12_000 * d * 4) / 1e6) + 120)
    this.builder = new Builder(this.memory, this.random)
    this.blocks = Array.from({ length: blocks }, (_, b) => this.builder.linear(`block${b}`, context, d, 0.5))
    this.table = new Table(this.memory, 'table', rows, d)
    for (let i = 0; i < rows * d; i++) this.memory.f32[this.table.value + i] = this.builder.normal() * 0.02
    this.out = this.builder.parameter('out', outputs, d, 0.5 / Math.sqrt(d))
    this.outBias = this.builder.parameter('out.bias', 1, outputs)
  }

  /** Learns from the groups in rounds, in an order by chance, at a rate that falls to nothing. */
  learn(say: (line: string) => void = () => {}): void {
    const { groups, learning } = this
    const { rounds, batch, rate } = learning
    for (let round = 0; round < rounds; round++) {
      const order = groups.flatMap(({ share = 1 }, i) => (share === 1 || this.random() < share ? [i] : []))
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(this.random() * (i + 1))
        ;[order[i], order[j]] = [order[j], order[i]]
      }
      let loss = 0
      for (let at = 0; at < order.length; at += batch) {
        const part = order.slice(at, at + batch).map((i) => groups[i])
        loss += this.step(part, learning, rate * (1 - (round + at / order.length) / rounds))
      }
      say(`round ${round}: loss ${(loss / order.length).toFixed(4)}`)
    }
  }

  private step(groups: readonly Group[], learning: Learning, rate: number): number {
    const { memory, shape, table, builder } = this
    const { f32, kernels } = memory
    const { context: C, width: d, outputs } = shape
    const examples = groups.flatMap((group) => group.examples)
    const N = examples.length
    const mark = memory.mark()
    for (const linear of this.blocks) linear.pack()
    const x = memory.zeros((N + 2) * d)
    const given = this.blocks.map((linear, b) => {
      const a = memory.zeros((N + 2) * C)
      examples.forEach(({ context, words }, n) => {
        const w = words[b]
        if (w >= 0) for (let k = 0, i = w * C; k < C; k++, i++) f32[a + n * C + k] = context.values[i] / FIXED
      })
      builder.dropout(a, N * C, learning.dropContext)
      const c = linear.forward(a, N)
      kernels.add(c * 4, x * 4, N * d)
      return a
    })
    const kept = examples.map((one) => this.rows.get(one)!.filter(() => this.random() >= learning.dropFeatures))
    const scale = 1 / (1 - learning.dropFeatures)
    const sum = memory.zeros(d)
    kept.forEach((rows, n) => {
      for (const row of rows) {
        const from = table.value + row * d
        for (let j = 0; j < d; j++) f32[x + n * d + j] += f32[from + j] * scale
      }
    })
    const keepHidden = 1 / (1 - learning.dropHidden)
    const hidden = new Float32Array(N * d)
    for (let i = 0; i < N * d; i++)
      if (f32[x + i] > 0 && this.random() >= learning.dropHidden) hidden[i] = f32[x + i] * keepHidden
    const scores = new Float64Array(N * outputs)
    const out = this.out.value
    for (let n = 0; n < N; n++)
      for (let o = 0; o < outputs; o++) {
        let s = f32[this.outBias.value + o]
        for (let j = 0; j < d; j++) s += hidden[n * d + j] * f32[out + o * d + j]
        scores[n * outputs + o] = s
      }
    const gradient = new Float64Array(N * outputs)
    let loss = 0
    let at = 0
    for (const group of groups) {
      const to = at + group.examples.length
      loss += group.loss(scores.subarray(at * outputs, to * outputs), gradient.subarray(at * outputs, to * outputs))
      at = to
    }
    const dx = memory.zeros((N + 2) * d)
    for (let n = 0; n < N; n++)
      for (let o = 0; o < outputs; o++) {
        const g = gradient[n * outputs + o]
        if (g === 0) continue
        f32[this.outBias.gradient + o] += g
        for (let j = 0; j < d; j++) {
          const h = hidden[n * d + j]
          if (h === 0) continue
          f32[this.out.gradient + o * d + j] += g * h
          f32[dx + n * d + j] += g * f32[out + o * d + j] * keepHidden
        }
      }
    kept.forEach((rows, n) => {
      let any = 0
      for (let j = 0; j < d; j++) {
        const v = f32[dx + n * d + j] * scale
        f32[sum + j] = v
        any += Math.abs(v)
      }
      if (any > 1e-6) for (const row of rows) table.addGradient(row, sum)
    })
    this.blocks.forEach((linear, b) => {
      linear.backward(given[b], C, dx, N)
    })
    memory.release(mark)
    this.count++
    const by = 1 / groups.length
    const squares = builder.parameters.reduce((total, p) => total + p.sumOfSquares(), 0) * by * by
    const clipped = by * Math.min(1, 5 / Math.sqrt(squares + 1e-12))
    for (const p of builder.parameters) p.step(rate, this.count, clipped)
    table.step(rate * learning.tableRate, this.count, clipped)
    return loss
  }

  /** The head's sections of the model file: matrices as floats, the table as bytes with a scale a row. */
  sections(name: string): HeadSections {
    const { f32 } = this.memory
    const { context: C, width: d, outputs } = this.shape
    const rows = this.keys.length
    const blocks = new Float32Array(C * d * this.blocks.length)
    const bias = new Float32Array(d)
    this.blocks.forEach(({ weight, bias: own }, b) => {
      for (let r = 0; r < C; r++)
        for (let j = 0; j < d; j++) blocks[(r * this.blocks.length + b) * d + j] = f32[weight.value + r * d + j]
      for (let j = 0; j < d; j++) bias[j] += f32[own.value + j]
    })
    const all = quantize(f32.slice(this.table.value, this.table.value + rows * d), rows, d, STEPS)
    const kept = [...this.keys.keys()].filter((row) => all.scales[row] * STEPS > this.learning.leastWeight)
    const bytes = new Int8Array(kept.length * d)
    kept.forEach((row, i) => {
      bytes.set(all.bytes.subarray(row * d, (row + 1) * d), i * d)
    })
    return [
      [`${name}.blocks`, shortened(blocks)],
      [`${name}.bias`, bias],
      [`${name}.keys`, Uint32Array.from(kept, (row) => this.keys[row])],
      [`${name}.table`, bytes],
      [`${name}.table.scale`, shortened(Float32Array.from(kept, (row) => all.scales[row]))],
      [`${name}.out`, f32.slice(this.out.value, this.out.value + outputs * d)],
      [`${name}.out.bias`, f32.slice(this.outBias.value, this.outBias.value + outputs)],
    ]
  }
}

/** Numbers with eight bits of their fraction: what reads them rounds more, and the file packs a tenth smaller. */
function shortened(values: Float32Array): Float32Array {
  const bits = new Uint32Array(values.slice().buffer)
  for (let i = 0; i < bits.length; i++) bits[i] = (bits[i] + 0x4000) & 0xffff8000
  return new Float32Array(bits.buffer)
}

/** Features that are seen often enough, sorted. */
function keysOf(groups: readonly Group[], least: number): Uint32Array {
  const seen = new Map<number, number>()
  for (const { examples } of groups)
    for (const { features } of examples) for (const f of features) seen.set(f >>> 0, (seen.get(f >>> 0) ?? 0) + 1)
  return Uint32Array.from([...seen].filter(([, n]) => n >= least).map(([key]) => key)).sort()
}
