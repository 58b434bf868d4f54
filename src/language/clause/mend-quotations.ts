import type { Language } from '../types.ts'
import type { Mend } from './mend-tree.ts'

/** What only the verb of one's own clause has: in a quotation beside it, such words are the quotation's. */
const OWN = /^(?:nsubj|csubj|expl|cop|aux|advmod|cc|mark|det|discourse|vocative|dislocated)(?::|$)/
const SUBJECT = /^(?:nsubj|csubj|expl)(?::|$)/
/** What ends an utterance within its marks, or parts it off from the words before and after it. */
const PARTS = new Set([',', '.', '?', '!', '…', '...', ':', '—', '–', '--', '-', '?!', '!!'])

/**
 * What is said does not make the clause of who says it. In "“No reason,” Marek said" a parser takes "reason" for a subject of "said",
 * in "“It is shut, isn't it?” said Marek" the tag for said's own; and with the subject's place taken, in "“No warning,” said a man"
 * the man for an object. The utterance hangs on the verb of saying as one clause, and who stands beside the verb is its subject.
 *
 * @param says whether a word is a verb of saying
 */
export function mendQuotations(language: Language, says: (w: number) => boolean, mend: Mend): void {
  const { quotation, sentences } = language
  for (const { from, to } of sentences) {
    for (let w = from; w < to; ) {
      const q = quotation[w]
      let end = w + 1
      while (end < to && quotation[end] === q) end++
      if (q >= 0 && isPartedOff(language, w, end))
        mendUtterance(language, { from: w, to: end, left: from, right: to }, says, mend)
      w = end
    }
  }
}

/** An utterance [from, to) within a sentence [left, right). */
interface Utterance {
  from: number
  to: number
  left: number
  right: number
}

/** Whether the quotation [from, to) is parted off from the words beside it as an utterance is. */
function isPartedOff({ form, upos, quotation }: Language, from: number, to: number): boolean {
  if (quotation[from - 1] !== quotation[from] && PARTS.has(form[from - 1])) return true
  let last = to - 1
  while (last > from && upos[last] === 'PUNCT' && !PARTS.has(form[last])) last--
  return PARTS.has(form[last]) || (form[to] === ',' && quotation[to] < 0)
}

function mendUtterance(language: Language, utterance: Utterance, says: (w: number) => boolean, mend: Mend): void {
  const { head, upos } = language
  const { from, to, left, right } = utterance
  const seen = new Set<number>()
  for (let w = from; w < to; w++) {
    const verb = head[w]
    if (verb < left || verb >= right || (verb >= from && verb < to) || seen.has(verb)) continue
    seen.add(verb)
    if (upos[verb] === 'VERB' && says(verb)) mendVerb(language, utterance, verb, mend)
  }
}

function mendVerb(
  { head, relation, upos }: Language,
  { from, to, left, right }: Utterance,
  verb: number,
  mend: Mend,
): void {
  const inside: number[] = []
  let subject = -1
  let object = -1
  for (let w = left; w < right; w++) {
    if (head[w] !== verb) continue
    if (w >= from && w < to) {
      if (upos[w] !== 'PUNCT') inside.push(w)
    } else if (SUBJECT.test(relation[w])) subject = w
    else if (relation[w] === 'obj' && w > verb) object = object < 0 ? w : object
  }
  if (!inside.some((w) => OWN.test(relation[w]))) return
  const after = followsAtOnce({ upos }, to, verb)
  if (subject < 0 && after && object >= 0) mend(object, { head: verb, relation: 'nsubj' })
  else if (subject < 0) return
  const top = topOf(head, { from, to }, verb) ?? inside.find((w) => !OWN.test(relation[w]))
  if (top !== undefined) {
    for (const w of inside)
      if (OWN.test(relation[w]) && w !== top) mend(w, { head: top, relation: besides(relation[w]) })
    return
  }
  const first = inside.find((w) => SUBJECT.test(relation[w])) ?? inside[0]
  mend(first, { head: verb, relation: 'ccomp' })
  for (const w of inside) if (w !== first) mend(w, { head: first, relation: besides(relation[w]) })
}

/** A subject too many is no subject of the utterance's clause either. */
const besides = (relation: string): string => (SUBJECT.test(relation) ? 'parataxis' : relation)

/** The word of the utterance that the verb of saying hangs on, where the tree has it so; or undefined. */
function topOf(head: Int32Array, { from, to }: Pick<Utterance, 'from' | 'to'>, verb: number): number | undefined {
  for (let w = head[verb], steps = 0; w >= 0 && steps < DEEPEST; w = head[w], steps++) if (w >= from && w < to) return w
  return undefined
}

const DEEPEST = 8

/** Whether nothing but marks stands between the utterance and the verb. */
function followsAtOnce({ upos }: Pick<Language, 'upos'>, to: number, verb: number): boolean {
  if (verb < to) return false
  for (let w = to; w < verb; w++) if (upos[w] !== 'PUNCT') return false
  return true
}
