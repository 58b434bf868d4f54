import { writeModel } from '../../src/language/model.ts'
import { HASHED_ROWS, hash32, WORD_FEATURES } from '../../src/language/network/features.ts'
import type { Vocabulary } from './data.ts'
import type { Network } from './network.ts'

/** The trained network as a model file: tables as bytes with a scale a row, matrices as single floats. */
export function exportNetwork(network: Network, vocabulary: Vocabulary, version: string): Uint8Array {
  const { memory, labels, shape, embedding, builder } = network
  const { f32 } = memory
  const rows = vocabulary.words.length
  const words = quantize(mergeWords(network), rows, shape.width)
  const hashedFrom = embedding.hashed.value
  const hashed = quantize(f32.slice(hashedFrom, hashedFrom + HASHED_ROWS * shape.width), HASHED_ROWS, shape.width)
  const keys = Uint32Array.from(vocabulary.words, (w) => hash32(w, 0, w.length, 77))
  const matrices = builder.parameters
    .filter((p) => !p.name.startsWith('projection'))
    .map((p) => [p.name, f32.slice(p.value, p.value + p.size)] as [string, Float32Array])
  return writeModel({ kind: 'network', features: WORD_FEATURES, version, about: { shape, labels, rows } }, [
    ['keys', keys],
    ['words', words.bytes],
    ['words.scale', words.scales],
    ['hashed', hashed.bytes],
    ['hashed.scale', hashed.scales],
    ...matrices,
  ])
}

/** A row a word: its own value, and its given vector through the matrix, added. */
function mergeWords({ memory: { f32 }, embedding }: Network): Float32Array {
  const { words, projection, lexicon, width: d } = embedding
  const { rows, vectors, vectorSize, seen } = lexicon
  const { weight, bias } = projection
  const merged = new Float32Array(rows * d)
  for (let r = 0; r < rows; r++) {
    const keeps = r === 0 || seen[r] >= 2
    for (let j = 0; j < d; j++) {
      let sum = r > 0 ? f32[bias.value + j] : 0
      if (r > 0) for (let k = 0; k < vectorSize; k++) sum += vectors[r * vectorSize + k] * f32[weight.value + k * d + j]
      merged[r * d + j] = sum + (keeps ? f32[words.value + r * d + j] : 0)
    }
  }
  return merged
}

/** Tables are kept to so many steps on each side of 0: no score is lost by it, and the file compresses better. */
const STEPS = 31

/** Rows of floats as signed bytes times a scale a row. */
export function quantize(
  values: Float32Array,
  rows: number,
  columns: number,
  steps = STEPS,
): { bytes: Int8Array; scales: Float32Array } {
  const bytes = new Int8Array(rows * columns)
  const scales = new Float32Array(rows)
  for (let r = 0; r < rows; r++) {
    let most = 0
    for (let c = 0; c < columns; c++) most = Math.max(most, Math.abs(values[r * columns + c]))
    scales[r] = most / steps
    if (most > 0)
      for (let c = 0; c < columns; c++) bytes[r * columns + c] = Math.round((values[r * columns + c] / most) * steps)
  }
  return { bytes, scales }
}
