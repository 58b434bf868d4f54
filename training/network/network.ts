import {
  addPairScores,
  type Between,
  betweenBucket,
  DISTANCES,
  distanceBucket,
  PAIR_BUCKETS,
  ROOT_DISTANCE,
} from '../../src/language/network/arcs.ts'
import { HASHED, HASHED_ROWS } from '../../src/language/network/features.ts'
import { Memory, Parameter, Table } from './memory.ts'

/** Sizes of a network; all multiples of 8. */
export interface Shape {
  /** width of a word's vector, through the whole encoder */
  width: number
  /** the encoder from below: 'w' a window over three words, 'r' a recurrence in both directions */
  layers: string
  arc: number
  label: number
  nameHidden: number
}

export interface Labels {
  upos: readonly string[]
  xpos: readonly string[]
  relations: readonly string[]
  /** 'O', then 'B-x', 'I-x' for every kind */
  names: readonly string[]
}

/** One sentence to learn from. Fields of one task may be missing. */
export interface Sample {
  size: number
  /** rows of the word table */
  words: Int32Array
  /** size * HASHED rows of the hashed table */
  hashed: Int32Array
  upos?: Uint8Array
  xpos?: Uint8Array
  /** 0 the root, else 1 + index of the head */
  head?: Int32Array
  /** 1 where a word is a comma */
  comma: Uint8Array
  relation?: Uint8Array
  names?: Uint8Array
}

const pad8 = (n: number): number => (n + 7) & ~7

interface Linear {
  weight: Parameter
  bias: Parameter
  packed: number
  packedT: number
}

export interface Losses {
  tags: number
  arcs: number
  labels: number
  names: number
}

/** What the scores of a sentence's arcs are made of. */
export interface ArcInput {
  upos: number
  dependents: number
  keys: number
  pairDependents: number
  pairHeads: number
}

/** Scores of one batch, before decoding. Rows: see `rowOf`. */
export interface Output {
  rowOf: number[]
  upos: number
  xpos: number
  names: number
  arcs: ArcInput
  labelDependents: number
  labelHeads: number
}

/** The network while it is trained: forward, backward, Adam. */
export class Network {
  readonly memory: Memory
  readonly words: Table
  readonly hashed: Table
  readonly parameters: Parameter[] = []
  readonly projection: Linear
  readonly encoder: Linear[]
  readonly upos: Linear
  readonly xpos: Linear
  readonly nameHidden: Linear
  readonly names: Linear
  /** transition scores between name labels, and a row for the start */
  readonly transitions: Parameter
  readonly dependents: Linear
  readonly heads: Linear
  readonly bilinear: Linear
  readonly root: Parameter
  readonly labelDependents: Linear
  readonly labelHeads: Linear
  readonly labelRoot: Parameter
  readonly labelDistance: Parameter
  readonly pairDependents: Linear
  readonly pairHeads: Linear
  readonly relations: Linear
  private steps = 0

