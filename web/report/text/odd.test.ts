import { expect, test } from 'vitest'
import { oddPieces, onOneLine } from './odd.ts'

test.each([
  ['', []],
  ['plain\ttext', [{ text: 'plain\ttext', start: 0 }]],
  [
    'a\u202eb\u2066\u0000',
    [
      { text: 'a', start: 0 },
      { odd: 'U+202E', start: 1 },
      { text: 'b', start: 2 },
      { odd: 'U+2066', start: 3 },
      { odd: 'U+0000', start: 4 },
    ],
  ],
])('%j', (text, expected) => expect(oddPieces(text)).toEqual(expected))

test('words of other scripts and emoji stay as they are', () => {
  for (const text of ['سلام', 'שלום', '👩‍👩‍👧', 'naïve', '<script>alert(1)</script>'])
    expect(onOneLine(text)).toBe(text)
  expect(onOneLine('gpj\u202e.exe')).toBe('gpj\ufffd.exe')
})
