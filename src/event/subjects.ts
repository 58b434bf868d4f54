import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'

/**
 * The subjects of verb w among the words that the tree calls so. Where it gives several they are coordinated if a
 * conjunction stands between them; else the one next to the verb is meant. The dateline before a dash ('ALMETH (Agency) --')
 * is none: what follows the dash takes its place.
 */
export function theOnes(language: Language, tree: Tree, subjects: readonly number[], w: number): readonly number[] {
  const dash = datelineDash(language, language.sentence[w])
  const after = dash < 0 ? subjects : subjects.filter((s) => s > dash)
  if (after.length === 0) return afterDash(language, tree, dash, w)
  if (after.length === 1) return after
  const last = after[after.length - 1]
  const joined = (a: number, b: number) => language.upos.slice(a, b).includes('CCONJ')
  return joined(after[0], last) && after.every((s) => s < w) ? after : [after.findLast((s) => s < w) ?? after[0]]
}

const DASHES = new Set(['--', '---', '—', '–', '-', '_'])
const LONGEST = 16

/** The word that ends the dateline of sentence s, or -1. */
function datelineDash({ sentences, upos, lower, form }: Language, s: number): number {
  const { from, to } = sentences[s]
  if (upos[from] !== 'PROPN' && form[from] !== form[from].toUpperCase()) return -1
  for (let w = from + 1; w < Math.min(to, from + LONGEST); w++) {
    if (DASHES.has(lower[w])) return w
    if (upos[w] === 'VERB' || upos[w] === 'AUX' || upos[w] === 'PRON') return -1
  }
  return -1
}

/** The noun between the dash and the verb that nothing there governs. */
function afterDash({ upos, head, relation }: Language, tree: Tree, dash: number, w: number): readonly number[] {
  for (let x = dash + 1; x < w; x++) {
    const outside = head[x] <= dash || head[x] >= w
    const noun = upos[x] === 'NOUN' || upos[x] === 'PROPN' || upos[x] === 'PRON'
    if (noun && outside && !relation[x].startsWith('obl') && tree.child(x, 'case') < 0) return [x]
  }
  return []
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
