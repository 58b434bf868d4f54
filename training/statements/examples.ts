import { CUE_FEATURES, cueFeatures, mayBeCue } from '../../src/statement/cue-features.ts'
import { openRows } from '../../src/statement/hash.ts'
import type { View } from '../../src/statement/view.ts'
import type { GoldStatement } from './gold.ts'
import { type Binary, dropRare, IntList, type LearnOptions, WIDE_MASK } from './learn.ts'

/** An article laid out for learning. */
export interface Doc {
  id: string
  view: View
  gold: GoldStatement[]
  /** statements within statements are marked too */
  whole: boolean
  /** how likely each word is a cue's head, as the teacher says: asked where people said nothing of it */
  chances?: Float32Array
  /** whether people marked nothing, so that the teacher alone speaks */
  unmarked?: true
}

/** How often an article marked whole counts: there are few of them, and they alone show statements within statements and world news. */
const WHOLE_COPIES = 3

/** How much a word counts of which the teacher alone says what it is. */
const TAUGHT = 0.4

/** How often an article counts. */
export const copiesOf = ({ whole }: Doc): number => (whole ? WHOLE_COPIES : 1)

/** A word that may be a cue's head, how likely it is one, and how much that counts. */
export interface CueWord {
  word: number
  label: number
  weight: number
}

/**
 * Every word that may be a cue's head. Of words inside content where people marked outermost attributions only nothing is known but what
 * the teacher says; without it they are left out.
 */
export function cueWords(doc: Doc): CueWord[] {
  const { view, gold, whole, chances, unmarked } = doc
  const heads = new Set(gold.map(({ head }) => head))
  const inside = new Uint8Array(view.language.size)
  if (unmarked) inside.fill(1)
  else if (!whole) for (const { content } of gold) for (const w of content) inside[w] = 1
  const found: CueWord[] = []
  for (let w = 0; w < view.language.size; w++) {
    if (!mayBeCue(view, w)) continue
    if (heads.has(w)) found.push({ word: w, label: 1, weight: copiesOf(doc) })
    else if (!inside[w]) found.push({ word: w, label: 0, weight: copiesOf(doc) })
    else if (chances) found.push({ word: w, label: chances[w], weight: TAUGHT })
  }
  return found
}

/** All words that may be cues' heads, with their features, for the regression. */
export function cueExamples(docs: readonly Doc[], options: LearnOptions): Binary {
  const examples: Binary = { rows: new IntList(), at: [], label: [], weight: [] }
  const out = openRows(CUE_FEATURES, WIDE_MASK)
  for (const doc of docs) {
    for (const { word, label, weight } of cueWords(doc)) {
      examples.at.push(examples.rows.size)
      examples.label.push(label)
      examples.weight.push(weight)
      cueFeatures(doc.view, word, out)
      examples.rows.push(out.values, out.size)
    }
  }
  dropRare(examples.rows, [examples.at], options)
  return examples
}
