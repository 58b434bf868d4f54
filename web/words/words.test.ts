import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { statuses } from '../../src/record/schema.ts'
import { parseTable } from '../../src/resources.ts'
import { actInWords, actWords } from './acts.ts'
import { contextWords, modesOf, modeWords, statusWords, typeInWords, typeWords } from './events.ts'
import { isolated } from './isolated.ts'
import { meaningOf } from './values.ts'

const table = (path: string) => parseTable(readFileSync(new URL(`../../codebook/${path}`, import.meta.url), 'utf8'))

test('every act, type, mode and status of the codebook has its words, and nothing else has', () => {
  expect(Object.keys(actWords).sort()).toEqual(
    table('statement/acts.txt')
      .map(([act]) => act)
      .sort(),
  )
  expect(Object.keys(typeWords).sort()).toEqual(
    table('event/types.tsv')
      .map(([type]) => type)
      .sort(),
  )
  const modes = new Set(table('event/modes.tsv').map(([, mode]) => mode))
  expect(Object.keys(modeWords).sort()).toEqual([...modes].sort())
  for (const [type, own] of Object.entries(modesOf))
    expect(own, type).toEqual(
      table('event/modes.tsv')
        .filter(([of]) => of === type)
        .map(([, mode]) => mode),
    )
  expect(Object.keys(modesOf)).toEqual([...new Set(table('event/modes.tsv').map(([type]) => type))])
  expect(Object.keys(contextWords)).toEqual(table('event/contexts.tsv').map(([context]) => context))
  expect(Object.keys(statusWords).sort()).toEqual([...statuses].sort())
})

test.each([
  ['type', 'ASSAULT', 'use of force'],
  ['type', 'REQUEST', undefined],
  ['mode', 'arrest', undefined],
  ['mode', 'aerial', 'from the air'],
  ['word', 'report', 'the report itself'],
  ['word', 'Ilse Marek', undefined],
  ['outlet', 'constructor', undefined],
  ['type', 'constructor', undefined],
])('%s %s means %s', (field, value, meaning) => {
  expect(meaningOf(field, value)).toBe(meaning)
})

test.each([
  ['Ilse Marek', 'Ilse Marek'],
  ['Jonas\u202e Reth', '\u2068Jonas\u202e Reth\u2069'],
  ['\u05d9\u05d5\u05e0\u05d4', '\u2068\u05d9\u05d5\u05e0\u05d4\u2069'],
])('%j stands in a sentence as %j', (name, expected) => {
  expect(isolated(name)).toBe(expected)
})

test('what is not in the codebook is shown as it stands', () => {
  expect(actInWords('deny')).toBe('denied')
  expect(actInWords('state', true)).toBe('did not say')
  expect(actInWords('sing')).toBe('sing')
  expect(typeInWords('ASSAULT', 'heavy-weapons')).toBe('use of force: heavy weapons')
  expect(typeInWords('DANCE', 'slow')).toBe('dance: slow')
})
