import type { Language } from '../types.ts'

/**
 * The subjects of verb w among the words that the tree calls so. Where it gives several they are coordinated if a
 * conjunction stands between them; else the one next to the verb is meant.
 */
export function theOnes({ upos }: Language, subjects: readonly number[], w: number): readonly number[] {
  if (subjects.length <= 1) return subjects
  const last = subjects[subjects.length - 1]
  const joined = upos.slice(subjects[0], last).includes('CCONJ')
  return joined && subjects.every((s) => s < w) ? subjects : [subjects.findLast((s) => s < w) ?? subjects[0]]
}

const WITHIN_PHRASE = new Set(['flat', 'compound', 'appos', 'nmod', 'amod', 'nmod:desc', 'nummod'])
const BETWEEN = new Set(['AUX', 'ADV', 'PART'])

/** The noun right before a finite verb that the tree gives no subject, or -1: parsers hang it elsewhere. */
export function leftNeighbour({ upos, xpos, head, relation, sentences, sentence }: Language, w: number): number {
  const { from } = sentences[sentence[w]]
  let x = w - 1
  while (x >= from && BETWEEN.has(upos[x])) x--
  const finite = xpos[w] === 'VBD' || xpos[w] === 'VBZ' || xpos[w] === 'VBP' || (x < w - 1 && upos[w - 1] === 'AUX')
  if (!finite || x < from || (upos[x] !== 'NOUN' && upos[x] !== 'PROPN')) return -1
  while (WITHIN_PHRASE.has(relation[x]) && head[x] >= from && head[x] < x) x = head[x]
  return x
}
