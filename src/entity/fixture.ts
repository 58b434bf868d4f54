import { readConllu } from '../language/conllu.ts'
import { buildTree } from '../language/tree.ts'
import type { Name, NameKind } from '../language/types.ts'
import type { Entity } from '../record/types.ts'
import type { EntityInput, EntityReading } from './types.ts'

/**
 * A small document: sentences of words written 'form:lemma/UPOS.XPOS/head/relation' (the lemma left out where it is the form in lower
 * case), '¶' before a sentence that opens a paragraph; names by their words, in the order of the text.
 */
export function document(sentences: readonly string[], names: readonly [string, NameKind][] = []): EntityInput {
  const [{ language }] = readConllu(sentences.map(toConllu).join('\n\n'))
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

function toConllu(sentence: string): string {
  const paragraph = sentence.startsWith('¶')
  const rows = sentence
    .replace('¶', '')
    .trim()
    .split(/\s+/)
    .map((word, i) => {
      const [shown, tags, head, relation] = word.split('/')
      const [form, lemma = form.toLowerCase()] = shown.split(':')
      const [upos, xpos = '_'] = tags.split('.')
      return [i + 1, form, lemma, upos, xpos, '_', head, relation, '_', '_'].join('\t')
    })
  return [...(paragraph ? ['# newpar'] : []), ...rows].join('\n')
}

/** Every entity as its mentions' words, parted by ' = '. */
export function chains({ entities }: EntityReading, { language }: EntityInput): string[] {
  return entities.map(({ mentions }) => mentions.map((m) => language.text.slice(m.start, m.end)).join(' = '))
}

/** The entity that has a mention of these words. */
export function entityWith({ entities }: EntityReading, { language }: EntityInput, words: string): Entity | undefined {
  return entities.find(({ mentions }) => mentions.some((m) => language.text.slice(m.start, m.end) === words))
}
