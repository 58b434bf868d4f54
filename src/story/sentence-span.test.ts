import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceSpan } from './sentence-span.ts'

const passage = (text: string, words: string) => {
  const start = text.indexOf(words)
  const { start: from, end } = sentenceSpan(text, { start, end: start + words.length })
  return text.slice(from, end)
}

test.each([
  ['It rained. Shells hit Almeth. It rained on.', 'hit', 'Shells hit Almeth.'],
  ['“We fired,” he said. “No one fell.” Then it rained.', 'fell', '“No one fell.”'],
  ['Toll of Almeth rises\n\nFive guards died', 'rises', 'Toll of Almeth rises'],
  ['Col. marek fired 2.5 shells', 'fired', 'Col. marek fired 2.5 shells'],
])('%s: %s', (text, words, found) => {
  expect(passage(text, words)).toBe(found)
})

test('of a long sentence the part around the words, cut between words', () => {
  const text = `${'and so on '.repeat(100)}shelled ${'and so on '.repeat(100)}`
  const found = passage(text, 'shelled')
  expect(found.length).toBeLessThanOrEqual(430)
  expect(found).toMatch(/^(and|so|on) .*shelled.* (and|so|on)$/)
})

test('a passage holds its words, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), fc.nat(900), fc.nat(40), (text, at, length) => {
      const start = Math.min(at, text.length)
      const end = Math.min(text.length, start + length)
      if (text.slice(start, end).trim() !== text.slice(start, end) || end === start) return
      const found = sentenceSpan(text, { start, end })
      expect(found.start).toBeLessThanOrEqual(start)
      expect(found.end).toBeGreaterThanOrEqual(end)
    }),
  )
})
