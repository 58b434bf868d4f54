import { openKernels } from '../kernels/kernels.ts'
import { openModel } from '../model.ts'
import { LONGEST_SENTENCE } from '../sentences.ts'
import { type ContextVectors, NAME_KINDS, type Name, type Sentence, type Upos } from '../types.ts'
import { addPairScores, distanceBucket, PAIR_BUCKETS, ROOT_DISTANCE } from './arcs.ts'
import { digitsAsZero, HASHED, HASHED_ROWS, hash32, hashedFeatures, lookupForm, WORD_FEATURES } from './features.ts'
import {
  fixedLayer,
  floatLayer,
  joinColumns,
  type Layer,
  openMatrices,
  openRoom,
  PLAIN,
  POSITIVE,
  pad8,
  putBytes,
  runFixed,
  runFloat,
} from './layers.ts'
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
  context: ContextVectors
}

interface Shape {
  width: number
  /** the encoder from below: 'w' a window over three words, 'r' a recurrence in both directions; the first is a window */
  layers: string
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
const READY = 8192

/**
 * Opens the network that tags, parses and finds names: word vectors, a window over three words, gated recurrences in both
 * directions, and small heads (biaffine arcs after Dozat and Manning 2017; a linear chain for names, Lafferty et al. 2001).
 *
 * This is the hot path: everything lies in one WebAssembly memory, and nothing is allocated a word but its labels.
 */
export function openNetwork(bytes: Uint8Array): (words: Unread) => Annotation {
  const model = openModel(bytes, { kind: 'network', features: WORD_FEATURES })
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

  const most = ROWS + LONGEST_SENTENCE + 2
  const longest = pad8(LONGEST_SENTENCE + 1)
  // tables, matrices (as they stand and packed), one chunk's rows, forms kept ready
  const matrices = model.header.sections.reduce((n, { type, length }) => n + (type === 'f32' ? length : 0), 0)
  const rowFloats = 8 * d + positive + plain + MN + arc + label + MR + 2 * PAIR_BUCKETS
  const tables = ((rows + HASHED_ROWS) * d) / 4
  const floats =
    tables + 4 * matrices + most * rowFloats + longest * (arc + LONGEST_SENTENCE) + (READY + 1) * 4 * d + 8192
  const kernels = openKernels(floats * 4 + (1 << 20))
  const room = openRoom(kernels)
  const { f32, take } = room

  const wordTable = putBytes(room, model.i8('words'))
  const wordScales = model.f32('words.scale')
  const hashedTable = putBytes(room, model.i8('hashed'))
  const hashedScales = model.f32('hashed.scale')
  const rowOf = openLookup(model.u32('keys'))

  // no function that stays may name the model, or its file is kept in memory with it
  const matrix = openMatrices(model)
  const window0 = matrix('layer0', 3 * d, d)
  const firstParts = [0, 1, 2].map((part) => {
    const values = window0.values.slice(part * d * d, (part + 1) * d * d)
    return floatLayer(room, { values, bias: part === 1 ? window0.bias : new Float32Array(d), inputs: d, outputs: d })
  })
  const encoder: { kind: string; layer: Layer }[] = []
  for (let i = 1; i < shape.layers.length; i++) {
    const kind = shape.layers[i]
    const weights = kind === 'w' ? matrix(`layer${i}`, 3 * d, d) : matrix(`layer${i}`, d, 2 * d)
    encoder.push({ kind, layer: fixedLayer(room, weights) })
  }
  const positiveHeads = fixedLayer(
    room,
    joinColumns([matrix('nameHidden', d, nameHidden), matrix('dependents', d, arc), matrix('heads', d, arc)]),
  )
  const plainHeads = fixedLayer(
    room,
    joinColumns([
      matrix('upos', d, MU),
      matrix('xpos', d, MX),
      matrix('labelDependents', d, label),
      matrix('labelHeads', d, label),
    ]),
  )
  const nameLayer = floatLayer(room, matrix('names', nameHidden, MN))
  const keyLayer = floatLayer(room, matrix('bilinear', arc, arc))
  const pairDependentLayer = floatLayer(room, matrix('pairDependents', arc, PAIR_BUCKETS))
  const pairHeadLayer = floatLayer(room, matrix('pairHeads', arc, PAIR_BUCKETS))
  const relationLayer = floatLayer(room, matrix('relations', label, MR))
  const transitions = model.f32('transitions')
  const transitionWidth = transitions.length / (K + 1)
  const rootHead = model.f32('root')
  const rootLabel = model.f32('labelRoot')
  const labelDistance = model.f32('labelDistance')
  const rootRelation = labels.relations.indexOf('root')

  // one chunk's rows
  const x0 = take((most + 2) * d)
  const x1 = take((most + 2) * d)
  /** the rows in fixed point, with a row of 0 before the first */
  const fixed = take(((most + 3) * d) / 2) + d / 2
  const gates = take(most * 2 * d)
  const pos = take(most * positive)
  const lin = take(most * plain)
  const nameScores = take(most * MN)
  const keys = take(most * arc)
  const pairDependents = take(most * PAIR_BUCKETS)
  const pairHeads = take(most * PAIR_BUCKETS)
  const hidden = take(most * label)
  const relationScores = take(most * MR)
  const packedKeys = take(longest * arc)
  const arcScores = take(longest * LONGEST_SENTENCE)
  const verbs = new Int32Array(LONGEST_SENTENCE + 1)
  const commas = new Int32Array(LONGEST_SENTENCE + 1)
  const headRow = new Int32Array(LONGEST_SENTENCE + 1)
  const nameLabels = new Uint8Array(LONGEST_SENTENCE)

  /** Per form kept ready: its vector, and what it adds to the first window as left, middle and right word. */
  const ready = take((READY + 1) * 4 * d)
  const slots = new Map<string, number>()
  const rowSlots = new Int32Array(most + 2)
  const featureRow = new Int32Array(HASHED)

  const vectorOf = (form: string, lower: string): number => {
    const known = slots.get(form)
    if (known !== undefined) return known
    const slot = ready + (slots.size + 1) * 4 * d
    slots.set(form, slot)
    f32.fill(0, slot, slot + d)
    const r = rowOf(lower)
    kernels.addBytes(wordTable + r * d, wordScales[r], slot * 4, d)
    hashedFeatures(form, lower, featureRow, 0)
    for (let h = 0; h < HASHED; h++)
      kernels.addBytes(hashedTable + featureRow[h] * d, hashedScales[featureRow[h]], slot * 4, d)
    return slot
  }

  /** What the forms after the first `before` add to the first window, all of them at once. */
  const readyParts = (before: number): void => {
    const from = ready + (before + 1) * 4 * d
    firstParts.forEach((part, i) => {
      runFloat(room, part, { at: from, stride: 4 * d }, slots.size - before, { at: from + (i + 1) * d, stride: 4 * d })
    })
  }

  /** Sentences [first, last) of the report: their rows, a pad row before each. */
  const chunk = (words: Unread, first: number, last: number, out: Annotation): void => {
    const { sentences, form, lower } = words
    // never in the middle of a chunk: its rows point at the slots
    if (slots.size + most >= READY) slots.clear()
    const before = slots.size
    let N = 1
    rowSlots[0] = ready
    for (let s = first; s < last; s++) {
      const { from, to } = sentences[s]
      for (let w = from; w < to; w++) rowSlots[N++] = vectorOf(form[w], lower[w])
      rowSlots[N++] = ready
    }
    const clearPads = (at: number) => {
      f32.fill(0, at, at + d)
      for (let s = first, n = 0; s < last; s++) {
        n += sentences[s].to - sentences[s].from + 1
        f32.fill(0, at + n * d, at + (n + 1) * d)
      }
    }
    readyParts(before)
    for (let n = 1; n < N - 1; n++) {
      const slot = rowSlots[n]
      const left = (rowSlots[n - 1] + d) * 4
      const right = (rowSlots[n + 1] + 3 * d) * 4
      kernels.join(left, (slot + 2 * d) * 4, right, slot * 4, (x0 + n * d) * 4, d)
    }
    clearPads(x0)
    let x = x0
    let y = x1
    const half = d / 2
    for (const { kind, layer } of encoder) {
      kernels.toFixed(x * 4, fixed * 4, N * d)
      if (kind === 'w') {
        f32.fill(0, fixed + N * half, fixed + (N + 1) * half)
        runFixed(room, layer, fixed - half, half, N, y, POSITIVE)
        kernels.add(x * 4, y * 4, N * d)
      } else {
        runFixed(room, layer, fixed, half, N, gates, PLAIN)
        for (let s = first, n = 1; s < last; s++) {
          const size = sentences[s].to - sentences[s].from
          kernels.scan(gates * 4, x * 4, y * 4, n, n + size, half)
          n += size + 1
        }
      }
      clearPads(y)
      ;[x, y] = [y, x]
    }
    kernels.toFixed(x * 4, fixed * 4, N * d)
    for (let s = first, n = 1; s < last; s++, n++) {
      const { from, to } = sentences[s]
      const row = (fixed + n * half) * 2
      out.context.values.set(room.i16.subarray(row, row + (to - from) * d), from * d)
      n += to - from
    }
    runFixed(room, positiveHeads, fixed, half, N, pos, POSITIVE)
    runFixed(room, plainHeads, fixed, half, N, lin, PLAIN)
    runFloat(room, nameLayer, { at: pos, stride: positive }, N, { at: nameScores, stride: nameLayer.outputs })
    const deps = pos + nameHidden
    const heads = deps + arc
    for (let n = 0; n < N; n++) f32[deps + n * positive + arc - 1] = 1
    for (let s = first, n = 0; s < last; s++) {
      f32.set(rootHead, heads + n * positive)
      f32.set(rootLabel, lin + n * plain + MU + MX + label)
      n += sentences[s].to - sentences[s].from + 1
    }
    runFloat(room, keyLayer, { at: heads, stride: positive }, N, { at: keys, stride: keyLayer.outputs })
    runFloat(room, pairDependentLayer, { at: deps, stride: positive }, N, {
      at: pairDependents,
      stride: pairDependentLayer.outputs,
    })
    runFloat(room, pairHeadLayer, { at: heads, stride: positive }, N, { at: pairHeads, stride: pairHeadLayer.outputs })
    for (let s = first, n = 1; s < last; s++) {
      const { from, to } = sentences[s]
      readSentence(words, from, to, n, deps, out)
      n += to - from + 1
    }
    runFloat(room, relationLayer, { at: hidden, stride: label }, N, {
      at: relationScores,
      stride: relationLayer.outputs,
    })
    for (let s = first, n = 1; s < last; s++, n++) {
      const { from, to } = sentences[s]
      for (let w = from; w < to; w++, n++) {
        // only a root is called root
        const at = relationScores + n * MR
        out.relation[w] = out.head[w] < 0 ? 'root' : labels.relations[argmaxWithout(f32, at, R, rootRelation)]
      }
    }
  }
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
      context: { width: d, values: new Int16Array(words.size * d) },
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
