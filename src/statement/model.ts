import type { Weights } from './weights.ts'

/** What `training/statements.ts` learns and `models/statements.bin` holds. */
export interface StatementModel {
  /** which words are heads of cues */
  cue: Weights
  /** which words are a cue's source, its other words, its content */
  role: Weights
  /** how likely a proposal as a whole is right */
  trust: Float32Array
}

const MAGIC = 0x5453524f // 'ORST'
const VERSION = 1

/**
 * Reads `models/statements.bin`: little-endian; magic, version, number of trust weights, those as float32; then for cue
 * and role: columns, bits, scale (float32), number of rows that are not zero, and each of them as the distance from
 * the row before (7 bits a byte, low bits first) and `columns` signed bytes.
 *
 * @throws RangeError where the bytes are no such model
 */
export function readModel(bytes: Uint8Array): StatementModel {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 12 || data.getUint32(0, true) !== MAGIC || data.getUint32(4, true) !== VERSION)
    throw new RangeError('models/statements.bin is not a statement model of this version; run the training again')
  const count = data.getUint32(8, true)
  const trust = Float32Array.from({ length: count }, (_, i) => data.getFloat32(12 + 4 * i, true))
  const place = { at: 12 + 4 * count }
  const cue = readWeights(data, place)
  const role = readWeights(data, place)
  return { cue, role, trust }
}

function readWeights(data: DataView, place: { at: number }): Weights {
  const columns = data.getUint8(place.at)
  const bits = data.getUint8(place.at + 1)
  const scale = data.getFloat32(place.at + 2, true)
  const rows = data.getUint32(place.at + 6, true)
  const table = new Int8Array(columns << bits)
  let at = place.at + 10
  let row = -1
  for (let k = 0; k < rows; k++) {
    let gap = 0
    for (let shift = 0, more = true; more; shift += 7, at++) {
      const byte = data.getUint8(at)
      gap |= (byte & 127) << shift
      more = byte > 127
    }
    row += gap
    for (let c = 0; c < columns; c++) table[row * columns + c] = data.getInt8(at++)
  }
  place.at = at
  return { table, columns, mask: (1 << bits) - 1, scale }
}

/** Writes a model as `readModel` reads it; weights that are not yet bytes are rounded, `limit` being the largest kept. */
export function writeModel({ cue, role, trust }: StatementModel, limit = 4): Uint8Array {
  const head = new DataView(new ArrayBuffer(12 + 4 * trust.length))
  head.setUint32(0, MAGIC, true)
  head.setUint32(4, VERSION, true)
  head.setUint32(8, trust.length, true)
  trust.forEach((weight, i) => {
    head.setFloat32(12 + 4 * i, weight, true)
  })
  const parts = [new Uint8Array(head.buffer), writeWeights(toBytes(cue, limit)), writeWeights(toBytes(role, limit))]
  const out = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  parts.reduce((at, part) => {
    out.set(part, at)
    return at + part.length
  }, 0)
  return out
}

/** Rounds weights to signed bytes. */
export function toBytes(weights: Weights, limit: number): Weights {
  if (weights.table instanceof Int8Array) return weights
  const scale = limit / 127
  const table = Int8Array.from(weights.table, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale))))
  return { ...weights, table, scale }
}

function writeWeights({ table, columns, mask, scale }: Weights): Uint8Array {
  const body: number[] = []
  let rows = 0
  let last = -1
  for (let row = 0; row <= mask; row++) {
    const values = table.subarray(row * columns, (row + 1) * columns)
    if (values.every((value) => value === 0)) continue
    for (let gap = row - last; ; gap >>>= 7) {
      body.push((gap & 127) | (gap > 127 ? 128 : 0))
      if (gap <= 127) break
    }
    for (const value of values) body.push(value & 255)
    last = row
    rows++
  }
  const out = new Uint8Array(10 + body.length)
  const data = new DataView(out.buffer)
  data.setUint8(0, columns)
  data.setUint8(1, 31 - Math.clz32(mask + 1))
  data.setFloat32(2, scale, true)
  data.setUint32(6, rows, true)
  out.set(body, 10)
  return out
}
