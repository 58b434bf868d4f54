import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loneSurrogate, wellFormed, wellFormedJson } from './well-formed.ts'

test.each([
  ['Almeth', 'Almeth', -1],
  ['Almeth 😀', 'Almeth 😀', -1],
  ['cut \ud83d… here', 'cut \ufffd… here', 4],
  ['\ude00 first', '\ufffd first', 0],
  ['\ude00\ud83d turned', '\ufffd\ufffd turned', 0],
  ['\ud83d\ud83d\ude00', '\ufffd😀', 0],
])('%j', (text, expected, at) => {
  expect(wellFormed(text)).toBe(expected)
  expect(loneSurrogate(text)).toBe(at)
})

test('as long as before, and UTF-8 gives it back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) }), (text) => {
      const mended = wellFormed(text)
      expect(mended.length).toBe(text.length)
      expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(mended))).toBe(mended)
      expect(loneSurrogate(text) < 0).toBe(mended === text)
    }),
  )
})

test('strings within a value', () => {
  expect(wellFormedJson({ a: ['\ud800', 1, null], '\udfff': { b: '\ud800x' } })).toEqual({
    a: ['\ufffd', 1, null],
    '\ufffd': { b: '\ufffdx' },
  })
})
