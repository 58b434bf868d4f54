import { buildTree, type Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'

/** How far up a finite verb to join with is looked for. */
const CLIMB = 4

/**
 * Mends two frequent slips of parsers before statements are read. In "Venn said that rain would come and added that ...", a
 * finite verb without a subject is joined to the infinitive "come"; it cannot be, and is joined to the finite verb above
 * ("said"). In "Venn called for talks among neighbours, stressing that ...", the participle hangs on the nearest noun; with a
 * comma before it and a clause of its own it goes with the verb ("called"). What was given stays as it is; where nothing is to mend, it is given back.
 */
export function mendCoordination(language: Language, tree: Tree): { language: Language; tree: Tree } {
  let head: Int32Array | undefined
  let relation: string[] | undefined
  for (let w = 0; w < language.size; w++) {
    const kind = language.relation[w]
    if (kind !== 'conj' && kind !== 'acl') continue
    const above = kind === 'conj' ? finiteAbove(language, tree, w) : clauseAbove(language, tree, w)
    if (above < 0) continue
    head ??= language.head.slice()
    head[w] = above
    if (kind === 'conj') continue
    relation ??= [...language.relation]
    relation[w] = 'advcl'
  }
  if (!head) return { language, tree }
  const mended = { ...language, head, relation: relation ?? language.relation }
  return { language: mended, tree: buildTree(mended) }
}

/** The verb with a subject that a participle after a comma goes with, where it brings a clause of its own; or -1. */
function clauseAbove({ xpos, head, lower, relation }: Language, tree: Tree, w: number): number {
  if (xpos[w] !== 'VBG' || lower[w - 1] !== ',' || tree.child(w, 'ccomp') < 0 || tree.child(w, 'nsubj') >= 0) return -1
  for (let above = head[w], steps = 0; above >= 0 && steps < CLIMB; above = head[above], steps++)
    if (
      xpos[above].startsWith('VB') &&
      (tree.child(above, 'nsubj') >= 0 || relation[above] === 'root' || relation[above] === 'acl')
    )
      return above
  return -1
}

/** The finite verb that `w` must be joined to instead of its head, or -1 where its head may stay. */
function finiteAbove({ xpos, head }: Language, tree: Tree, w: number): number {
  const tense = xpos[w]
  if ((tense !== 'VBD' && tense !== 'VBZ') || xpos[head[w]] !== 'VB' || tree.child(w, 'nsubj', 'aux') >= 0) return -1
  for (let above = head[head[w]], steps = 0; above >= 0 && steps < CLIMB; above = head[above], steps++)
    if (xpos[above] === tense && above < head[w]) return above
  return -1
}