  constructor(
    readonly shape: Shape,
    readonly labels: Labels,
    wordRows: number,
    /** one row of `vectorSize` floats a word row */
    readonly vectors: Float32Array,
    readonly vectorSize: number,
    /** how often each word row was seen in training; rows seen less than twice keep no value of their own */
    readonly seen: Int32Array,
    readonly random: () => number,
    megabytes = 600,
  ) {
    this.memory = new Memory(megabytes)
    const { width: d, arc, label } = shape
    this.words = new Table(this.memory, 'words', wordRows, d)
    this.hashed = new Table(this.memory, 'hashed', HASHED_ROWS, d)
    const { f32 } = this.memory
    for (let i = 0; i < HASHED_ROWS * d; i++) f32[this.hashed.value + i] = this.normal() * 0.15
    for (let r = 0; r < wordRows; r++)
      if (seen[r] >= 2) for (let i = 0; i < d; i++) f32[this.words.value + r * d + i] = this.normal() * 0.1
    this.projection = this.linear('projection', vectorSize, d, 0.5)
    this.encoder = [...shape.layers].map((kind, i) =>
      kind === 'w' ? this.linear(`layer${i}`, 3 * d, d, 1) : this.linear(`layer${i}`, d, 2 * d, 0.5),
    )
    this.upos = this.linear('upos', d, labels.upos.length, 1)
    this.xpos = this.linear('xpos', d, labels.xpos.length, 1)
    this.nameHidden = this.linear('nameHidden', d, shape.nameHidden, 1.4)
    this.names = this.linear('names', shape.nameHidden, labels.names.length, 1)
    const k = labels.names.length
    this.transitions = this.parameter('transitions', k + 1, k)
    this.dependents = this.linear('dependents', d, arc, 1.4)
    this.heads = this.linear('heads', d, arc, 1.4)
    this.bilinear = this.linear('bilinear', arc, arc, 0.1)
    this.root = this.parameter('root', 1, arc, 0.3)
    this.labelDependents = this.linear('labelDependents', d, label, 1)
    this.labelHeads = this.linear('labelHeads', d, label, 1)
    this.labelRoot = this.parameter('labelRoot', 1, label, 0.3)
    this.labelDistance = this.parameter('labelDistance', DISTANCES, label, 0.05)
    this.pairDependents = this.linear('pairDependents', arc, PAIR_BUCKETS, 0.1)
    this.pairHeads = this.linear('pairHeads', arc, PAIR_BUCKETS, 0.1)
    this.relations = this.linear('relations', label, labels.relations.length, 1)
  }

  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.random())) * Math.cos(2 * Math.PI * this.random())
  }

  private parameter(name: string, rows: number, columns: number, deviation = 0): Parameter {
    const p = new Parameter(this.memory, name, rows, columns)
    if (deviation > 0) for (let i = 0; i < p.size; i++) this.memory.f32[p.value + i] = this.normal() * deviation
    this.parameters.push(p)
    return p
  }

  private linear(name: string, rows: number, columns: number, gain: number): Linear {
    const M = pad8(columns)
    const weight = this.parameter(name, rows, M)
    const { f32 } = this.memory
    const deviation = gain / Math.sqrt(rows)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++) f32[weight.value + r * M + c] = this.normal() * deviation
    const bias = this.parameter(`${name}.bias`, 1, M)
    return { weight, bias, packed: this.memory.take(rows * M), packedT: this.memory.take(pad8(rows) * M) }
  }

  private linears(): Linear[] {
    return [
      this.projection,
      ...this.encoder,
      this.upos,
      this.xpos,
      this.nameHidden,
      this.names,
      this.dependents,
      this.heads,
      this.bilinear,
      this.pairDependents,
      this.pairHeads,
      this.labelDependents,
      this.labelHeads,
      this.relations,
    ]
  }

  private pack(): void {
    const { kernels } = this.memory
    for (const { weight, packed, packedT } of this.linears()) {
      kernels.pack(weight.value * 4, weight.columns, weight.rows, weight.columns, packed * 4)
      kernels.packTransposed(weight.value * 4, weight.columns, weight.columns, weight.rows, packedT * 4)
    }
  }

  /** C[n x M] = A[n x K] W + b */
  private forwardLinear(layer: Linear, a: number, n: number, lda = layer.weight.rows, relu = false): number {
    const { weight, bias, packed } = layer
    const c = this.memory.take((n + 2) * weight.columns)
    this.memory.kernels.gemm(
      a * 4,
      lda * 4,
      4,
      packed * 4,
      bias.value * 4,
      c * 4,
      weight.columns,
      n,
      weight.rows,
      weight.columns,
      relu ? 2 : 0,
    )
    return c
  }

  /** dA (+)= dC W^T; dW += A^T dC; db += column sums. */
  private backwardLinear(
    layer: Linear,
    a: number,
    lda: number,
    dc: number,
    n: number,
    da: number,
    ldda: number,
    mode: number,
  ): void {
    const { kernels, f32 } = this.memory
    const { weight, bias, packedT } = layer
    const { rows: K, columns: M } = weight
    if (da >= 0) kernels.gemm(dc * 4, M * 4, 4, packedT * 4, 0, da * 4, ldda, n, M, K, mode)
    const mark = this.memory.mark()
    const packed = this.memory.take(n * M)
    kernels.pack(dc * 4, M, n, M, packed * 4)
    kernels.gemm(a * 4, 4, lda * 4, packed * 4, 0, weight.gradient * 4, M, K, n, M, 1)
    this.memory.release(mark)
    for (let r = 0, at = dc; r < n; r++, at += M) for (let c = 0; c < M; c++) f32[bias.gradient + c] += f32[at + c]
  }

  private zeroRows(at: number, rows: readonly number[], columns: number): void {
    for (const r of rows) this.memory.f32.fill(0, at + r * columns, at + (r + 1) * columns)
  }

  private dropout(at: number, count: number, rate: number): Float32Array | undefined {
    if (rate === 0) return undefined
    const { f32 } = this.memory
    const mask = new Float32Array(count)
    const keep = 1 / (1 - rate)
    const threshold = Math.round(rate * 256)
    for (let i = 0; i < count; i += 4) {
      let bits = (this.random() * 4294967296) >>> 0
      for (let j = i; j < i + 4; j++, bits >>>= 8) if ((bits & 255) >= threshold) mask[j] = keep
    }
    for (let i = 0; i < count; i++) f32[at + i] *= mask[i]
    return mask
  }

  /**
   * One batch: scores, and with `learn` gradients and a step of Adam at that rate.
   * Values stay in memory until the next call; `use` sees them before they go.
   */
  run(
    samples: readonly Sample[],
    learn: { rate: number; dropout: number } | undefined,
    use?: (output: Output) => void,
  ): Losses {
    const { memory, shape } = this
    const { f32, kernels } = memory
    const d = shape.width
    if (learn || this.steps === 0 || use) this.pack()
    const mark = memory.mark()
    const rowOf: number[] = []
    const pads: number[] = [0]
    let N = 1
    for (const s of samples) {
      rowOf.push(N)
      N += s.size + 1
      pads.push(N - 1)
    }
    const drop = learn?.dropout ?? 0

    // words
    const rows = new Int32Array(N).fill(-1)
    const own = new Uint8Array(N)
    samples.forEach((s, i) => {
      for (let w = 0; w < s.size; w++) {
        let r = s.words[w]
        const f = this.seen[r]
        if (learn && this.random() < 0.3 / (0.3 + Math.max(f, 1)) && f < 1000) r = 0
        rows[rowOf[i] + w] = r
        own[rowOf[i] + w] = r === 0 || (f >= 2 && !(learn && this.random() < 0.05)) ? 1 : 0
      }
    })
    const unique = new Map<number, number>()
    for (const r of rows) if (r > 0 && !unique.has(r)) unique.set(r, unique.size)
    const U = unique.size
    const V = this.vectorSize
    const gathered = memory.take(U * V + V)
    for (const [r, u] of unique) f32.set(this.vectors.subarray(r * V, r * V + V), gathered + u * V)
    const projected = this.forwardLinear(this.projection, gathered, U)
    const spare = memory.zeros(d)
    const x0 = memory.zeros(N * d)
    memory.zeros(2 * d)
    void spare
    samples.forEach((s, i) => {
      for (let w = 0; w < s.size; w++) {
        const n = rowOf[i] + w
        const at = (x0 + n * d) * 4
        const r = rows[n]
        if (own[n]) kernels.add((this.words.value + r * d) * 4, at, d)
        if (r > 0) kernels.add((projected + unique.get(r)! * d) * 4, at, d)
        for (let h = 0; h < HASHED; h++) kernels.add((this.hashed.value + s.hashed[w * HASHED + h] * d) * 4, at, d)
      }
    })
    const masks: (Float32Array | undefined)[] = [this.dropout(x0, N * d, drop)]

    // encoder
    const layers: number[] = [x0]
    /** what a layer's gradient needs again: a window's positive part, a recurrence's gates */
    const kept: number[] = []
    let x = x0
    this.encoder.forEach((layer, l) => {
      const y = memory.zeros((N + 3) * d) + d
      if (shape.layers[l] === 'w') {
        kernels.gemm((x - d) * 4, d * 4, 4, layer.packed * 4, layer.bias.value * 4, y * 4, d, N, 3 * d, d, 2)
        this.zeroRows(y, pads, d)
        const copy = memory.take(N * d)
        f32.copyWithin(copy, y, y + N * d)
        kept.push(copy)
        kernels.add(x * 4, y * 4, N * d)
      } else {
        const g = this.forwardLinear(layer, x, N)
        samples.forEach((s, i) => {
          kernels.scan(g * 4, x * 4, y * 4, rowOf[i], rowOf[i] + s.size, d / 2)
        })
        kept.push(g)
      }
      masks.push(this.dropout(y, N * d, drop))
      layers.push(y)
      x = y
    })
    const top = x

    // heads
    const upos = this.forwardLinear(this.upos, top, N)
    const xpos = this.forwardLinear(this.xpos, top, N)
    const nameHidden = this.forwardLinear(this.nameHidden, top, N, d, true)
    const nameMask = this.dropout(nameHidden, N * shape.nameHidden, drop)
    const names = this.forwardLinear(this.names, nameHidden, N)
    const dependents = this.forwardLinear(this.dependents, top, N, d, true)
    const heads = this.forwardLinear(this.heads, top, N, d, true)
    const depMask = this.dropout(dependents, N * shape.arc, drop)
    const headMask = this.dropout(heads, N * shape.arc, drop)
    for (const p of pads) f32.copyWithin(heads + p * shape.arc, this.root.value, this.root.value + shape.arc)
    for (let n = 0; n < N; n++) f32[dependents + n * shape.arc + shape.arc - 1] = 1
    const keys = this.forwardLinear(this.bilinear, heads, N)
    const pairDependents = this.forwardLinear(this.pairDependents, dependents, N)
    const pairHeads = this.forwardLinear(this.pairHeads, heads, N)
    const labelDependents = this.forwardLinear(this.labelDependents, top, N)
    const labelHeads = this.forwardLinear(this.labelHeads, top, N)
    for (const p of pads)
      f32.copyWithin(labelHeads + p * shape.label, this.labelRoot.value, this.labelRoot.value + shape.label)
    const arcInput: ArcInput = { upos, dependents, keys, pairDependents, pairHeads }
    use?.({ rowOf, upos, xpos, names, arcs: arcInput, labelDependents, labelHeads })
    const losses: Losses = { tags: 0, arcs: 0, labels: 0, names: 0 }
    if (!learn) {
      memory.release(mark)
      return losses
    }

    // losses and their gradients
    const dTop = memory.zeros(N * d)
    const MU = this.upos.weight.columns
    const MX = this.xpos.weight.columns
    const MN = this.names.weight.columns
    const dUpos = memory.zeros(N * MU)
    const dXpos = memory.zeros(N * MX)
    const dNames = memory.zeros(N * MN)
    const dDependents = memory.zeros(N * shape.arc)
    const dKeys = memory.zeros(N * shape.arc)
    const dPairDependents = memory.zeros(N * PAIR_BUCKETS)
    const dPairHeads = memory.zeros(N * PAIR_BUCKETS)
    const dLabelDependents = memory.zeros(N * shape.label)
    const dLabelHeads = memory.zeros(N * shape.label)
    let taught = 0
    samples.forEach((s, i) => {
      const from = rowOf[i]
      taught += s.size
      if (s.upos)
        for (let w = 0; w < s.size; w++)
          losses.tags += crossEntropy(
            f32,
            upos + (from + w) * MU,
            this.labels.upos.length,
            s.upos[w],
            dUpos + (from + w) * MU,
            0.5,
          )
      if (s.xpos)
        for (let w = 0; w < s.size; w++)
          losses.tags += crossEntropy(
            f32,
            xpos + (from + w) * MX,
            this.labels.xpos.length,
            s.xpos[w],
            dXpos + (from + w) * MX,
            0.5,
          )
      if (s.names) losses.names += this.crf(s.names, names + from * MN, MN, dNames + from * MN)
      if (s.head) losses.arcs += this.arcs(s, from, arcInput, { dDependents, dKeys, dPairDependents, dPairHeads })
    })
    losses.labels += this.relationLoss(samples, rowOf, labelDependents, labelHeads, dLabelDependents, dLabelHeads)

    // backward through the heads
    this.backwardLinear(this.upos, top, d, dUpos, N, dTop, d, 1)
    this.backwardLinear(this.xpos, top, d, dXpos, N, dTop, d, 1)
    const dNameHidden = memory.zeros(N * shape.nameHidden)
    this.backwardLinear(this.names, nameHidden, shape.nameHidden, dNames, N, dNameHidden, shape.nameHidden, 0)
    reluBack(f32, dNameHidden, nameHidden, N * shape.nameHidden, nameMask)
    this.backwardLinear(this.nameHidden, top, d, dNameHidden, N, dTop, d, 1)
    const dHeads = memory.zeros(N * shape.arc)
    this.backwardLinear(this.bilinear, heads, shape.arc, dKeys, N, dHeads, shape.arc, 0)
    this.backwardLinear(this.pairHeads, heads, shape.arc, dPairHeads, N, dHeads, shape.arc, 1)
    this.backwardLinear(this.pairDependents, dependents, shape.arc, dPairDependents, N, dDependents, shape.arc, 1)
    for (const p of pads)
      for (let j = 0; j < shape.arc; j++) f32[this.root.gradient + j] += f32[dHeads + p * shape.arc + j]
    this.zeroRows(dHeads, pads, shape.arc)
    reluBack(f32, dHeads, heads, N * shape.arc, headMask)
    for (let n = 0; n < N; n++) f32[dDependents + n * shape.arc + shape.arc - 1] = 0
    reluBack(f32, dDependents, dependents, N * shape.arc, depMask)
    this.backwardLinear(this.dependents, top, d, dDependents, N, dTop, d, 1)
    this.backwardLinear(this.heads, top, d, dHeads, N, dTop, d, 1)
    for (const p of pads)
      for (let j = 0; j < shape.label; j++) f32[this.labelRoot.gradient + j] += f32[dLabelHeads + p * shape.label + j]
    this.zeroRows(dLabelHeads, pads, shape.label)
    this.backwardLinear(this.labelDependents, top, d, dLabelDependents, N, dTop, d, 1)
    this.backwardLinear(this.labelHeads, top, d, dLabelHeads, N, dTop, d, 1)

    // backward through the encoder
    let dy = dTop
    this.zeroRows(dy, pads, d)
    for (let l = this.encoder.length - 1; l >= 0; l--) {
      maskBack(f32, dy, masks[l + 1], N * d)
      const dx = memory.take(N * d)
      f32.copyWithin(dx, dy, dy + N * d)
      if (shape.layers[l] === 'w') {
        const dc = memory.take(N * d)
        f32.copyWithin(dc, dy, dy + N * d)
        reluBack(f32, dc, kept[l], N * d, undefined)
        const wide = memory.zeros(N * 3 * d)
        this.backwardLinear(this.encoder[l], layers[l] - d, d, dc, N, wide, 3 * d, 0)
        for (let n = 0; n < N; n++) {
          const at = wide + n * 3 * d
          if (n > 0) kernels.add(at * 4, (dx + (n - 1) * d) * 4, d)
          kernels.add((at + d) * 4, (dx + n * d) * 4, d)
          if (n + 1 < N) kernels.add((at + 2 * d) * 4, (dx + (n + 1) * d) * 4, d)
        }
      } else {
        const dg = memory.zeros(N * 2 * d)
        samples.forEach((s, i) => {
          scanBack(f32, kept[l], dg, dy, rowOf[i], rowOf[i] + s.size, d / 2)
        })
        this.backwardLinear(this.encoder[l], layers[l], d, dg, N, dx, d, 1)
      }
      this.zeroRows(dx, pads, d)
      dy = dx
    }
    maskBack(f32, dy, masks[0], N * d)
    const dProjected = memory.zeros(U * d)
    samples.forEach((s, i) => {
      for (let w = 0; w < s.size; w++) {
        const n = rowOf[i] + w
        const at = dy + n * d
        const r = rows[n]
        if (own[n]) this.words.addGradient(r, at)
        if (r > 0) kernels.add(at * 4, (dProjected + unique.get(r)! * d) * 4, d)
        for (let h = 0; h < HASHED; h++) this.hashed.addGradient(s.hashed[w * HASHED + h], at)
      }
    })
    this.backwardLinear(this.projection, gathered, V, dProjected, U, -1, 0, 0)

    // Adam
    this.steps++
    const scale = 1 / Math.max(taught, 1)
    for (const p of this.parameters) p.step(learn.rate, this.steps, scale)
    this.words.step(learn.rate, this.steps, scale)
    this.hashed.step(learn.rate, this.steps, scale)
    memory.release(mark)
    return losses
  }

  /** Verbs by the network's own tags, and commas, before every word of a sentence. */
  private between(s: Sample, from: number, upos: number): Between {
    const { f32 } = this.memory
    const M = this.upos.weight.columns
    const verbs = new Int32Array(s.size + 1)
    const commas = new Int32Array(s.size + 1)
    for (let w = 0; w < s.size; w++) {
      const tag = this.labels.upos[argmax(f32, upos + (from + w) * M, this.labels.upos.length)]
      verbs[w + 1] = verbs[w] + (tag === 'VERB' || tag === 'AUX' ? 1 : 0)
      commas[w + 1] = commas[w] + s.comma[w]
    }
    return { verbs, commas }
  }

  /** Scores of all heads for all dependents of one sentence: n rows of pad8(n + 1); column 0 is the root. */
  arcScores(s: Sample, from: number, input: ArcInput): { scores: number; stride: number; between: Between } {
    const { memory, shape } = this
    const n = s.size
    const stride = pad8(n + 1)
    const packed = memory.take(stride * shape.arc)
    const a = shape.arc
    memory.kernels.packTransposed((input.keys + (from - 1) * a) * 4, a, a, n + 1, packed * 4)
    const scores = memory.take((n + 1) * stride)
    memory.kernels.gemm((input.dependents + from * a) * 4, a * 4, 4, packed * 4, 0, scores * 4, stride, n, a, n + 1, 0)
    const between = this.between(s, from, input.upos)
    const P = PAIR_BUCKETS
    addPairScores(
      memory.f32,
      scores,
      stride,
      n,
      input.pairDependents + from * P,
      P,
      input.pairHeads + from * P,
      P,
      between,
    )
    return { scores, stride, between }
  }

  private arcs(
    s: Sample,
    from: number,
    input: ArcInput,
    d: { dDependents: number; dKeys: number; dPairDependents: number; dPairHeads: number },
  ): number {
    const { memory, shape } = this
    const { f32, kernels } = memory
    const mark = memory.mark()
    const n = s.size
    const { scores, stride, between } = this.arcScores(s, from, input)
    const dScores = memory.zeros((n + 1) * stride)
    let loss = 0
    for (let i = 0; i < n; i++) {
      loss += crossEntropy(f32, scores + i * stride, n + 1, s.head![i], dScores + i * stride, 1)
      const dep = d.dPairDependents + (from + i) * PAIR_BUCKETS
      for (let j = 0; j < n; j++) {
        if (j === i) continue
        const g = f32[dScores + i * stride + j + 1]
        const head = d.dPairHeads + (from + j) * PAIR_BUCKETS
        const x = distanceBucket(j - i)
        const y = DISTANCES + betweenBucket(between.verbs, between.commas, i, j)
        f32[dep + x] += g
        f32[dep + y] += g
        f32[head + x] += g
        f32[head + y] += g
      }
    }
    const a = shape.arc
    const packedKeys = memory.take((n + 1) * a)
    kernels.pack((input.keys + (from - 1) * a) * 4, a, n + 1, a, packedKeys * 4)
    kernels.gemm(dScores * 4, stride * 4, 4, packedKeys * 4, 0, (d.dDependents + from * a) * 4, a, n, n + 1, a, 1)
    const packedDependents = memory.take((n + 1) * a)
    kernels.pack((input.dependents + from * a) * 4, a, n, a, packedDependents * 4)
    kernels.gemm(dScores * 4, 4, stride * 4, packedDependents * 4, 0, (d.dKeys + (from - 1) * a) * 4, a, n + 1, n, a, 1)
    memory.release(mark)
    return loss
  }

  /** Scores of the relations of given (dependent row, head row, distance) pairs: out of `relations`, after a ReLU. */
  relationHidden(
    dependentRow: number,
    headRow: number,
    distance: number,
    labelDependents: number,
    labelHeads: number,
    out: number,
  ): void {
    const { f32 } = this.memory
    const l = this.shape.label
    const a = labelDependents + dependentRow * l
    const b = labelHeads + headRow * l
    const c = this.labelDistance.value + distance * l
    for (let j = 0; j < l; j++) {
      const v = f32[a + j] + f32[b + j] + f32[c + j]
      f32[out + j] = v > 0 ? v : 0
    }
  }

  private relationLoss(
    samples: readonly Sample[],
    rowOf: number[],
    labelDependents: number,
    labelHeads: number,
    dLabelDependents: number,
    dLabelHeads: number,
  ): number {
    const { memory } = this
    const { f32 } = memory
    const l = this.shape.label
    const pairs: [number, number, number, number][] = []
    samples.forEach((s, i) => {
      if (!s.relation) return
      for (let w = 0; w < s.size; w++) {
        const h = s.head![w]
        pairs.push([rowOf[i] + w, rowOf[i] - 1 + h, h === 0 ? ROOT_DISTANCE : distanceBucket(h - 1 - w), s.relation[w]])
      }
    })
    const P = pairs.length
    if (P === 0) return 0
    const hidden = memory.take(P * l)
    pairs.forEach(([dep, head, distance], p) => {
      this.relationHidden(dep, head, distance, labelDependents, labelHeads, hidden + p * l)
    })
    const scores = this.forwardLinear(this.relations, hidden, P)
    const M = this.relations.weight.columns
    const dScores = memory.zeros(P * M)
    let loss = 0
    pairs.forEach(([, , , relation], p) => {
      loss += crossEntropy(f32, scores + p * M, this.labels.relations.length, relation, dScores + p * M, 1)
    })
    const dHidden = memory.take(P * l)
    this.backwardLinear(this.relations, hidden, l, dScores, P, dHidden, l, 0)
    pairs.forEach(([dep, head, distance], p) => {
      for (let j = 0; j < l; j++) {
        if (f32[hidden + p * l + j] <= 0) continue
        const g = f32[dHidden + p * l + j]
        f32[dLabelDependents + dep * l + j] += g
        f32[dLabelHeads + head * l + j] += g
        f32[this.labelDistance.gradient + distance * l + j] += g
      }
    })
    return loss
  }

  /** Linear-chain CRF over one sentence: minus log likelihood; gradients into dEmit and the transitions. */
  private crf(gold: Uint8Array, emit: number, stride: number, dEmit: number): number {
    const { f32 } = this.memory
    const k = this.labels.names.length
    const T = this.transitions.columns
    const tr = this.transitions.value
    const dTr = this.transitions.gradient
    const n = gold.length
    const alpha = new Float64Array(n * k)
    const beta = new Float64Array(n * k)
    const expT = new Float64Array(k * k)
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) expT[i * k + j] = Math.exp(f32[tr + i * T + j])
    const e = new Float64Array(n * k)
    const norm = new Float64Array(n)
    let logZ = 0
    for (let t = 0; t < n; t++) {
      let most = -Infinity
      for (let j = 0; j < k; j++) most = Math.max(most, f32[emit + t * stride + j])
      logZ += most
      for (let j = 0; j < k; j++) e[t * k + j] = Math.exp(f32[emit + t * stride + j] - most)
      let sum = 0
      for (let j = 0; j < k; j++) {
        let a = 0
        if (t === 0) a = Math.exp(f32[tr + k * T + j])
        else for (let i = 0; i < k; i++) a += alpha[(t - 1) * k + i] * expT[i * k + j]
        a *= e[t * k + j]
        alpha[t * k + j] = a
        sum += a
      }
      norm[t] = sum
      logZ += Math.log(sum)
      for (let j = 0; j < k; j++) alpha[t * k + j] /= sum
    }
    for (let j = 0; j < k; j++) beta[(n - 1) * k + j] = 1
    for (let t = n - 2; t >= 0; t--)
      for (let i = 0; i < k; i++) {
        let b = 0
        for (let j = 0; j < k; j++) b += expT[i * k + j] * e[(t + 1) * k + j] * beta[(t + 1) * k + j]
        beta[t * k + i] = b / norm[t + 1]
      }
    let gold_ = 0
    for (let t = 0; t < n; t++) {
      gold_ += f32[emit + t * stride + gold[t]] + f32[tr + (t === 0 ? k : gold[t - 1]) * T + gold[t]]
      for (let j = 0; j < k; j++) f32[dEmit + t * stride + j] += alpha[t * k + j] * beta[t * k + j]
      f32[dEmit + t * stride + gold[t]] -= 1
      if (t === 0) {
        for (let j = 0; j < k; j++) f32[dTr + k * T + j] += alpha[j] * beta[j]
        f32[dTr + k * T + gold[0]] -= 1
      } else {
        for (let i = 0; i < k; i++) {
          const a = alpha[(t - 1) * k + i] / norm[t]
          for (let j = 0; j < k; j++) f32[dTr + i * T + j] += a * expT[i * k + j] * e[t * k + j] * beta[t * k + j]
        }
        f32[dTr + gold[t - 1] * T + gold[t]] -= 1
      }
    }
    return logZ - gold_
  }
}

