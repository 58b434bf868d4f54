import { expect, test } from 'vitest'
import { decodeReport } from './text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

test.each([
  ['plain', utf8('Rain fell.'), 'Rain fell.'],
  ['CRLF stays', utf8('Rain fell.\r\n\r\nIt stopped.'), 'Rain fell.\r\n\r\nIt stopped.'],
  ['a byte order mark goes', utf8('\uFEFFRain fell.'), 'Rain fell.'],
  ['accents, Arabic, emoji', utf8('Café عربي 🙂'), 'Café عربي 🙂'],
  ['a replacement character that stands in the text', utf8('Rain \uFFFD fell.'), 'Rain \uFFFD fell.'],
  ['tabs, form feeds, escapes', utf8('Rain\t\f\u001b[1mfell.'), 'Rain\t\f\u001b[1mfell.'],
])('%s', (_what, bytes, expected) => {
  expect(decodeReport(bytes, 'rain.txt')).toBe(expected)
})

test.each([
  ['nothing', utf8(''), 'file-empty', /^rain\.txt is empty/],
  ['white space', utf8(' \n\t\r\n'), 'file-empty', /^rain\.txt is empty/],
  ['only a byte order mark', utf8('\uFEFF'), 'file-empty', /empty/],
  ['a NUL', utf8('Rain\0fell.'), 'file-binary', /not text/],
  ['a PDF', utf8('%PDF-1.7 and so on'), 'file-binary', /not text/],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10), 'file-binary', /not text/],
  ['Latin-1', Uint8Array.of(0x43, 10, 0x61, 0x66, 0xe9, 0x20), 'not-utf8', /line 2.*iconv/],
  ['cut off', utf8('Café').slice(0, 4), 'not-utf8', /line 1/],
  ['a surrogate in UTF-8', Uint8Array.of(0x61, 0xed, 0xa0, 0x80), 'not-utf8', /UTF-8/],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x52, 0), 'not-utf8', /UTF-16/],
])('%s is refused', (_what, bytes, code, message) => {
  expect(() => decodeReport(bytes, 'rain.txt')).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  )
})
