import { expect, test } from 'vitest'
import { trim } from './find.ts'
import { viewOf, wordAt } from './fixture.ts'

const view = viewOf([
  'Marek/Marek/PROPN/9/nsubj (/(/PUNCT/3/punct Post/Post/PROPN/1/appos )/)/PUNCT/3/punct ,/,/PUNCT/6/punct head/head/NOUN/1/appos [/[/PUNCT/8/punct acting/act/VERB/6/amod said/say/VERB/0/root )/)/PUNCT/9/punct ././PUNCT/9/punct',
])
const at = (form: string, nth = 0) => wordAt(view, form, nth)

test.each([
  ['a comma at the end', at('Marek'), at('head'), at('Marek'), at(',')],
  ['a bracket cut in two takes its other half', at('Marek'), at(')'), at('Marek'), at(')') + 1],
  ['a whole bracket stays', at('Marek'), at(')') + 1, at('Marek'), at(')') + 1],
  ['a bracket that closes nothing goes', at('acting'), at(')', 1) + 1, at('acting'), at('said') + 1],
  ['a bracket at the beginning goes', at('('), at('Post') + 1, at('Post'), at('Post') + 1],
])('%s', (_, from, to, first, end) => {
  expect(trim(view, { from, to })).toEqual([{ from: first, to: end }])
})

test('punctuation alone is nothing', () => {
  expect(trim(view, { from: at(','), to: at('head') })).toEqual([])
})