export function argmax(f32: Float32Array, at: number, n: number): number {
  let best = 0
  for (let j = 1; j < n; j++) if (f32[at + j] > f32[at + best]) best = j
  return best
}

/** Softmax cross entropy of `n` scores; adds weight * (p - gold) to the gradient; returns weight * loss. */
function crossEntropy(
  f32: Float32Array,
  at: number,
  n: number,
  gold: number,
  gradient: number,
  weight: number,
): number {
  let most = -Infinity
  for (let j = 0; j < n; j++) if (f32[at + j] > most) most = f32[at + j]
  let sum = 0
  for (let j = 0; j < n; j++) sum += Math.exp(f32[at + j] - most)
  for (let j = 0; j < n; j++) f32[gradient + j] += (weight * Math.exp(f32[at + j] - most)) / sum
  f32[gradient + gold] -= weight
  return weight * (Math.log(sum) + most - f32[at + gold])
}

function reluBack(
  f32: Float32Array,
  gradient: number,
  value: number,
  count: number,
  mask: Float32Array | undefined,
): void {
  for (let i = 0; i < count; i++) f32[gradient + i] = f32[value + i] > 0 ? f32[gradient + i] * (mask ? mask[i] : 1) : 0
}

function maskBack(f32: Float32Array, gradient: number, mask: Float32Array | undefined, count: number): void {
  if (mask) for (let i = 0; i < count; i++) f32[gradient + i] *= mask[i]
}

