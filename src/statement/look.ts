import type { Head, Told } from '../language/network/head.ts'
import { CUE_FEATURES, cueFeatures } from './cue-features.ts'
import { openRows } from './hash.ts'
import type { View } from './view.ts'
import { sigmoid } from './weights.ts'

/** Words that the head of cues sees as vectors: the word and its governor. */
export const LOOK_BLOCKS = 2

const rows = openRows(CUE_FEATURES, -1)
const told = { words: new Int32Array(LOOK_BLOCKS), features: rows.values, size: 0 }
const score = new Float64Array(1)

/** What there is to know of a word that may be a cue's head, as the closer look is told it; filled anew for each word. */
export function describeLook(view: View, w: number): Told {
  cueFeatures(view, w, rows)
  told.size = rows.size
  told.words[0] = w
  told.words[1] = view.language.head[w]
  return told
}

/** How likely a word is the head of a cue: a small network over what the language network knows of it and its governor. */
export function lookAt(view: View, w: number, look: Head): number {
  const { context } = view.language
  if (!context) throw new TypeError('the words must come from the language network, which says what it knows of them')
  look.score(context, describeLook(view, w), score)
  return sigmoid(score[0])
}
