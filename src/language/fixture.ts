import { readConllu } from './conllu.ts'
import type { Language } from './types.ts'

/**
 * A small document for tests: sentences of words written 'form:lemma/UPOS.XPOS/head/relation', the lemma left out where it is the form in lower
 * case, XPOS where it does not matter; heads are counted from 1 in the sentence. '¶' before a sentence opens a paragraph.
 */
export function languageOf(sentences: readonly string[]): Language {
  return readConllu(sentences.map(toConllu).join('\n\n'))[0].language
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
