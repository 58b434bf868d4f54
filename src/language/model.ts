import { Failure } from '../record/failure.ts'
import { hash32 } from './network/features.ts'

/**
 * A model file: one binary that loads by looking, not by parsing. Bytes 0 to 3 'ORM1'; 4 to 7 the header's length; then
 * the header as UTF-8 JSON; then, from the next multiple of 16, the sections' bytes. Little-endian throughout.
 */
export interface ModelHeader {
  /** what kind of model it is: 'network', 'sentences', ... */
  kind: string
  /** the features that the model was trained on; code that makes others must refuse it */
  features: string
  /** the model's own version */
  version: string
  /** of the sections' bytes, 8 hexadecimal digits */
  hash: string
  /** labels, sizes and whatever else the model needs */
  about: { [name: string]: unknown }
  sections: { name: string; type: SectionType; offset: number; length: number }[]
}

export type SectionType = 'f32' | 'i8' | 'i16' | 'u8' | 'u16' | 'u32'

type Section = Float32Array | Int8Array | Int16Array | Uint8Array | Uint16Array | Uint32Array

export interface Model {
  header: ModelHeader
  /** @throws Failure `model-unfit` where the model has no such section, or one of another type */
  f32(name: string): Float32Array
  i8(name: string): Int8Array
  u32(name: string): Uint32Array
}

const ARRAYS = { f32: Float32Array, i8: Int8Array, i16: Int16Array, u8: Uint8Array, u16: Uint16Array, u32: Uint32Array }
const MAGIC = 0x314d524f

/**
 * Opens a model file and checks that this code can use it.
 *
 * @throws Failure `model-unfit` where the bytes are no model, are cut off, or were made for other features than `expect` names;
 * the message says which and what to do
 */
export function openModel(bytes: Uint8Array, expect: { kind: string; features: string }): Model {
  const again = `; build the models again with 'npm run train', or install the package again`
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 16 || view.getUint32(0, true) !== MAGIC)
    throw unfit(`the ${expect.kind} model is no onrecord model file${again}`)
  const headerLength = view.getUint32(4, true)
  if (8 + headerLength > bytes.length) throw unfit(`the ${expect.kind} model is cut off${again}`)
  const header = headerOf(bytes.subarray(8, 8 + headerLength))
  if (!header) throw unfit(`the ${expect.kind} model is damaged${again}`)
  if (header.kind !== expect.kind || header.features !== expect.features) {
    throw unfit(
      `the ${expect.kind} model was made for ${header.kind}/${header.features}, and this version reads ${expect.kind}/${expect.features}${again}`,
    )
  }
  const base = align(8 + headerLength)
  const section = (name: string, type: SectionType): Section => {
    const found = header.sections.find((s) => s.name === name && s.type === type)
    if (!found) throw unfit(`the ${expect.kind} model has no section '${name}' of type ${type}${again}`)
    const size = ARRAYS[type].BYTES_PER_ELEMENT
    const from = base + found.offset
    if (from + found.length * size > bytes.length) throw unfit(`the ${expect.kind} model is cut off${again}`)
    const copy = new Uint8Array(found.length * size)
    copy.set(bytes.subarray(from, from + copy.length))
    return new ARRAYS[type](copy.buffer, 0, found.length)
  }
  return {
    header,
    f32: (name) => section(name, 'f32') as Float32Array,
    i8: (name) => section(name, 'i8') as Int8Array,
    u32: (name) => section(name, 'u32') as Uint32Array,
  }
}

function headerOf(bytes: Uint8Array): ModelHeader | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Writes a model file; the same sections give the same bytes. */
export function writeModel(
  about: Pick<ModelHeader, 'kind' | 'features' | 'version' | 'about'>,
  data: readonly [name: string, values: Section][],
): Uint8Array {
  const sections: ModelHeader['sections'] = []
  let offset = 0
  for (const [name, values] of data) {
    sections.push({ name, type: typeOf(values), offset, length: values.length })
    offset = align(offset + values.byteLength)
  }
  const body = new Uint8Array(offset)
  data.forEach(([, values], i) => {
    body.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), sections[i].offset)
  })
  const header: ModelHeader = { ...about, hash: hashOf(body), sections }
  const json = new TextEncoder().encode(JSON.stringify(header))
  const out = new Uint8Array(align(8 + json.length) + body.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, json.length, true)
  out.set(json, 8)
  out.set(body, align(8 + json.length))
  return out
}

const unfit = (message: string) => new Failure('model-unfit', message)
const align = (n: number): number => (n + 15) & ~15

function typeOf(values: Section): SectionType {
  for (const [type, array] of Object.entries(ARRAYS)) if (values instanceof array) return type as SectionType
  throw new TypeError('a section must be a typed array that model files know')
}

function hashOf(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 4096) {
    let h = 0
    const stop = Math.min(bytes.length, i + 4096)
    for (let j = i; j < stop; j++) h = Math.imul(h ^ bytes[j], 0x01000193)
    text += String.fromCharCode(h & 0xffff, (h >>> 16) & 0xffff)
  }
  return hash32(text, 0, text.length, 1).toString(16).padStart(8, '0')
}
