import { expect, test } from 'vitest'
import { readConllu } from '../language/conllu.ts'
import { buildTree } from '../language/tree.ts'
import { resources } from './fixture.ts'
import { openTime, openWhen } from './index.ts'

const time = openTime(resources)

/** A sentence of 'form/UPOS.XPOS/head/relation'. */
const sentence = (words: string) =>
  words
    .split(' ')
    .map((word, i) => {
      const [form, tags, head, relation] = word.split('/')
      const [upos, xpos] = tags.split('.')
      return [i + 1, form, form.toLowerCase(), upos, xpos ?? '_', '_', head, relation, '_', '_'].join('\t')
    })
    .join('\n')

const WORDS = {
  // Officials said Monday that rebels shelled the town on Sunday .
  reported:
    'Officials/NOUN.NNS/2/nsubj said/VERB.VBD/0/root Monday/PROPN.NNP/2/obl:tmod that/SCONJ.IN/6/mark rebels/NOUN.NNS/6/nsubj shelled/VERB.VBD/2/ccomp the/DET.DT/8/det town/NOUN.NN/6/obj on/ADP.IN/10/case Sunday/PROPN.NNP/6/obl ././2/punct',
  // The 1967 borders were discussed on Monday .
  borders:
    'The/DET.DT/3/det 1967/NUM.CD/3/nummod borders/NOUN.NNS/5/nsubj:pass were/AUX.VBD/5/aux:pass discussed/VERB.VBN/0/root on/ADP.IN/7/case Monday/PROPN.NNP/5/obl ././5/punct',
  // The killing of Venn in July angered Kestria .
  killing:
    'The/DET.DT/2/det killing/NOUN.NN/7/nsubj of/ADP.IN/4/case Venn/PROPN.NNP/2/nmod in/ADP.IN/6/case July/PROPN.NNP/2/nmod angered/VERB.VBD/0/root Kestria/PROPN.NNP/7/obj ././7/punct',
  // Troops withdrew .
  bare: 'Troops/NOUN.NNS/2/nsubj withdrew/VERB.VBD/0/root ././2/punct',
  // Talks lasted two weeks .
  length: 'Talks/NOUN.NNS/2/nsubj lasted/VERB.VBD/0/root two/NUM.CD/4/nummod weeks/NOUN.NNS/2/obl:tmod ././2/punct',
}

const rows: [keys: (keyof typeof WORDS)[], word: string, value: string | undefined, basis?: string][] = [
  [['reported'], 'shelled', '2024-09-29', 'own-clause'],
  [['reported'], 'said', '2024-09-30', 'own-clause'],
  [['reported'], 'rebels', '2024-09-29', 'own-clause'],
  [['borders'], 'discussed', '2024-09-30', 'own-clause'],
  [['borders'], 'borders', '1967', 'own-clause'],
  [['killing'], 'killing', '2024-07', 'own-clause'],
  [['killing', 'bare'], 'withdrew', '2024-07', 'sentence-before'],
  [['reported', 'bare', 'bare'], 'shelled', '2024-09-29', 'own-clause'],
  [['bare'], 'withdrew', undefined],
  [['length'], 'lasted', undefined],
]

test.each(rows)('%j: %s', (keys, word, value, basis) => {
  const [{ language }] = readConllu(keys.map((key) => sentence(WORDS[key])).join('\n\n'))
  const tree = buildTree(language)
  const times = time({ language, tree, published: '2024-10-03' })
  const when = openWhen(language, times)(language.form.indexOf(word))
  const found = times.times.find(({ id }) => id === when?.time)
  expect({ value: found?.value, basis: when?.basis }).toEqual({ value, basis })
})

test('a clause above answers where the own clause has no time', () => {
  // Rebels who shelled Almeth fled on Sunday .
  const [{ language }] = readConllu(
    sentence(
      'Rebels/NOUN.NNS/5/nsubj who/PRON.WP/3/nsubj shelled/VERB.VBD/1/acl:relcl Almeth/PROPN.NNP/3/obj fled/VERB.VBD/0/root on/ADP.IN/7/case Sunday/PROPN.NNP/5/obl ././5/punct',
    ),
  )
  const tree = buildTree(language)
  const when = openWhen(language, time({ language, tree, published: '2024-10-03' }))
  expect(when(2)?.basis).toBe('main-clause')
  expect(when(-1)).toBeUndefined()
  expect(when(99)).toBeUndefined()
})
