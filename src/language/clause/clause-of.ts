import type { Language } from '../types.ts'

const CLAUSES = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis'])

/** The predicate of the clause that a word stands in: itself, or the first clause's head above it. */
export function clauseOf({ head, relation, upos }: Language, word: number): number {
  let w = word
  for (let steps = 0; steps < 256; steps++) {
    if (head[w] < 0 || isClause(relation[w], upos[w])) return w
    w = head[w]
  }
  return w
}

function isClause(relation: string, upos: string): boolean {
  const colon = relation.indexOf(':')
  const base = colon < 0 ? relation : relation.slice(0, colon)
  return CLAUSES.has(base) || (base === 'conj' && (upos === 'VERB' || upos === 'AUX'))
}
