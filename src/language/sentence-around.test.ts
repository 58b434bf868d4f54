import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'

const text = 'ALMETH, March 14 — Ilse Marek resigned. “We did 🙂 all,” she said. “It is over.”\n\nReth shot a guard.'
const reader = await sharedReader

test('a row has the sentence, or run of sentences, that its words stand in', () => {
  const { statements, events } = reader.read({ id: 'r', text, published: '2025-03-14' })
  const words = ({ sentence }: { sentence?: { start: number; end: number } }) =>
    sentence && text.slice(sentence.start, sentence.end)
  const said = statements.filter(({ cue }) => cue && text.slice(cue.start, cue.end) === 'said')
  expect(said.length).toBeGreaterThan(0)
  expect(said.map(words)).toEqual(said.map(() => expect.stringMatching(/^“(We did 🙂 all|It is)/)))
  expect(events.map(words)).toContain('Reth shot a guard.')
  expect(events.map(words)).toContain('Ilse Marek resigned.')
})

test('a text without words has no sentence', () => {
  expect(reader.read({ id: 'r', text: ' \n ' }).statements).toEqual([])
})
