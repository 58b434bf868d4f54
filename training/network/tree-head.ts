import {
  addPairScores,
  type Between,
  betweenBucket,
  DISTANCES,
  distanceBucket,
  PAIR_BUCKETS,
} from '../../src/language/network/arcs.ts'
import { pad8 } from '../../src/language/network/layers.ts'
import type { Batch, Sample } from './batch.ts'
import type { Builder } from './builder.ts'
import { zeroRows } from './encoder.ts'
import { argmax, crossEntropy, reluBack } from './gradients.ts'
import type { Linear } from './linear.ts'
import type { Parameter } from './memory.ts'

/** What the scores of a batch's arcs are made of, and what their gradients need again. */
export interface ArcScores {
  upos: number
  dependents: number
  heads: number
  masks: { dependents: Float32Array | undefined; heads: Float32Array | undefined }
  keys: number
  pairDependents: number
  pairHeads: number
}

interface ArcGradients {
  dependents: number
  keys: number
  pairDependents: number
  pairHeads: number
}

/** One sentence's scores: row a dependent, column 0 the root, column j + 1 word j as its head. */
export interface SentenceArcs {
  scores: number
  stride: number
  between: Between
}

/** Which word hangs on which: biaffine scores (Dozat and Manning 2017), and buckets of distance and what lies between. */
export class TreeHead {
  readonly dependents: Linear
  readonly heads: Linear
  readonly bilinear: Linear
  readonly root: Parameter
  private pairs: { dependents: Linear; heads: Linear } | undefined

  constructor(
    private readonly builder: Builder,
    private readonly tags: { labels: readonly string[]; stride: number },
    private readonly arc: number,
    private readonly width: number,
  ) {
    this.dependents = builder.linear('dependents', width, arc, 1.4)
    this.heads = builder.linear('heads', width, arc, 1.4)
    this.bilinear = builder.linear('bilinear', arc, arc, 0.1)
    this.root = builder.parameter('root', 1, arc, 0.3)
  }

  /** The matrices of the buckets; made after the relations' own, for the order of chance. */
  makePairs(): void {
    this.pairs = {
      dependents: this.builder.linear('pairDependents', this.arc, PAIR_BUCKETS, 0.1),
      heads: this.builder.linear('pairHeads', this.arc, PAIR_BUCKETS, 0.1),
    }
  }

  forward({ rows: N, pads, dropout }: Batch, top: number, upos: number): ArcScores {
    const { arc, builder } = this
    const { f32 } = builder.memory
    const dependents = this.dependents.forward(top, N, true)
    const heads = this.heads.forward(top, N, true)
    const masks = {
      dependents: builder.dropout(dependents, N * arc, dropout),
      heads: builder.dropout(heads, N * arc, dropout),
    }
    for (const p of pads) f32.copyWithin(heads + p * arc, this.root.value, this.root.value + arc)
    // the last is always 1: a head's own score
    for (let n = 0; n < N; n++) f32[dependents + n * arc + arc - 1] = 1
    const keys = this.bilinear.forward(heads, N)
    const pairDependents = this.pairs!.dependents.forward(dependents, N)
    const pairHeads = this.pairs!.heads.forward(heads, N)
    return { upos, dependents, heads, masks, keys, pairDependents, pairHeads }
  }

  /** Scores of all arcs of one sentence whose rows begin at `from`. */
  sentence(s: Sample, from: number, input: ArcScores): SentenceArcs {
    const { arc: a } = this
    const { memory } = this.builder
    const { kernels, f32 } = memory
    const n = s.size
    const stride = pad8(n + 1)
    const packed = memory.take(stride * a)
    kernels.packTransposed((input.keys + (from - 1) * a) * 4, a, a, n + 1, packed * 4)
    const scores = memory.take((n + 1) * stride)
    kernels.gemm((input.dependents + from * a) * 4, a * 4, 4, packed * 4, 0, scores * 4, stride, n, a, n + 1, 0)
    const between = this.between(s, from, input.upos)
    const P = PAIR_BUCKETS
    const asDependent = input.pairDependents + from * P
    addPairScores(f32, scores, stride, n, asDependent, P, input.pairHeads + from * P, P, between)
    return { scores, stride, between }
  }

