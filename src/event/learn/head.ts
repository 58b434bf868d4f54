import { openKernels } from '../../language/kernels/kernels.ts'
import type { Model } from '../../language/model.ts'
import {
  fixedLayer,
  type Layer,
  openRoom,
  PLAIN,
  putBytes,
  putFloats,
  type Room,
  runFixed,
} from '../../language/network/layers.ts'
import type { Context } from '../../language/types.ts'

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
  score(context: Context, told: Told, out: Float64Array): void
}

/** How many words' products are kept for a report at most, before the oldest are forgotten. */
const KEPT = 2048

/**
 * Opens the head `name` of a model. Each word's product with the blocks' matrices is worked out once a report, in fixed point
 * in WebAssembly; a candidate adds those of its words to the rows of its features there too, and the positive part gives the scores.
 */
export function openHead(model: Model, name: string): Head {
  const shape = (model.header.about.heads as { [name: string]: HeadShape })[name]
  const { context: C, blocks, width: d, outputs } = shape
  const table = model.i8(`${name}.table`)
  const rowOf = openKeys(model.u32(`${name}.keys`))
  const scales = model.f32(`${name}.table.scale`)
  const columns = model.f32(`${name}.out`)
  const outBias = model.f32(`${name}.out.bias`)
  if (table.length !== scales.length * d || C % 2 !== 0 || d % 4 !== 0)
    throw new RangeError(`the events model's head '${name}' is damaged`)
  const floats = C * blocks * d * 2 + KEPT * blocks * d + C + blocks * d * 4 + d * 4 + table.length / 4 + 4096
  const room: Room = openRoom(openKernels(floats * 4))
  const product = openProduct(room, model, name, shape)
  const bytes = putBytes(room, table)
  const bias = putFloats(room, model.f32(`${name}.bias`))
  const hidden = room.take(d)
  const { f32, kernels } = room
  // the hidden layer's positive numbers, and where they stand
  const places = new Int32Array(d)
  const values = new Float32Array(d)
  const score = (context: Context, { words, features, size }: Told, out: Float64Array): void => {
    f32.copyWithin(hidden, bias, bias + d)
    for (let b = 0; b < blocks; b++) {
      const w = words[b]
      if (w >= 0) kernels.add((product(context, w) + b * d) * 4, hidden * 4, d)
    }
    for (let k = 0; k < size; k++) {
      const row = rowOf(features[k])
      if (row >= 0) kernels.addBytes(bytes + row * d, scales[row], hidden * 4, d)
    }
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

/** Gives the index of the products of a word with all blocks' matrices, side by side; they are kept until another report's words are asked for. */
function openProduct(room: Room, model: Model, name: string, { context: C, blocks, width: d }: HeadShape) {
  const outputs = blocks * d
  const layer: Layer = fixedLayer(room, {
    values: model.f32(`${name}.blocks`),
    bias: new Float32Array(outputs),
    inputs: C,
    outputs,
  })
  const given = room.take(C)
  const kept = room.take(KEPT * outputs)
  const slots = new Map<number, number>()
  let of: Context | undefined
  return (context: Context, w: number): number => {
    if (of !== context || slots.size >= KEPT) {
      slots.clear()
      of = context
    }
    let slot = slots.get(w)
    if (slot === undefined) {
      slot = slots.size
      slots.set(w, slot)
      room.i16.set(context.values.subarray(w * C, (w + 1) * C), given * 2)
      runFixed(room, layer, given, C / 2, 1, kept + slot * outputs, PLAIN)
    }
    return kept + slot * outputs
  }
}

/** A look-up from a feature to its row, or -1 for one that was not learned: by open addressing. */
function openKeys(keys: Uint32Array): (feature: number) => number {
  let bits = 4
  while (1 << bits < keys.length * 2) bits++
  const mask = (1 << bits) - 1
  const rows = new Int32Array(mask + 1).fill(-1)
  keys.forEach((key, row) => {
    let at = key & mask
    while (rows[at] >= 0) at = (at + 1) & mask
    rows[at] = row
  })
  return (feature) => {
    const key = feature >>> 0
    for (let at = key & mask; rows[at] >= 0; at = (at + 1) & mask) if (keys[rows[at]] === key) return rows[at]
    return -1
  }
}
