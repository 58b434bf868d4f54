import type { Language } from '../../language/types.ts'
import { hashText, keptHashes } from '../../statement/hash.ts'

/** A report's words as numbers, hashed once, for features. Arrays go by word. */
export interface Hashed {
  lemma: Int32Array
  lower: Int32Array
  upos: Int32Array
  xpos: Int32Array
  /** the relation without its subtype */
  relation: Int32Array
}

/** Hash of a label of a closed list (a tag, a relation, a type). */
export const hashLabel = keptHashes()

export function hashWords({ size, lemma, lower, upos, xpos, relation }: Language): Hashed {
  const make = (values: ArrayLike<string>, hash: (text: string) => number) =>
    Int32Array.from({ length: size }, (_, w) => hash(values[w]))
  return {
    lemma: make(lemma, hashText),
    lower: make(lower, hashText),
    upos: make(upos, hashLabel),
    xpos: make(xpos, hashLabel),
    relation: make(
      relation.map((r) => (r.includes(':') && r !== 'nsubj:pass' ? r.slice(0, r.indexOf(':')) : r)),
      hashLabel,
    ),
  }
}
