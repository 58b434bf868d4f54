import { type Grammar, openGrammar } from '../language/clause/grammar.ts'
import { readConllu } from '../language/conllu.ts'
import { buildTree } from '../language/tree.ts'
import type { StatementBook } from './codebook.ts'
import { openView, type View } from './view.ts'

/** Who does what in a document without times. */
export const grammarOf = ({ language, tree }: View, { grammar }: StatementBook): Grammar =>
  openGrammar(language, tree, { timeAt: new Uint8Array(language.size), ...grammar })

/**
 * A small document for tests: a sentence a string, a word 'form/lemma/UPOS/head/relation', heads counted from 1 in
 * the sentence; '+' before a form means that no white space parts it from the word before. '¶' opens a paragraph.
 */
export function viewOf(sentences: readonly string[]): View {
  const lines = ['# newdoc id = test', '# newpar']
  for (const sentence of sentences) {
    if (sentence === '¶') lines.push('# newpar')
    else lines.push(...rowsOf(sentence), '')
  }
  const [{ language }] = readConllu(`${lines.join('\n')}\n`)
  return openView(language, buildTree(language))
}

function rowsOf(sentence: string): string[] {
  const words = sentence.trim().split(/\s+/)
  return words.map((word, w) => {
    const [form, lemma, upos, head, relation] = word.split('/')
    const space = words[w + 1]?.startsWith('+') ? 'SpaceAfter=No' : '_'
    return [w + 1, form.replace(/^\+/, ''), lemma, upos, upos, '_', head, relation, '_', space].join('\t')
  })
}

/** Index of the word that reads so (the nth, from 0). */
export function wordAt({ language }: View, form: string, nth = 0): number {
  const at = language.form.flatMap((word, w) => (word === form ? [w] : []))[nth]
  if (at === undefined) throw new RangeError(`'${form}' does not stand in '${language.text}'`)
  return at
}
