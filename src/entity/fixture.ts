import { languageOf } from '../language/fixture.ts'
import { buildTree } from '../language/tree.ts'
import type { Name, NameKind } from '../language/types.ts'
import type { Entity } from '../record/types.ts'
import type { EntityInput, EntityReading } from './types.ts'

/**
 * A small document: sentences of words written 'form:lemma/UPOS.XPOS/head/relation' (the lemma left out where it is the form in lower
 * case), '¶' before a sentence that opens a paragraph; names by their words, in the order of the text.
 */
export function document(sentences: readonly string[], names: readonly [string, NameKind][] = []): EntityInput {
  const language = languageOf(sentences)
  const found: Name[] = []
  let after = 0
  for (const [words, kind] of names) {
    const at = language.text.indexOf(words, after)
    if (at < 0) throw new RangeError(`'${words}' does not stand in '${language.text.slice(after)}'`)
    after = at + words.length
    const from = language.start.indexOf(at)
    found.push({ from, to: language.end.indexOf(after) + 1, kind, confidence: 1 })
  }
  const withNames = { ...language, names: found }
  return { language: withNames, tree: buildTree(withNames), times: { times: [], details: [], notes: [] } }
}

/** Every entity as its mentions' words, parted by ' = '. */
export function chains({ entities }: EntityReading, { language }: EntityInput): string[] {
  return entities.map(({ mentions }) => mentions.map((m) => language.text.slice(m.start, m.end)).join(' = '))
}

/** The entity that has a mention of these words. */
export function entityWith({ entities }: EntityReading, { language }: EntityInput, words: string): Entity | undefined {
  return entities.find(({ mentions }) => mentions.some((m) => language.text.slice(m.start, m.end) === words))
}
