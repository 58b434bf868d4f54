import { DISTANCES, distanceBucket, ROOT_DISTANCE } from '../../src/language/network/arcs.ts'
import type { Batch } from './batch.ts'
import type { Builder } from './builder.ts'
import { zeroRows } from './encoder.ts'
import { crossEntropy } from './gradients.ts'
import type { Linear } from './linear.ts'
import type { Parameter } from './memory.ts'

export interface RelationInput {
  dependents: number
  heads: number
}

/** What relation an arc has: dependent, head and distance added, a positive part, a score a relation. */
export class RelationHead {
  readonly dependents: Linear
  readonly heads: Linear
  readonly root: Parameter
  readonly distance: Parameter
  private scores: Linear | undefined

  constructor(
    private readonly builder: Builder,
    private readonly labels: number,
    private readonly hidden: number,
    private readonly width: number,
  ) {
    this.dependents = builder.linear('labelDependents', width, hidden, 1)
    this.heads = builder.linear('labelHeads', width, hidden, 1)
    this.root = builder.parameter('labelRoot', 1, hidden, 0.3)
    this.distance = builder.parameter('labelDistance', DISTANCES, hidden, 0.05)
  }

  /** The last matrix; made after the pairs', for the order of chance. */
  makeScores(): void {
    this.scores = this.builder.linear('relations', this.hidden, this.labels, 1)
  }

  forward({ rows, pads }: Batch, top: number): RelationInput {
    const { f32 } = this.builder.memory
    const { hidden, root } = this
    const dependents = this.dependents.forward(top, rows)
    const heads = this.heads.forward(top, rows)
    for (const p of pads) f32.copyWithin(heads + p * hidden, root.value, root.value + hidden)
    return { dependents, heads }
  }

  /** The hidden values of an arc: `head` is 0 for the root, else 1 + the head's index; laid out at `out`. */
  private hide(input: RelationInput, from: number, w: number, head: number, out: number): void {
    const { f32 } = this.builder.memory
    const l = this.hidden
    const a = input.dependents + (from + w) * l
    const b = input.heads + (from - 1 + head) * l
    const c = this.distance.value + bucketOf(w, head) * l
    for (let j = 0; j < l; j++) f32[out + j] = Math.max(0, f32[a + j] + f32[b + j] + f32[c + j])
  }

  /** The best relation of word w of the sentence at row `from`, hanging on `head`. */
  best(input: RelationInput, from: number, w: number, head: number): number {
    const { memory } = this.builder
    const { f32 } = memory
    const mark = memory.mark()
    const hidden = memory.take(this.hidden)
    this.hide(input, from, w, head, hidden)
    const scores = this.scores!.forward(hidden, 1)
    let best = 0
    for (let r = 1; r < this.labels; r++) if (f32[scores + r] > f32[scores + best]) best = r
    memory.release(mark)
    return best
  }

  /** Adds to the encoder's gradient; returns the loss. */
  learn(batch: Batch, top: number, input: RelationInput, dTop: number): number {
    const { builder, hidden: l, width } = this
    const { memory } = builder
    const { f32 } = memory
    const { rows: N, pads } = batch
    const dDependents = memory.zeros(N * l)
    const dHeads = memory.zeros(N * l)
    const loss = this.learnArcs(batch, input, { dependents: dDependents, heads: dHeads })
    for (const p of pads) for (let j = 0; j < l; j++) f32[this.root.gradient + j] += f32[dHeads + p * l + j]
    zeroRows(f32, dHeads, pads, l)
    this.dependents.backward(top, width, dDependents, N, { at: dTop, stride: width, add: true })
    this.heads.backward(top, width, dHeads, N, { at: dTop, stride: width, add: true })
    return loss
  }

  private learnArcs({ samples, rowOf }: Batch, input: RelationInput, gradients: RelationInput): number {
    const { memory } = this.builder
    const { f32 } = memory
    const l = this.hidden
    const arcs: { from: number; w: number; head: number; relation: number }[] = []
    samples.forEach(({ size, head, relation }, i) => {
      if (!relation || !head) return
      for (let w = 0; w < size; w++) arcs.push({ from: rowOf[i], w, head: head[w], relation: relation[w] })
    })
    if (arcs.length === 0) return 0
    const hidden = memory.take(arcs.length * l)
    arcs.forEach(({ from, w, head }, a) => {
      this.hide(input, from, w, head, hidden + a * l)
    })
    const layer = this.scores!
    const scores = layer.forward(hidden, arcs.length)
    const dScores = memory.zeros(arcs.length * layer.outputs)
    let loss = 0
    arcs.forEach(({ relation }, a) => {
      const row = a * layer.outputs
      loss += crossEntropy(f32, scores + row, this.labels, relation, dScores + row, 1)
    })
    const dHidden = memory.take(arcs.length * l)
    layer.backward(hidden, l, dScores, arcs.length, { at: dHidden, stride: l, add: false })
    arcs.forEach(({ from, w, head }, a) => {
      const dep = gradients.dependents + (from + w) * l
      const above = gradients.heads + (from - 1 + head) * l
      const distance = this.distance.gradient + bucketOf(w, head) * l
      for (let j = 0; j < l; j++) {
        if (f32[hidden + a * l + j] <= 0) continue
        const g = f32[dHidden + a * l + j]
        f32[dep + j] += g
        f32[above + j] += g
        f32[distance + j] += g
      }
    })
    return loss
  }
}

const bucketOf = (w: number, head: number): number => (head === 0 ? ROOT_DISTANCE : distanceBucket(head - 1 - w))
