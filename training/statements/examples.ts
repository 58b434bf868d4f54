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
}

/** How often an article marked whole counts: there are few of them, and they alone show statements within statements and world news. */
const WHOLE_COPIES = 3

/** How often an article counts. */
export const copiesOf = ({ whole }: Doc): number => (whole ? WHOLE_COPIES : 1)

/**
 * Every word that may be a cue's head, and whether it is. Words inside content are left out where people marked
 * outermost attributions only, since nothing is known of them.
 */
export function cueExamples(docs: readonly Doc[], options: LearnOptions): Binary {
  const examples: Binary = { rows: new IntList(), at: [], label: [], weight: [] }
  const out = openRows(CUE_FEATURES, WIDE_MASK)
  for (const doc of docs) {
    const { view, gold, whole } = doc
    const heads = new Set(gold.map(({ head }) => head))
    const inside = new Uint8Array(view.language.size)
    if (!whole) for (const { content } of gold) for (const w of content) inside[w] = 1
    for (let w = 0; w < view.language.size; w++) {
      if (!mayBeCue(view, w) || (inside[w] && !heads.has(w))) continue
      examples.at.push(examples.rows.size)
      examples.label.push(heads.has(w) ? 1 : 0)
      examples.weight.push(copiesOf(doc))
      cueFeatures(view, w, out)
      examples.rows.push(out.values, out.size)
    }
  }
  dropRare(examples.rows, [examples.at], options)
  return examples
}
