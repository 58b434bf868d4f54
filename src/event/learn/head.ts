import { type Kernels, openKernels } from '../../language/kernels/kernels.ts'
import type { Model } from '../../language/model.ts'
import { fixedLayer, type Layer, openRoom, PLAIN, type Room, runFixed } from '../../language/network/layers.ts'
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
  score(context: Context, told: Told, out: Float64Array): void
}

/** How many words' products are kept for a report at most, before the oldest are forgotten. */
const KEPT = 4096

/**
 * Opens the head `name` of a model. Each word's product with the blocks' matrices is worked out once a report, in fixed point
 * in WebAssembly; a candidate adds those of its words to the rows of its features, and the positive part gives the scores.
 */
export function openHead(model: Model, name: string): Head {
  const shape = (model.header.about.heads as { [name: string]: HeadShape })[name]
  const { context: C, blocks, width: d, outputs } = shape
  const table = model.i8(`${name}.table`)
  const rowOf = openKeys(model.u32(`${name}.keys`))
  const scales = model.f32(`${name}.table.scale`)
  const bias = model.f32(`${name}.bias`)
  const columns = model.f32(`${name}.out`)
  const outBias = model.f32(`${name}.out.bias`)
  const product = openProduct(model, name, shape)
  const hidden = new Float32Array(d)
  const score = (context: Context, { words, features, size }: Told, out: Float64Array): void => {
    hidden.set(bias)
    for (let b = 0; b < blocks; b++) {
      const w = words[b]
      if (w < 0) continue
      const { values, at } = product(context, w)
      for (let j = 0, i = at + b * d; j < d; j++, i++) hidden[j] += values[i]
    }
    for (let k = 0; k < size; k++) {
      const row = rowOf(features[k])
      if (row < 0) continue
      const scale = scales[row]
      for (let j = 0, i = row * d; j < d; j++, i++) hidden[j] += table[i] * scale
    }
    for (let o = 0; o < outputs; o++) {
      let sum = outBias[o]
      for (let j = 0, i = o * d; j < d; j++, i++) if (hidden[j] > 0) sum += hidden[j] * columns[i]
      out[o] = sum
    }
  }
  if (table.length !== scales.length * d || C % 2 !== 0)
    throw new RangeError(`the events model's head '${name}' is damaged`)
  return { shape, score }
}

interface Product {
  values: Float32Array
  /** index of the word's first number */
  at: number
}

/** Products of words with all blocks' matrices, side by side; a word's are kept until another report's words are asked for. */
function openProduct(model: Model, name: string, { context: C, blocks, width: d }: HeadShape) {
  const outputs = blocks * d
  const kernels: Kernels = openKernels((C * outputs * 4 + KEPT * outputs + C * 4 + outputs * 8 + 4096) * 4)
  const room: Room = openRoom(kernels)
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
  const product: Product = { values: room.f32, at: 0 }
  return (context: Context, w: number): Product => {
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
    product.at = kept + slot * outputs
    return product
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
