import { openKernels } from '../kernels/kernels.ts'
import type { Model } from '../model.ts'
import type { ContextVectors } from '../types.ts'
import { fixedLayer, type Layer, openRoom, PLAIN, putBytes, putFloats, type Room, runFixed } from './layers.ts'

/** What a head is told of one candidate: a few words of the report, and hashed features. */
export interface Told {
  /** a word for each of the head's blocks; -1: none */
  words: ArrayLike<number>
  features: Int32Array
  /** how many of the features count */
  size: number
}

/** Sizes of a head. */
export interface HeadShape {
  /** numbers a word that the language network gives */
  context: number
  /** how many words of a candidate are looked at, each through a matrix of its own */
  blocks: number
  /** width of the hidden layer */
  width: number
  outputs: number
}

/** A small network with one hidden layer: what the language network knows of a few words, and hashed features, to scores. */
export interface Head {
  shape: HeadShape
  /** whether a feature was seen often enough to be learned */
  knows(feature: number): boolean
  score(context: ContextVectors, told: Told, out: Float64Array): void
}

/** How many features a candidate may have. */
export const MOST_FEATURES = 256

/** How many products of words are kept for a report at most, before the oldest are forgotten. */
const KEPT = 2048

/**
 * Opens the head `name` of a model. Each word's product with the blocks' matrices is worked out once a report, in fixed point
 * in WebAssembly; a candidate adds those of its words to the rows of its features there too, and the positive part gives the scores.
 */
export function openHead(model: Model, name: string): Head {
  const shape = (model.header.about.heads as { [name: string]: HeadShape } | undefined)?.[name]
  if (!shape) throw new RangeError(`the model has no head '${name}'`)
  const { context: C, blocks, width: d, outputs } = shape
  const table = model.i8(`${name}.table`)
  const rowOf = openKeys(model.u32(`${name}.keys`))
  const scales = model.f32(`${name}.table.scale`)
  const columns = model.f32(`${name}.out`)
  const outBias = model.f32(`${name}.out.bias`)
  if (table.length !== scales.length * d || C % 2 !== 0 || d % 16 !== 0)
    throw new RangeError(`the model's head '${name}' is damaged`)
  const floats = C * blocks * d * 2 + KEPT * d + C + blocks * d * 4 + d * 4 + table.length / 4 + scales.length + 4096
  const room: Room = openRoom(openKernels(floats * 4))
  const product = openProduct(room, model, name, shape)
  const bytes = putBytes(room, table)
  const scaleAt = putFloats(room, scales)
  const rows = room.take(MOST_FEATURES)
  const bias = putFloats(room, model.f32(`${name}.bias`))
  const hidden = room.take(d)
  const { f32, kernels } = room
  const rowNumbers = new Uint32Array(f32.buffer, rows * 4, MOST_FEATURES)
  // the hidden layer's positive numbers, and where they stand
  const places = new Int32Array(d)
  const values = new Float32Array(d)
  const score = (context: ContextVectors, { words, features, size }: Told, out: Float64Array): void => {
    f32.copyWithin(hidden, bias, bias + d)
    for (let b = 0; b < blocks; b++) {
      const w = words[b]
      if (w >= 0) kernels.add(product(context, w, b) * 4, hidden * 4, d)
    }
    let known = 0
    for (let k = 0; k < size; k++) {
      const row = rowOf(features[k])
      if (row >= 0) rowNumbers[known++] = row
    }
    kernels.addTableRows(rows * 4, known, bytes, scaleAt * 4, hidden * 4, d)
    let count = 0
    for (let j = 0; j < d; j++) {
      const value = f32[hidden + j]
      if (value <= 0) continue
      places[count] = j
      values[count++] = value
    }
    for (let o = 0; o < outputs; o++) {
      let sum = outBias[o]
      for (let k = 0, at = o * d; k < count; k++) sum += values[k] * columns[at + places[k]]
      out[o] = sum
    }
  }
  return { shape, knows: (feature) => rowOf(feature) >= 0, score }
}

/** Gives the index of the product of a word with a block's matrix; they are kept until another report's words are asked for. */
function openProduct(room: Room, model: Model, name: string, { context: C, blocks, width: d }: HeadShape) {
  const values = model.f32(`${name}.blocks`)
  const layers = Array.from({ length: blocks }, (_, b): Layer => {
    const own = new Float32Array(C * d)
    for (let k = 0; k < C; k++) own.set(values.subarray((k * blocks + b) * d, (k * blocks + b + 1) * d), k * d)
    return fixedLayer(room, { values: own, bias: new Float32Array(d), inputs: C, outputs: d })
  })
  const given = room.take(C)
  const kept = room.take(KEPT * d)
  let slots = new Int32Array(0)
  const keys = new Int32Array(KEPT)
  let taken = 0
  let of: ContextVectors | undefined
  return (context: ContextVectors, w: number, b: number): number => {
    if (of !== context || taken >= KEPT) {
      const needed = (context.values.length / C) * blocks
      if (slots.length < needed) slots = new Int32Array(needed).fill(-1)
      else for (let k = 0; k < taken; k++) slots[keys[k]] = -1
      taken = 0
      of = context
    }
    const key = w * blocks + b
    let slot = slots[key]
    if (slot < 0) {
      slot = slots[key] = taken++
      keys[slot] = key
      room.i16.set(context.values.subarray(w * C, (w + 1) * C), given * 2)
      runFixed(room, layers[b], given, C / 2, 1, kept + slot * d, PLAIN)
    }
    return kept + slot * d
  }
}

/** A look-up from a feature to its row, or -1 for one that was not learned: by open addressing, each key beside its row. */
function openKeys(keys: Uint32Array): (feature: number) => number {
  let bits = 4
  while (1 << bits < keys.length * 2) bits++
  const mask = (1 << bits) - 1
  const pairs = new Int32Array(2 * (mask + 1)).fill(-1)
  keys.forEach((key, row) => {
    let at = key & mask
    while (pairs[2 * at + 1] >= 0) at = (at + 1) & mask
    pairs[2 * at] = key | 0
    pairs[2 * at + 1] = row
  })
  return (feature) => {
    const key = feature | 0
    for (let at = key & mask; pairs[2 * at + 1] >= 0; at = (at + 1) & mask)
      if (pairs[2 * at] === key) return pairs[2 * at + 1]
    return -1
  }
}
