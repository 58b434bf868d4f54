import { expect, test } from 'vitest'
import { type BodyWords, bodyFits, bodyWords, isMisspelling, personFits } from './name-fits.ts'

const split = (name: string) => name.split(' ')
const words: BodyWords = {
  endings: new Set(['motor', 'company', 'party']),
  companies: new Set(['inc']),
  isNoun: (word) => ['assembly', 'ministry', 'court', 'national'].includes(word),
  isNation: (word) => word === 'kestrian',
}

test.each([
  ['dario venn', 'venn', true],
  ['dario venn', 'd. venn', true],
  ['dario venn reth', 'dario venn', true],
  ['dario venn', 'jonas venn', false],
  ['jonas venn reth', 'dario reth', false],
])('person: %s, %s: %s', (a, b, fits) => expect(personFits(split(a), split(b))).toBe(fits))

test.each([
  ['orvane motor company', 'orvane', true],
  ['orvane glass inc', 'orvane', true],
  ['national glass inc', 'national', false],
  ['orvane glass', 'orvane', false],
  ['national assembly', 'assembly', true],
  ['kestrian greens', 'greens', true],
  ['almeth greens', 'greens', false],
  ['almeth port local court', 'almeth port court', true],
  ['democratic new party', 'democratic party', false],
])('body: %s, %s: %s', (a, b, fits) => expect(bodyFits(split(a), split(b), words)).toBe(fits))

test('a ministry of something is one by that name', () => {
  expect(bodyWords(split('ministry of the interior'), words.isNoun).join(' ')).toBe('interior ministry')
  expect(bodyWords(split('sons of kestria'), words.isNoun).join(' ')).toBe('sons of kestria')
})

test.each([
  ['hamrova', 'harmova', true],
  ['hamrova', 'hamrovna', true],
  ['hamrova', 'hamrovo', false],
  ['hamrova', 'kamrova', false],
  ['marek', 'merek', false],
])('a slip in spelling: %s, %s: %s', (a, b, is) => expect(isMisspelling(a, b)).toBe(is))
