import { hashText } from './hash.ts'
import type { View } from './view.ts'

const MARKER = hashText('mark')
const CASE = hashText('case')

/** The word that brings in a clause or phrase ('that', 'to', 'of'), or 0. */
export function bringsIn({ lemma, plain, first, next }: View, word: number): number {
  for (let x = first[word]; x >= 0; x = next[x]) if (plain[x] === MARKER || plain[x] === CASE) return lemma[x]
  return 0
}
