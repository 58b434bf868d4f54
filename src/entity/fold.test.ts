import { expect, test } from 'vitest'
import { fold, splitPhrase } from './fold.ts'
import { singular } from './pieces.ts'

test.each([
  ['Türkiye', 'turkiye'],
  ['N’Djamena', "n'djamena"],
  ['Łódź', 'lodz'],
  ['UN', 'un'],
])('folds %s', (word, expected) => {
  expect(fold(word), word).toBe(expected)
})

test.each([
  ["Somalia's prime minister", ['Somalia', "'s", 'prime', 'minister']],
  ['Dario Venn, who left', ['Dario', 'Venn', ',', 'who', 'left']],
  ['the Almeth Port Authority (APA)', ['the', 'Almeth', 'Port', 'Authority', 'APA', ')']],
  ["rebels' camp", ['rebels', "'", 'camp']],
  ['', []],
])('splits %j', (phrase, expected) => {
  expect(splitPhrase(phrase), phrase).toEqual(expected)
})

test.each([
  ['ministries', 'ministry'],
  ['gunmen', 'gunman'],
  ['policewomen', 'policewoman'],
  ['churches', 'church'],
  ['forces', 'force'],
  ['police', 'police'],
  ['press', 'press'],
  ['bus', 'bus'],
])('singular of %s', (word, expected) => {
  expect(singular(word), word).toBe(expected)
})
