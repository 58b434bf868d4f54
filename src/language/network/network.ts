import { openKernels } from '../kernels/kernels.ts'
import { openModel } from '../model.ts'
import { NAME_KINDS, type Name, type Sentence, type Upos } from '../types.ts'
import { addPairScores, distanceBucket, PAIR_BUCKETS, ROOT_DISTANCE } from './arcs.ts'
import { digitsAsZero, FEATURES, HASHED, HASHED_ROWS, hash32, hashedFeatures, lookupForm } from './features.ts'
import { bestTree } from './mst.ts'
import { bestLabels } from './viterbi.ts'

/** Words of one report, cut into sentences. */
export interface Unread {
  size: number
  form: readonly string[]
  lower: readonly string[]
  sentences: readonly Sentence[]
}

/** What the network says of them; arrays run parallel to the words. */
export interface Annotation {
  upos: Upos[]
  xpos: string[]
  /** index of the head word, -1 for a root */
  head: Int32Array
  relation: string[]
  names: Name[]
}

interface Shape {
  width: number
  windows: number
  recurrent: number
  arc: number
  label: number
  nameHidden: number
}

interface Labels {
  upos: Upos[]
  xpos: string[]
  relations: string[]
  names: string[]
}

/** Rows worked on at once: small enough for a processor's second cache. */
const ROWS = 192
/** Word forms whose vectors are kept ready, with what each adds to the first window as its left, middle and right word. */
const READY = 16_384

const pad8 = (n: number): number => (n + 7) & ~7

/**
 * Opens the network that tags, parses and finds names: word vectors, a window over three words, gated recurrences in both
 * directions, and small heads (biaffine arcs after Dozat and Manning 2017; a linear chain for names, Lafferty et al. 2001).
 *
 * This is the hot path: everything lies in one WebAssembly memory, and nothing is allocated a word but its labels.
 */
