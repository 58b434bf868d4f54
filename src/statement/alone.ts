import type { Quotation } from '../language/quotations/find-quotations.ts'
import type { View } from './view.ts'

/** A quotation that makes up whole sentences and belongs to no statement that names its source. */
export interface Alone {
  from: number
  to: number
}

/**
 * Quotations that stand alone: outermost, whole sentences, no word of theirs in `taken`. Those that go on over paragraphs
 * come as one.
 */
export function findAlone(view: View, taken: Uint8Array): Alone[][] {
  const { language, quotation, quotations } = view
  const found: Alone[][] = []
  const group = new Map<number, Alone[]>()
  for (let w = 0; w < language.size; ) {
    const q = quotation[w]
    if (q < 0) {
      w++
      continue
    }
    let to = w
    while (to < language.size && quotation[to] === q) to++
    if (standsAlone(view, w, to, taken)) {
      const before = group.get((quotations[q] as Quotation).continues)
      const list = before ?? []
      list.push({ from: w, to })
      group.set(q, list)
      if (!before) found.push(list)
    }
    w = to
  }
  return found
}

/** Shorter quotations are titles and single words more often than speech. */
const LEAST_WORDS = 5

function standsAlone({ language, mark }: View, from: number, to: number, taken: Uint8Array): boolean {
  const { sentence, sentences, upos } = language
  if (to - from < LEAST_WORDS || sentences[sentence[from]].from !== from) return false
  for (let w = to; w < sentences[sentence[to - 1]].to; w++) if (mark[w] === 0) return false
  let verb = false
  for (let w = from; w < to; w++) {
    if (taken[w]) return false
    verb ||= upos[w] === 'VERB' || upos[w] === 'AUX'
  }
  return verb
}
