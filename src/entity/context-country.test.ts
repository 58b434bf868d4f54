import fs from 'node:fs'
import { expect, test } from 'vitest'
import type { NameKind } from '../language/types.ts'
import { document, entityWith } from './fixture.ts'
import { openEntity } from './index.ts'

const read = openEntity({
  bytes: (path) => fs.readFileSync(path),
  text: (path) => fs.readFileSync(path, 'utf8'),
})

const DOT = './PUNCT..'
const left = (subject: number) => `left:leave/VERB.VBD/0/root ${DOT}/${subject + 1}/punct`
/** What the reports are about: Chile, named three times. */
const ABOUT = [
  `Floods/NOUN.NNS/2/nsubj hit:hit/VERB.VBD/0/root Chile/PROPN.NNP/2/obj ${DOT}/2/punct`,
  `The/DET.DT/3/det Chilean/ADJ.JJ/3/amod army/NOUN.NN/4/nsubj ${left(3)}`,
  `Chile/PROPN.NNP/2/nsubj slept:sleep/VERB.VBD/0/root ${DOT}/2/punct`,
]
const NAMES: [string, NameKind][] = [
  ['Chile', 'place'],
  ['Chilean', 'group'],
  ['Chile', 'place'],
]

test.each<[string, string, [string, NameKind][]]>([
  ['Dario Venn', `Dario/PROPN.NNP/3/nsubj Venn/PROPN.NNP/1/flat ${left(2)}`, [['Dario Venn', 'person']]],
  ['The police', `The/DET.DT/2/det police/NOUN.NN/3/nsubj ${left(2)}`, []],
  ['Two farmers', `Two/NUM.CD/2/nummod farmers/NOUN.NNS/3/nsubj ${left(2)}`, []],
])("%s: the report's country", (words, sentence, names) => {
  const input = document([...ABOUT, sentence], [...NAMES, ...names])
  expect(entityWith(read(input), input, words)?.code).toMatchObject({ country: 'CHL', basis: 'context' })
})

test.each<[string, string, [string, NameKind][]]>([
  ['Almeth', `Flights/NOUN.NNS/2/nsubj reached:reach/VERB.VBD/0/root Almeth/PROPN.NNP/2/obj`, [['Almeth', 'place']]],
  ['Foreign tourists', `Foreign/ADJ.JJ/2/amod tourists/NOUN.NNS/3/nsubj ${left(2)}`, []],
  ['The two sides', `The/DET.DT/3/det two/NUM.CD/3/nummod sides/NOUN.NNS/4/nsubj ${left(3)}`, []],
  [
    'The Kenyan and Peruvian ministers',
    `The/DET.DT/5/det Kenyan/ADJ.JJ/5/amod and/CCONJ.CC/4/cc Peruvian/ADJ.JJ/2/conj ministers/NOUN.NNS/6/nsubj ${left(5)}`,
    [
      ['Kenyan', 'group'],
      ['Peruvian', 'group'],
    ],
  ],
])('%s: no country', (words, sentence, names) => {
  const input = document([...ABOUT, sentence], [...NAMES, ...names])
  expect(entityWith(read(input), input, words)?.code?.country).toBeUndefined()
})

test('who has a country of his own keeps it', () => {
  const sentence = `The/DET.DT/3/det Kenyan/ADJ.JJ/3/amod minister/NOUN.NN/4/nsubj ${left(3)}`
  const input = document([...ABOUT, sentence], [...NAMES, ['Kenyan', 'group']])
  const code = entityWith(read(input), input, 'The Kenyan minister')?.code
  expect(code).toEqual({ country: 'KEN', sectors: ['GOV'], basis: 'title' })
})

test('the title and the outlet name a country where the text names none', () => {
  const input = document([`The/DET.DT/2/det police/NOUN.NN/3/nsubj ${left(2)}`])
  const codeWith = (about: { title?: string; outlet?: string }) =>
    entityWith(read({ ...input, ...about }), input, 'The police')?.code
  expect(codeWith({})).toEqual({ sectors: ['COP'], basis: 'title' })
  expect(codeWith({ title: 'Storm in Chile' })).toEqual({ country: 'CHL', sectors: ['COP'], basis: 'context' })
  expect(codeWith({ outlet: 'The Nairobi Post' })).toEqual({ country: 'KEN', sectors: ['COP'], basis: 'context' })
})
