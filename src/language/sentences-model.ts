import { Failure } from '../record/failure.ts'
import { FEATURES_VERSION, TABLE_BITS } from './sentences-features.ts'

/** The sentence splitter's weights: one small whole number a feature, and the threshold their sum must pass. */
export interface SentenceModel {
  weights: Int8Array
  threshold: number
}

const MAGIC = 'onrecord-sentences\n'

/** Writes the model's file: a line of magic, a line of JSON that names its format, then weights. */
export function writeSentenceModel({ weights, threshold }: SentenceModel): Uint8Array {
  const header = JSON.stringify({ features: FEATURES_VERSION, bits: TABLE_BITS, threshold })
  const head = new TextEncoder().encode(`${MAGIC}${header}\n`)
  const file = new Uint8Array(head.length + weights.length)
  file.set(head)
  file.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), head.length)
  return file
}

/** @throws Failure `model-unfit` where the file is not a sentence model, or one for other features than this code computes */
export function readSentenceModel(file: Uint8Array): SentenceModel {
  const decoder = new TextDecoder()
  if (decoder.decode(file.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Failure(
      'model-unfit',
      'models/sentences.bin is not a sentence model; train it again with training/sentences.ts',
    )
  }
  const end = file.indexOf(10, MAGIC.length)
  const header = JSON.parse(decoder.decode(file.subarray(MAGIC.length, end)))
  const size = 1 << TABLE_BITS
  if (header.features !== FEATURES_VERSION || header.bits !== TABLE_BITS || file.length !== end + 1 + size) {
    throw new Failure(
      'model-unfit',
      `models/sentences.bin has features ${header.features} in ${header.bits} bits, this code ${FEATURES_VERSION} in ${TABLE_BITS}; train it again with training/sentences.ts`,
    )
  }
  return { weights: new Int8Array(file.subarray(end + 1)), threshold: header.threshold }
}
