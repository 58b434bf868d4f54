import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ANY, align } from './align.ts'
import { wordsOf } from './text-words.ts'

const said = (steps: { kind: string }[]) => steps.map(({ kind }) => kind).join(' ')
const laid = (quote: string, source: string) => align(wordsOf(quote).keys, wordsOf(source).keys)

test.each([
  ['the port will open', 'he said the port will open soon', 'same same same same'],
  ['the port will open', 'the port will not open', 'same same same left-out same'],
  ['the port will never open', 'the port will open', 'same same same put-in same'],
  ['the port may open', 'the port will open', 'same same changed same'],
])('%s | %s', (quote, source, steps) => {
  expect(said(laid(quote, source)?.steps ?? [])).toBe(steps)
})

test('brackets stand for words', () => {
  expect(align(['the', ANY, 'open'], wordsOf('we think the old port will open').keys)).toMatchObject({
    from: 2,
    differences: 0,
  })
})

test('all of a quotation is laid, and every step points into both texts', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 20 }),
      (quote, source) => {
        const found = align(quote, source)
        const steps = found?.steps ?? []
        expect(steps.filter((step) => step.quote >= 0).map((step) => step.quote)).toEqual(quote.map((_, at) => at))
        for (const step of steps) {
          expect(step.source).toBeLessThan(source.length)
          if (step.kind === 'same') expect(quote[step.quote]).toBe(source[step.source])
        }
      },
    ),
  )
})

test.each([
  ['“Don’t,” Venn said: 1,200.', ["don't", 'venn', 'said', '1200']],
  ['organised labour', ['organized', 'labor']],
  ['a 2.5-kilometre, centre', ['a', '2.5', 'kilometer', 'center']],
])('words of %s', (text, keys) => {
  expect(wordsOf(text).keys).toEqual(keys)
})