export function openNetwork(bytes: Uint8Array): (words: Unread) => Annotation {
  const model = openModel(bytes, { kind: 'network', features: FEATURES })
  const { shape, labels, rows } = model.header.about as unknown as { shape: Shape; labels: Labels; rows: number }
  const { width: d, arc, label, nameHidden } = shape
  const U = labels.upos.length
  const X = labels.xpos.length
  const R = labels.relations.length
  const K = labels.names.length
  const MU = pad8(U)
  const MX = pad8(X)
  const MN = pad8(K)
  const MR = pad8(R)
  const positive = nameHidden + 2 * arc
  const plain = MU + MX + 2 * label

  const most = ROWS + 260
  // tables, matrices (as they stand, packed, and joined), one chunk's rows, forms kept ready
  const matrices = model.header.sections.reduce((n, { type, length }) => n + (type === 'f32' ? length : 0), 0)
  const rowFloats = 8 * d + positive + plain + MN + arc + label + MR + 2 * PAIR_BUCKETS
  const tables = ((rows + HASHED_ROWS) * d) / 4
  const floats = tables + 4 * matrices + most * rowFloats + 264 * arc + 256 * 264 + (READY + 1) * 4 * d + 4096
  const kernels = openKernels(floats * 4 + (1 << 20))
  const f32 = new Float32Array(kernels.memory.buffer)
  let top = 64
  const take = (count: number): number => {
    const at = top
    top += (count + 19) & ~3
    if (top > f32.length) throw new RangeError('the network needs more memory than it reckoned')
    return at
  }

  // tables of signed bytes, in the kernels' memory
  const i8 = new Int8Array(kernels.memory.buffer)
  const putBytes = (values: Int8Array): number => {
    const at = take(Math.ceil(values.length / 4) + 16) * 4
    i8.set(values, at)
    return at
  }
  const wordTable = putBytes(model.i8('words'))
  const wordScales = model.f32('words.scale')
  const hashedTable = putBytes(model.i8('hashed'))
  const hashedScales = model.f32('hashed.scale')
  const rowOf = openLookup(model.u32('keys'))

  const put = (values: Float32Array): number => {
    const at = take(values.length)
    f32.set(values, at)
    return at
  }
  const packMatrix = (values: Float32Array, K_: number, M: number): number => {
    const mark = take(0)
    const raw = put(values)
    const packed = take(K_ * pad8(M))
    kernels.pack(raw * 4, M, K_, M, packed * 4)
    void mark
    return packed
  }
  const layer = (name: string, K_: number, M: number) => ({
    weight: packMatrix(model.f32(name), K_, M),
    bias: put(model.f32(`${name}.bias`)),
  })
  const firstWindow = layer('window0', 3 * d, d)
  const firstParts = [0, 1, 2].map((part) =>
    packMatrix(model.f32('window0').slice(part * d * d, (part + 1) * d * d), d, d),
  )
  const windows = Array.from({ length: shape.windows - 1 }, (_, i) => layer(`window${i + 1}`, 3 * d, d))
  const recurrent = Array.from({ length: shape.recurrent }, (_, i) => layer(`recurrent${i}`, d, 2 * d))
  const joined = (names: [string, number][]) => {
    const total = names.reduce((n, [, m]) => n + m, 0)
    const weight = new Float32Array(d * total)
    const bias = new Float32Array(total)
    let at = 0
    for (const [name, m] of names) {
      const from = model.f32(name)
      for (let r = 0; r < d; r++) weight.set(from.subarray(r * m, r * m + m), r * total + at)
      bias.set(model.f32(`${name}.bias`), at)
      at += m
    }
    return { weight: packMatrix(weight, d, total), bias: put(bias) }
  }
  const positiveHeads = joined([
    ['nameHidden', nameHidden],
    ['dependents', arc],
    ['heads', arc],
  ])
  const plainHeads = joined([
    ['upos', MU],
    ['xpos', MX],
    ['labelDependents', label],
    ['labelHeads', label],
  ])
  const nameLayer = layer('names', nameHidden, MN)
  const keyLayer = layer('bilinear', arc, arc)
  const relationLayer = layer('relations', label, MR)
  const transitions = model.f32('transitions')
  const transitionWidth = transitions.length / (K + 1)
  const rootHead = model.f32('root')
  const rootLabel = model.f32('labelRoot')
  const labelDistance = model.f32('labelDistance')
  const pairDependentLayer = layer('pairDependents', arc, PAIR_BUCKETS)
  const pairHeadLayer = layer('pairHeads', arc, PAIR_BUCKETS)
  const verbs = new Int32Array(512)
  const commas = new Int32Array(512)

  // room for one chunk of rows
  const x0 = take((most + 2) * d) + d
  const x1 = take((most + 2) * d) + d
  const gates = take(most * 2 * d)
  const pos = take(most * positive)
  const lin = take(most * plain)
  const nameScores = take(most * MN)
  const keys = take(most * arc)
  const pairDependents = take(most * PAIR_BUCKETS)
  const pairHeads = take(most * PAIR_BUCKETS)
  const hidden = take(most * label)
  const relationScores = take(most * MR)
  const packedKeys = take(264 * arc)
  const arcScores = take(256 * 264)
  const ready = take((READY + 1) * 4 * d)
  const slots = new Map<string, number>()
  const rowSlots = new Int32Array(most + 2)
  const featureRow = new Int32Array(HASHED)
  const headRow = new Int32Array(512)
  const nameLabels = new Uint8Array(512)

  const vectorOf = (form: string, lower: string): number => {
    let slot = slots.get(form)
    if (slot !== undefined) return slot
    slot = ready + (slots.size + 1) * 4 * d
    slots.set(form, slot)
    f32.fill(0, slot, slot + d)
    const r = rowOf(lower)
    kernels.addBytes(wordTable + r * d, wordScales[r], slot * 4, d)
    hashedFeatures(form, lower, featureRow, 0)
    for (let h = 0; h < HASHED; h++)
      kernels.addBytes(hashedTable + featureRow[h] * d, hashedScales[featureRow[h]], slot * 4, d)
    for (let part = 0; part < 3; part++) {
      const bias = part === 1 ? firstWindow.bias * 4 : 0
      kernels.gemm(slot * 4, 4 * d, 4, firstParts[part] * 4, bias, (slot + (part + 1) * d) * 4, d, 1, d, d, 0)
    }
    return slot
  }

  /** Sentences [first, last) of the report: their rows, a pad row before each. */
  const chunk = (words: Unread, first: number, last: number, out: Annotation): void => {
    const { sentences, form, lower } = words
    // never in the middle of a chunk: its rows point at the slots
    if (slots.size + most >= READY) slots.clear()
    let N = 1
    rowSlots[0] = ready
    for (let s = first; s < last; s++) {
      const { from, to } = sentences[s]
      for (let w = from; w < to; w++) rowSlots[N++] = vectorOf(form[w], lower[w])
      rowSlots[N++] = ready
    }
    const clearPads = (at: number) => {
      let n = 0
      f32.fill(0, at - d, at + d)
      for (let s = first; s < last; s++) {
        n += sentences[s].to - sentences[s].from + 1
        f32.fill(0, at + n * d, at + (n + 1) * d)
      }
    }
    for (let n = 1; n < N - 1; n++) {
      const slot = rowSlots[n]
      kernels.join(
        (rowSlots[n - 1] + d) * 4,
        (slot + 2 * d) * 4,
        (rowSlots[n + 1] + 3 * d) * 4,
        slot * 4,
        (x0 + n * d) * 4,
        d,
      )
    }
    clearPads(x0)
    let x = x0
    let y = x1
    for (const { weight, bias } of windows) {
      kernels.gemm((x - d) * 4, d * 4, 4, weight * 4, bias * 4, y * 4, d, N, 3 * d, d, 2)
      kernels.add(x * 4, y * 4, N * d)
      clearPads(y)
      ;[x, y] = [y, x]
    }
    for (const { weight, bias } of recurrent) {
      kernels.gemm(x * 4, d * 4, 4, weight * 4, bias * 4, gates * 4, 2 * d, N, d, 2 * d, 0)
      clearPads(y)
      for (let s = first, n = 1; s < last; s++) {
        const size = sentences[s].to - sentences[s].from
        kernels.scan(gates * 4, x * 4, y * 4, n, n + size, d / 2)
        n += size + 1
      }
      ;[x, y] = [y, x]
    }
    kernels.gemm(
      x * 4,
      d * 4,
      4,
      positiveHeads.weight * 4,
      positiveHeads.bias * 4,
      pos * 4,
      positive,
      N,
      d,
      positive,
      2,
    )
    kernels.gemm(x * 4, d * 4, 4, plainHeads.weight * 4, plainHeads.bias * 4, lin * 4, plain, N, d, plain, 0)
    kernels.gemm(
      pos * 4,
      positive * 4,
      4,
      nameLayer.weight * 4,
      nameLayer.bias * 4,
      nameScores * 4,
      MN,
      N,
      nameHidden,
      MN,
      0,
    )
    const deps = pos + nameHidden
    const heads = deps + arc
    for (let n = 0; n < N; n++) f32[deps + n * positive + arc - 1] = 1
    for (let s = first, n = 0; s < last; s++) {
      f32.set(rootHead, heads + n * positive)
      f32.set(rootLabel, lin + n * plain + MU + MX + label)
      n += sentences[s].to - sentences[s].from + 1
    }
    kernels.gemm(heads * 4, positive * 4, 4, keyLayer.weight * 4, keyLayer.bias * 4, keys * 4, arc, N, arc, arc, 0)
    const P = PAIR_BUCKETS
    const pair = (from: number, { weight, bias }: typeof keyLayer, to: number) =>
      kernels.gemm(from * 4, positive * 4, 4, weight * 4, bias * 4, to * 4, P, N, arc, P, 0)
    pair(deps, pairDependentLayer, pairDependents)
    pair(heads, pairHeadLayer, pairHeads)
    for (let s = first, n = 1; s < last; s++) {
      const { from, to } = sentences[s]
      readSentence(words, from, to, n, deps, out)
      n += to - from + 1
    }
    kernels.gemm(
      hidden * 4,
      label * 4,
      4,
      relationLayer.weight * 4,
      relationLayer.bias * 4,
      relationScores * 4,
      MR,
      N,
      label,
      MR,
      0,
    )
    for (let s = first, n = 1; s < last; s++, n++) {
      const { from, to } = sentences[s]
      for (let w = from; w < to; w++, n++) {
        // only a root is called root
        const at = relationScores + n * MR
        out.relation[w] = out.head[w] < 0 ? 'root' : labels.relations[argmaxWithout(f32, at, R, rootRelation)]
      }
    }
  }
  const rootRelation = labels.relations.indexOf('root')

  /** Tags, names and heads of the sentence whose rows begin at n; the relations' hidden values are laid out. */
  const readSentence = (words: Unread, from: number, to: number, n: number, deps: number, out: Annotation): void => {
    const size = to - from
    for (let i = 0; i < size; i++) {
      const at = lin + (n + i) * plain
      out.upos[from + i] = labels.upos[argmax(f32, at, U)]
      out.xpos[from + i] = labels.xpos[argmax(f32, at + MU, X)]
    }
    bestLabels(f32, nameScores + n * MN, MN, size, transitions, transitionWidth, K, nameLabels)
    collectNames(nameLabels, from, size, n, out.names)
    const stride = pad8(size + 1)
    kernels.packTransposed((keys + (n - 1) * arc) * 4, arc, arc, size + 1, packedKeys * 4)
    kernels.gemm(
      (deps + n * positive) * 4,
      positive * 4,
      4,
      packedKeys * 4,
      0,
      arcScores * 4,
      stride,
      size,
      arc,
      size + 1,
      0,
    )
    for (let i = 0; i < size; i++) {
      const tag = out.upos[from + i]
      verbs[i + 1] = verbs[i] + (tag === 'VERB' || tag === 'AUX' ? 1 : 0)
      commas[i + 1] = commas[i] + (words.lower[from + i] === ',' ? 1 : 0)
    }
    const P = PAIR_BUCKETS
    addPairScores(f32, arcScores, stride, size, pairDependents + n * P, P, pairHeads + n * P, P, { verbs, commas })
    bestTree(f32, arcScores, stride, size, headRow)
    for (let i = 0; i < size; i++) {
      const h = headRow[i]
      out.head[from + i] = h === 0 ? -1 : from + h - 1
      const bucket = h === 0 ? ROOT_DISTANCE : distanceBucket(h - 1 - i)
      const a = lin + (n + i) * plain + MU + MX
      const b = lin + (n - 1 + h) * plain + MU + MX + label
      const c = bucket * label
      const to_ = hidden + (n + i) * label
      for (let j = 0; j < label; j++) {
        const v = f32[a + j] + f32[b + j] + labelDistance[c + j]
        f32[to_ + j] = v > 0 ? v : 0
      }
    }
  }

  const collectNames = (found: Uint8Array, from: number, size: number, n: number, names: Name[]): void => {
    for (let i = 0; i < size; i++) {
      const begin = found[i]
      if ((begin & 1) === 0) continue
      let to = i + 1
      while (to < size && found[to] === begin + 1) to++
      let confidence = 1
      for (let j = i; j < to; j++) confidence = Math.min(confidence, share(f32, nameScores + (n + j) * MN, K, found[j]))
      names.push({ from: from + i, to: from + to, kind: NAME_KINDS[(begin - 1) >> 1], confidence })
    }
  }

  return (words) => {
    const out: Annotation = {
      upos: new Array(words.size),
      xpos: new Array(words.size),
      head: new Int32Array(words.size),
      relation: new Array(words.size),
      names: [],
    }
    const { sentences } = words
    for (let s = 0; s < sentences.length; ) {
      let last = s
      let N = 1
      do {
        N += sentences[last].to - sentences[last].from + 1
        last++
      } while (last < sentences.length && N + sentences[last].to - sentences[last].from + 1 <= ROWS)
      chunk(words, s, last, out)
      s = last
    }
    return out
  }
}

