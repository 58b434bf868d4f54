import type { Grammar } from '../language/clause/grammar.ts'
import type { Codebook } from './codebook.ts'

/** What an event is about: contexts whose words stand in the trigger's clause or in the phrases of those who take part. */
export function findContexts({ language, tree }: Grammar, { contexts }: Codebook, words: readonly number[]): string[] {
  const found = new Set<string>()
  const seen = new Set<number>()
  const visit = (w: number, depth: number) => {
    if (seen.has(w) || depth > 4) return
    seen.add(w)
    for (const context of contexts.get(language.lemma[w].toLowerCase()) ?? []) found.add(context)
    for (const c of tree.children(w)) if (!CLAUSES.has(language.relation[c])) visit(c, depth + 1)
  }
  for (const w of words) visit(w, 0)
  return [...found].sort()
}

const CLAUSES = new Set(['conj', 'parataxis', 'acl:relcl', 'advcl', 'ccomp'])
