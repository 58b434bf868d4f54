import type { Head, Told } from '../language/network/head.ts'
import { CUE_FEATURES, cueFeatures } from './cue-features.ts'
import { openRows } from './hash.ts'
import type { View } from './view.ts'
import { sigmoid, sumWeights, type Weights } from './weights.ts'

/** Words that the head of cues sees as vectors: the word and its governor. */
export const LOOK_BLOCKS = 2

const rows = openRows(CUE_FEATURES, -1)
const told = { words: new Int32Array(LOOK_BLOCKS), features: rows.values, size: 0 }
const score = new Float64Array(1)

/** What there is to know of a word that may be a cue's head, for the regression and for the closer look; filled anew for each word. */
export function describeCue(view: View, w: number): Told {
  cueFeatures(view, w, rows)
  told.size = rows.size
  told.words[0] = w
  told.words[1] = view.language.head[w]
  return told
}

/** Log-odds, by the regression, that the word is the head of a cue. */
export const cueOdds = ({ features, size }: Told, cue: Weights): number => sumWeights(cue, { values: features, size })

/** How likely the word is the head of a cue: a small network over what the language network knows of it and its governor. */
export function lookAt({ language: { context } }: View, told: Told, look: Head): number {
  if (!context) throw new TypeError('the words must come from the language network, which says what it knows of them')
  look.score(context, told, score)
  return sigmoid(score[0])
}
