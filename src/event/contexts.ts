import { firstIndex } from '../first-index.ts'
import type { Grammar } from '../language/clause/grammar.ts'
import type { Language } from '../language/types.ts'
import type { EventCodebook } from './codebook.ts'

/** What an event is about: contexts whose words stand in the trigger's clause or in the phrases of those who take part. */
export function findContexts(
  { language, tree }: Grammar,
  { contexts }: EventCodebook,
  words: readonly number[],
): string[] {
  const found = new Set<string>()
  const seen = new Set<number>()
  const visit = (w: number, depth: number) => {
    if (seen.has(w) || depth > 4) return
    seen.add(w)
    // 'Democratic' in 'the Democratic Union' names somebody, and says nothing of what it is about
    if (!isNaming(language, w))
      for (const context of contexts.get(language.lemma[w].toLowerCase()) ?? []) found.add(context)
    for (const c of tree.children(w)) if (!CLAUSES.has(language.relation[c])) visit(c, depth + 1)
  }
  for (const w of words) visit(w, 0)
  return [...found].sort()
}

const CLAUSES = new Set(['conj', 'parataxis', 'acl:relcl', 'advcl', 'ccomp'])

/** Whether a word is part of a name: tagged so, or with a capital, within a name or inside a sentence. */
function isNaming(language: Language, w: number): boolean {
  const { upos, form, sentence, sentences } = language
  if (upos[w] === 'PROPN') return true
  return /^\p{Lu}\p{Ll}/u.test(form[w]) && (sentences[sentence[w]].from < w || isInName(language, w))
}

function isInName({ names }: Language, w: number): boolean {
  const next = firstIndex(names.length, (name) => names[name].to > w)
  return next < names.length && names[next].from <= w
}
