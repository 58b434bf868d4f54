import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offsetsOf } from './offsets.ts'

const encoder = new TextEncoder()

test.each<[string, string, number, number]>([
  ['plain', 'Venn said', 5, 5],
  ['emoji', '🙂 said 🙂', 5, 4],
  ['astral letters', '𝐕enn said', 3, 2],
  ['a combining accent', 'Marek\u0301 said', 7, 7],
  ['a precomposed accent', 'Téssaly said', 8, 8],
  ['CRLF', 'a\r\n\r\n🙂b', 7, 6],
  ['a flag of two', '🇰🇪 said', 5, 3],
  ['a family joined', '👩\u200d👦 said', 6, 4],
  ['the end', '🙂', 2, 1],
])('code points: %s', (_what, text, utf16, points) => {
  const offsets = offsetsOf(text, 'code-points')
  expect(offsets.to(utf16)).toBe(points)
  expect(offsets.from(points)).toBe(utf16)
  expect([...text.slice(0, utf16)].length).toBe(points)
})

test.each<[string, string]>([
  ['plain', 'Venn said'],
  ['two bytes', 'Téssaly'],
  ['three bytes', '“Almeth” — said'],
  ['four bytes', '🙂 𝐕enn'],
  ['a combining accent and CRLF', 'Marek\u0301\r\nsaid'],
])('bytes: %s', (_what, text) => {
  const offsets = offsetsOf(text, 'bytes')
  for (let at = 0; at <= text.length; at++) {
    if (/[\ud800-\udbff]$/.test(text.slice(0, at))) continue
    const bytes = encoder.encode(text.slice(0, at)).length
    expect(offsets.to(at), `${at}`).toBe(bytes)
    expect(offsets.from(bytes), `${at}`).toBe(at)
  }
})

test('UTF-16 stays as it is', () => {
  expect(offsetsOf('🙂a', 'utf-16').to(2)).toBe(2)
})

test('a place between the halves of a character is the place before it', () => {
  expect(offsetsOf('a🙂b', 'code-points').to(2)).toBe(1)
  expect(offsetsOf('a🙂b', 'bytes').from(3)).toBe(1)
  expect(offsetsOf('🙂b', 'bytes').from(3)).toBe(0)
})

test('half a pair standing alone is one code point, and three bytes', () => {
  const text = 'a\ud83d b'
  expect(offsetsOf(text, 'code-points').to(3)).toBe(3)
  expect(offsetsOf(text, 'bytes').to(2)).toBe(encoder.encode(text.slice(0, 2)).length)
})

test('offsets outside the text are refused', () => {
  for (const bad of [-1, 3, 0.5, Number.NaN]) expect(() => offsetsOf('ab', 'bytes').to(bad)).toThrow(RangeError)
  expect(() => offsetsOf('🙂', 'code-points').from(2)).toThrow(RangeError)
})

test('any text goes there and back', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('code-points' as const, 'bytes' as const),
      (text, unit) => {
        const offsets = offsetsOf(text, unit)
        let at = 0
        for (const character of text) {
          expect(offsets.from(offsets.to(at))).toBe(at)
          at += character.length
        }
        expect(offsets.to(text.length)).toBe(unit === 'bytes' ? encoder.encode(text).length : [...text].length)
      },
    ),
  )
})

test('time grows with the text, not with its square', () => {
  const text = '🙂 said Venn. '.repeat(200_000)
  const began = performance.now()
  const offsets = offsetsOf(text, 'code-points')
  for (let at = 0; at < text.length; at += 7) offsets.to(at)
  expect(performance.now() - began).toBeLessThan(5000)
})