  /** Verbs by the network's own tags, and commas, before every word of a sentence. */
  private between(s: Sample, from: number, upos: number): Between {
    const { labels, stride } = this.tags
    const verbs = new Int32Array(s.size + 1)
    const commas = new Int32Array(s.size + 1)
    for (let w = 0; w < s.size; w++) {
      const tag = labels[argmax(this.builder.memory.f32, upos + (from + w) * stride, labels.length)]
      verbs[w + 1] = verbs[w] + (tag === 'VERB' || tag === 'AUX' ? 1 : 0)
      commas[w + 1] = commas[w] + s.comma[w]
    }
    return { verbs, commas }
  }

  /** Adds to the encoder's gradient; returns the loss. */
  learn(batch: Batch, top: number, input: ArcScores, dTop: number): number {
    const { arc, width, builder } = this
    const { memory } = builder
    const { f32 } = memory
    const { rows: N, pads } = batch
    const gradients: ArcGradients = {
      dependents: memory.zeros(N * arc),
      keys: memory.zeros(N * arc),
      pairDependents: memory.zeros(N * PAIR_BUCKETS),
      pairHeads: memory.zeros(N * PAIR_BUCKETS),
    }
    let loss = 0
    batch.samples.forEach((s, i) => {
      if (s.head) loss += this.learnSentence(s, batch.rowOf[i], input, gradients)
    })
    const dHeads = memory.zeros(N * arc)
    this.bilinear.backward(input.heads, arc, gradients.keys, N, { at: dHeads, stride: arc, add: false })
    this.pairs!.heads.backward(input.heads, arc, gradients.pairHeads, N, { at: dHeads, stride: arc, add: true })
    const toDependents = { at: gradients.dependents, stride: arc, add: true }
    this.pairs!.dependents.backward(input.dependents, arc, gradients.pairDependents, N, toDependents)
    for (const p of pads) for (let j = 0; j < arc; j++) f32[this.root.gradient + j] += f32[dHeads + p * arc + j]
    zeroRows(f32, dHeads, pads, arc)
    reluBack(f32, dHeads, input.heads, N * arc, input.masks.heads)
    for (let n = 0; n < N; n++) f32[gradients.dependents + n * arc + arc - 1] = 0
    reluBack(f32, gradients.dependents, input.dependents, N * arc, input.masks.dependents)
    this.dependents.backward(top, width, gradients.dependents, N, { at: dTop, stride: width, add: true })
    this.heads.backward(top, width, dHeads, N, { at: dTop, stride: width, add: true })
    return loss
  }

  private learnSentence(s: Sample, from: number, input: ArcScores, gradients: ArcGradients): number {
    const { arc: a } = this
    const { memory } = this.builder
    const { f32, kernels } = memory
    const mark = memory.mark()
    const n = s.size
    const { scores, stride, between } = this.sentence(s, from, input)
    const dScores = memory.zeros((n + 1) * stride)
    let loss = 0
    for (let i = 0; i < n; i++) {
      loss += crossEntropy(f32, scores + i * stride, n + 1, s.head![i], dScores + i * stride, 1)
      const dep = gradients.pairDependents + (from + i) * PAIR_BUCKETS
      for (let j = 0; j < n; j++) {
        if (j === i) continue
        const g = f32[dScores + i * stride + j + 1]
        const head = gradients.pairHeads + (from + j) * PAIR_BUCKETS
        const x = distanceBucket(j - i)
        const y = DISTANCES + betweenBucket(between.verbs, between.commas, i, j)
        f32[dep + x] += g
        f32[dep + y] += g
        f32[head + x] += g
        f32[head + y] += g
      }
    }
    const keys = memory.take((n + 1) * a)
    kernels.pack((input.keys + (from - 1) * a) * 4, a, n + 1, a, keys * 4)
    const dDependents = (gradients.dependents + from * a) * 4
    kernels.gemm(dScores * 4, stride * 4, 4, keys * 4, 0, dDependents, a, n, n + 1, a, 1)
    const dependents = memory.take((n + 1) * a)
    kernels.pack((input.dependents + from * a) * 4, a, n, a, dependents * 4)
    const dKeys = (gradients.keys + (from - 1) * a) * 4
    kernels.gemm(dScores * 4, 4, stride * 4, dependents * 4, 0, dKeys, a, n + 1, n, a, 1)
    memory.release(mark)
    return loss
  }
}
