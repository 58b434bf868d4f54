import type { Resources } from '../resources.ts'
import { PLACE_FEATURES, type SplitPlace, sentenceFeatures } from './sentences-features.ts'
import { readSentenceModel } from './sentences-model.ts'
import { SHAPE, type WordShapes } from './sentences-shape.ts'

/** Splits the words [from, to), one paragraph, and calls `emit` with each sentence's first word and the one after its last. */
export type SplitSentences = (
  words: WordShapes,
  from: number,
  to: number,
  emit: (from: number, to: number) => void,
) => void

/** A sentence is cut at its likeliest end after this many words, so that reading stays linear in any text. */
export const LONGEST_SENTENCE = 250

/**
 * Opens the trained splitter. It asks after every word, not only after stops, whether a sentence ends there; a paragraph
 * always ends its last sentence.
 */
export function openSentences(resources: Resources): SplitSentences {
  const { weights, threshold } = readSentenceModel(resources.bytes('models/sentences.bin'))
  const score = scorer(weights, threshold)
  return (words, from, to, emit) => walkParagraph(words, { from, to }, score, emit)
}

/** The sum of the weights of a place's features, less the threshold. */
export function scorer(weights: Int8Array, threshold: number): Score {
  const features = new Int32Array(PLACE_FEATURES)
  return (words, place, w) => {
    const n = sentenceFeatures(words, place, w, features)
    let sum = -threshold
    for (let f = 0; f < n; f++) sum += weights[features[f]]
    return sum
  }
}

/** Scores the end of a sentence after word w: above 0 it ends. */
export type Score = (words: WordShapes, place: SplitPlace, w: number) => number

/** Goes over a paragraph's words once and emits its sentences. Training walks the same way. */
export function walkParagraph(
  words: WordShapes,
  { from, to }: { from: number; to: number },
  score: Score,
  emit: (from: number, to: number) => void,
): void {
  const place: SplitPlace = { from, to, first: from, quotes: 0, brackets: 0 }
  let best = Number.NEGATIVE_INFINITY
  let bestAt = from
  for (let w = from; w + 1 < to; w++) {
    follow(place, words.shape[w])
    const value = score(words, place, w)
    if (w - place.first >= LONGEST_SENTENCE / 2 && value > best) {
      best = value
      bestAt = w
    }
    const tooLong = w - place.first + 1 >= LONGEST_SENTENCE
    if (value <= 0 && !tooLong) continue
    if (value <= 0) w = bestAt
    emit(place.first, w + 1)
    place.first = w + 1
    place.brackets = 0
    best = Number.NEGATIVE_INFINITY
  }
  if (place.first < to) emit(place.first, to)
}

/** keeps count of what is open */
function follow(place: SplitPlace, shape: number): void {
  if (shape === SHAPE.opening) place.quotes = 1
  else if (shape === SHAPE.closing) place.quotes = 0
  else if (shape === SHAPE.openingBracket) place.brackets++
  else if (shape === SHAPE.closingBracket && place.brackets > 0) place.brackets--
}
