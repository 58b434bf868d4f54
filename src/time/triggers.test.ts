import { expect, test } from 'vitest'
import { resources } from './fixture.ts'
import { openLexicon } from './lexicon.ts'
import { isTrigger } from './triggers.ts'

const { triggers, entries } = openLexicon(resources)
const at = (word: string) => isTrigger(triggers, `x ${word} 5`, 2, 2 + word.length)

test.each([
  'Friday',
  'FRIDAY',
  'friday',
  'Fridays',
  'Oct.',
  'October',
  'today',
  'weeks',
  'noon',
  "'98",
  '’98',
  "'90s",
  '1998',
  '1998-99',
  '90s',
  '10am',
  '17:00',
  'mid-1996',
  'mid-November',
  'post-1959',
  'future',
  'Easter',
  'Q3',
])('%s may be a time', (word) => {
  expect(at(word)).toBe(true)
})

test.each(["'s", '’s', "'", 'the', 'The', 'of', 'government', 'minister', '5', '23', 'well-known', 'Octopus', 'said.'])(
  '%s is none',
  (word) => {
    expect(at(word)).toBe(false)
  },
)

test('every word of the codebook at which a rule is asked is known, in capitals too', () => {
  for (const [form, { triggers: kinds }] of entries) {
    if (kinds.length === 0) continue
    expect([form, at(form), at(form.toUpperCase())]).toEqual([form, true, true])
  }
})