/** The most words that one sentence may have. */
export const LONGEST_SENTENCE = 250

function argmax(f32: Float32Array, at: number, n: number): number {
  let best = 0
  let most = f32[at]
  for (let j = 1; j < n; j++) {
    if (f32[at + j] > most) {
      most = f32[at + j]
      best = j
    }
  }
  return best
}

function argmaxWithout(f32: Float32Array, at: number, n: number, without: number): number {
  let best = without === 0 ? 1 : 0
  for (let j = best + 1; j < n; j++) if (j !== without && f32[at + j] > f32[at + best]) best = j
  return best
}

/** Softmax probability of one of n scores. */
function share(f32: Float32Array, at: number, n: number, which: number): number {
  let sum = 0
  for (let j = 0; j < n; j++) sum += Math.exp(f32[at + j] - f32[at + which])
  return 1 / sum
}

/** From a word in lower case to its row, 0 for an unknown one: open addressing over the words' hashes. */
function openLookup(keys: Uint32Array): (lower: string) => number {
  let size = 1
  while (size < keys.length * 3) size *= 2
  const slots = new Int32Array(size)
  for (let r = 1; r < keys.length; r++) {
    let at = keys[r] & (size - 1)
    while (slots[at] !== 0) at = (at + 1) & (size - 1)
    slots[at] = r
  }
  const find = (word: string): number => {
    const key = hash32(word, 0, word.length, 77)
    for (let at = key & (size - 1); slots[at] !== 0; at = (at + 1) & (size - 1))
      if (keys[slots[at]] === key) return slots[at]
    return 0
  }
  return (lower) => {
    const word = lookupForm(lower)
    const row = find(word)
    if (row !== 0) return row
    const zero = digitsAsZero(word)
    return zero === word ? 0 : find(zero)
  }
}
