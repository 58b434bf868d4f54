import type { Kernels } from '../kernels/kernels.ts'
import type { Model } from '../model.ts'

/** A matrix and its bias, packed for the kernels; addresses in floats from the memory's beginning. */
export interface Layer {
  weight: number
  bias: number
  /** of a fixed-point layer: the columns' scales */
  scales: number
  inputs: number
  outputs: number
}

/** The next multiple of 8. */
export const pad8 = (n: number): number => (n + 7) & ~7

/** Room in the kernels' memory, given out from the bottom. */
export interface Room {
  kernels: Kernels
  f32: Float32Array
  i8: Int8Array
  i16: Int16Array
  /** index, in floats, of `count` floats: aligned to 16 bytes, all 0 */
  take(count: number): number
}

export function openRoom(kernels: Kernels): Room {
  const { buffer } = kernels.memory
  const f32 = new Float32Array(buffer)
  let top = 64
  const take = (count: number): number => {
    const at = top
    top += (count + 19) & ~3
    if (top > f32.length) throw new RangeError('the network needs more memory than was reckoned')
    return at
  }
  return { kernels, f32, i8: new Int8Array(buffer), i16: new Int16Array(buffer), take }
}

export function putFloats({ f32, take }: Room, values: Float32Array): number {
  const at = take(values.length)
  f32.set(values, at)
  return at
}

/** Byte address of a table of signed bytes. */
export function putBytes({ i8, take }: Room, values: Int8Array): number {
  const at = take(Math.ceil(values.length / 4) + 16) * 4
  i8.set(values, at)
  return at
}

/** A matrix with its rows' blocks side by side, as `joinColumns` makes it, or one of the model's own. */
export interface Matrix {
  values: Float32Array
  bias: Float32Array
  inputs: number
  outputs: number
}

/** The model's matrix of that name, with its bias; its columns are a multiple of 8. */
export function matrixOf(model: Model, name: string, inputs: number, outputs: number): Matrix {
  return { values: model.f32(name), bias: model.f32(`${name}.bias`), inputs, outputs }
}

/** The matrices of a model, by name. */
export function openMatrices(model: Model): (name: string, inputs: number, outputs: number) => Matrix {
  return (name, inputs, outputs) => matrixOf(model, name, inputs, outputs)
}

/** Several matrices over the same input as one, their columns side by side. */
export function joinColumns(parts: readonly Matrix[]): Matrix {
  const inputs = parts[0].inputs
  const outputs = parts.reduce((n, p) => n + p.outputs, 0)
  const values = new Float32Array(inputs * outputs)
  const bias = new Float32Array(outputs)
  let at = 0
  for (const part of parts) {
    const m = part.outputs
    for (let r = 0; r < inputs; r++) values.set(part.values.subarray(r * m, r * m + m), r * outputs + at)
    bias.set(part.bias, at)
    at += m
  }
  return { values, bias, inputs, outputs }
}

/** A layer in single floats. */
export function floatLayer(room: Room, { values, bias, inputs, outputs }: Matrix): Layer {
  const raw = putFloats(room, values)
  const weight = room.take(inputs * pad8(outputs))
  room.kernels.pack(raw * 4, outputs, inputs, outputs, weight * 4)
  return { weight, bias: putFloats(room, bias), scales: 0, inputs, outputs }
}

/** A layer in fixed point: signed bytes and a scale a column, laid out as `gemmFixed` reads them. */
export function fixedLayer(room: Room, { values, bias, inputs, outputs }: Matrix): Layer {
  const weight = room.take((inputs * outputs) / 2)
  const scales = room.take(outputs)
  for (let m = 0; m < outputs; m++) {
    let most = 0
    for (let k = 0; k < inputs; k++) most = Math.max(most, Math.abs(values[k * outputs + m]))
    const scale = most / 127
    room.f32[scales + m] = scale / 512
    const panel = weight * 2 + (m >> 3) * inputs * 8
    for (let k = 0; k < inputs; k++) {
      const at = panel + (k >> 1) * 16 + (m & 7) * 2 + (k & 1)
      room.i16[at] = most === 0 ? 0 : Math.round(values[k * outputs + m] / scale)
    }
  }
  return { weight, bias: putFloats(room, bias), scales, inputs, outputs }
}

/** Mode of a product: as it is, or its positive part. */
export const PLAIN = 0
export const POSITIVE = 2

/** Rows of floats: index of the first, and floats from one to the next. */
export interface Rows {
  at: number
  stride: number
}

/** c = a W + b over n rows of single floats. */
export function runFloat({ kernels }: Room, layer: Layer, a: Rows, n: number, c: Rows): void {
  const { weight, bias, inputs, outputs } = layer
  kernels.gemm(a.at * 4, a.stride * 4, 4, weight * 4, bias * 4, c.at * 4, c.stride, n, inputs, outputs, PLAIN)
}

/** c = a W + b over n rows in fixed point; `a` and its stride in floats' addresses hold two numbers a float. */
export function runFixed(
  room: Room,
  layer: Layer,
  a: number,
  aStride: number,
  n: number,
  c: number,
  mode: number,
): void {
  const { weight, scales, bias, inputs, outputs } = layer
  room.kernels.gemmFixed(a * 4, aStride * 4, weight * 4, scales * 4, bias * 4, c * 4, outputs, n, inputs, outputs, mode)
}
