import { buildTree, type Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'

/** How far up a finite verb to join with is looked for. */
const CLIMB = 4

/**
 * Mends one frequent slip of parsers before statements are read: in "Venn said that rain would come and added that ...", a
 * finite verb without a subject is joined to the infinitive "come". It cannot be; it is joined to the finite verb above
 * ("said"). What was given stays as it is; where nothing is to mend, it is given back.
 */
export function mendCoordination(language: Language, tree: Tree): { language: Language; tree: Tree } {
  let head: Int32Array | undefined
  for (let w = 0; w < language.size; w++) {
    if (language.relation[w] !== 'conj') continue
    const above = finiteAbove(language, tree, w)
    if (above < 0) continue
    head ??= language.head.slice()
    head[w] = above
  }
  if (!head) return { language, tree }
  const mended = { ...language, head }
  return { language: mended, tree: buildTree(mended) }
}

/** The finite verb that `w` must be joined to instead of its head, or -1 where its head may stay. */
function finiteAbove({ xpos, head }: Language, tree: Tree, w: number): number {
  const tense = xpos[w]
  if ((tense !== 'VBD' && tense !== 'VBZ') || xpos[head[w]] !== 'VB' || tree.child(w, 'nsubj', 'aux') >= 0) return -1
  for (let above = head[head[w]], steps = 0; above >= 0 && steps < CLIMB; above = head[above], steps++)
    if (xpos[above] === tense && above < head[w]) return above
  return -1
}