/** Backward of the kernels' `scan`: gates' gradient from the output's. */
function scanBack(f32: Float32Array, g: number, dg: number, dy: number, from: number, to: number, H: number): void {
  const G = 4 * H
  const O = 2 * H
  const n = to - from
  const h = new Float32Array(n + 1)
  for (let side = 0; side < 2; side++) {
    const off = side * 2 * H
    for (let j = 0; j < H; j++) {
      const rowAt = (t: number) => (side === 0 ? from + t : to - 1 - t)
      h[0] = 0
      for (let t = 0; t < n; t++) {
        const at = g + rowAt(t) * G + off + j
        const z = f32[at]
        h[t + 1] = h[t] + (0.5 + (0.5 * z) / (1 + Math.abs(z))) * (f32[at + H] - h[t])
      }
      let dh = 0
      for (let t = n - 1; t >= 0; t--) {
        const row = rowAt(t)
        const at = g + row * G + off + j
        const z = f32[at]
        const a = 1 + Math.abs(z)
        const gate = 0.5 + (0.5 * z) / a
        dh += f32[dy + row * O + side * H + j]
        const to_ = dg + row * G + off + j
        f32[to_] += (dh * (f32[at + H] - h[t]) * 0.5) / (a * a)
        f32[to_ + H] += dh * gate
        dh *= 1 - gate
      }
    }
  }
}
