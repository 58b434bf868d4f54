import type { Language } from '../language/types.ts'

/**
 * For every word, the number of the quotation in double marks that it stands in, or -1. A quotation ends with its mark, or with the
 * paragraph where a new paragraph opens with another mark or none; single marks are left alone (they may be apostrophes).
 */
export function quoteAt({ size, form, sentence, sentences }: Language): Int32Array {
  const at = new Int32Array(size).fill(-1)
  let open = -1
  let count = 0
  let paragraph = 0
  for (let w = 0; w < size; w++) {
    const here = sentences[sentence[w]].paragraph
    if (here !== paragraph) {
      paragraph = here
      open = -1
    }
    const mark = form[w]
    if (mark === '“' || mark === '``' || mark === '«' || (mark === '"' && open < 0)) open = count++
    else if (mark === '”' || mark === "''" || mark === '»' || mark === '"') open = -1
    else at[w] = open
  }
  return at
}
