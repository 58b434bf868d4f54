import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { document } from '../entity/fixture.ts'
import { openTowns } from './mend-towns.ts'

const text = (path: string) => readFileSync(path, 'utf8')
const mend = openTowns({ bytes: (path) => readFileSync(path), text })

/** The head and relation of a word after mending. */
function hung(sentence: string, word: string): string {
  const { language } = document([sentence])
  const mended = mend(language)
  const at = language.form.indexOf(word)
  return `${mended.form[mended.head[at]]} ${mended.relation[at]}`
}

test.each([
  [
    'Police/NOUN/6/nsubj in/ADP/3/case Varn/PROPN/1/nmod ,/PUNCT/1/punct Texas/PROPN/6/nsubj arrested/VERB/0/root men/NOUN/6/obj',
    'Texas',
    'Varn nmod',
  ],
  [
    'Troops/NOUN/2/nsubj entered/VERB/0/root Almeth/PROPN/2/obj ,/PUNCT/5/punct Nigeria/PROPN/3/conj ./PUNCT/2/punct',
    'Nigeria',
    'Almeth nmod',
  ],
])('a state behind its town: %s', (sentence, word, expected) => expect(hung(sentence, word)).toBe(expected))

test.each([
  // what speaks
  [
    'In/ADP/2/case Almeth/PROPN/5/obl ,/PUNCT/5/punct Kenya/PROPN/5/nsubj denied/VERB/0/root it/PRON/5/obj',
    'Kenya',
    'denied nsubj',
  ],
  // a list
  [
    'They/PRON/2/nsubj visited/VERB/0/root Almeth/PROPN/2/obj ,/PUNCT/5/punct Kenya/PROPN/3/conj and/CCONJ/7/cc Ghana/PROPN/3/conj',
    'Kenya',
    'Almeth conj',
  ],
])('left alone: %s', (sentence, word, expected) => expect(hung(sentence, word)).toBe(expected))
