import { sameRelation } from '../tree.ts'
import type { Language } from '../types.ts'
import type { Mend } from './mend-tree.ts'

/** How far up a finite verb to join with is looked for. */
const CLIMB = 4

/**
 * Two frequent slips of parsers. In "Venn said that rain would come and added that ...", a finite verb without a subject is joined
 * to the infinitive "come"; it cannot be, and is joined to the finite verb above ("said"). In "Venn called for talks among
 * neighbours, stressing that ...", the participle hangs on the nearest noun; with a comma before it and a clause of its own it goes
 * with the verb ("called").
 */
export function mendCoordination(language: Language, mend: Mend): void {
  const { size, relation } = language
  for (let w = 0; w < size; w++) {
    const kind = relation[w]
    if (kind !== 'conj' && kind !== 'acl') continue
    const head = kind === 'conj' ? finiteAbove(language, w) : clauseAbove(language, w)
    if (head >= 0) mend(w, { head, relation: kind === 'conj' ? 'conj' : 'advcl' })
  }
}

/** Whether w has a child with one of these relations. */
function has({ head, relation, sentences, sentence }: Language, w: number, ...wanted: readonly string[]): boolean {
  const { from, to } = sentences[sentence[w]]
  for (let c = from; c < to; c++)
    if (head[c] === w && wanted.some((each) => sameRelation(relation[c], each))) return true
  return false
}

/** The verb with a subject that a participle after a comma goes with, where it brings a clause of its own; or -1. */
function clauseAbove(language: Language, w: number): number {
  const { xpos, head, lower, relation } = language
  if (xpos[w] !== 'VBG' || lower[w - 1] !== ',' || !has(language, w, 'ccomp') || has(language, w, 'nsubj')) return -1
  for (let above = head[w], steps = 0; above >= 0 && steps < CLIMB; above = head[above], steps++)
    if (
      xpos[above].startsWith('VB') &&
      (relation[above] === 'root' || relation[above] === 'acl' || has(language, above, 'nsubj'))
    )
      return above
  return -1
}

/** The finite verb that `w` must be joined to instead of its head, or -1 where its head may stay. */
function finiteAbove(language: Language, w: number): number {
  const { xpos, head } = language
  const tense = xpos[w]
  if ((tense !== 'VBD' && tense !== 'VBZ') || xpos[head[w]] !== 'VB' || has(language, w, 'nsubj', 'aux')) return -1
  for (let above = head[head[w]], steps = 0; above >= 0 && steps < CLIMB; above = head[above], steps++)
    if (xpos[above] === tense && above < head[w]) return above
  return -1
}
