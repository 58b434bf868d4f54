import { expect, test } from 'vitest'
import { decodeMarkup } from './encoding.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const latin1 = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['UTF-8', utf8('<p>Café 🙂'), '', '<p>Café 🙂', []],
  ['a byte order mark', utf8('\uFEFF<meta charset=latin1>Café'), '', '<meta charset=latin1>Café', []],
  ['UTF-16 by its mark', Buffer.from('\uFEFF<p>Café', 'utf16le'), '', '<p>Café', []],
  ['what HTTP says', latin1('<p>Café'), 'text/html; charset=ISO-8859-1', '<p>Café', []],
  [
    'what the page says',
    latin1('<meta charset="windows-1252">Caf\xe9 \x93so\x94'),
    '',
    '<meta charset="windows-1252">Café “so”',
    [],
  ],
  [
    'what the declaration says',
    latin1('<?xml version="1.0" encoding="iso-8859-2"?>\xb1'),
    '',
    '<?xml version="1.0" encoding="iso-8859-2"?>ą',
    [],
  ],
  ['nothing, and not UTF-8', latin1('<p>Café'), '', '<p>Café', ['encoding-guessed']],
  [
    'UTF-8 that says Latin-1',
    utf8('<meta charset=iso-8859-1>Café'),
    '',
    '<meta charset=iso-8859-1>Café',
    ['encoding-false'],
  ],
  ['Latin-1 that says UTF-8', latin1('<p>Café'), 'text/html; charset=utf-8', '<p>Café', ['encoding-false']],
  ['ASCII, whatever it says', utf8('<meta charset=shift_jis>Cafe'), '', '<meta charset=shift_jis>Cafe', []],
  ['an encoding that there is not', utf8('<meta charset=klingon>Café'), '', '<meta charset=klingon>Café', []],
  [
    'UTF-8 cut off within a character',
    utf8('<p>Café é').subarray(0, -1),
    'text/html; charset=utf-8',
    '<p>Café \uFFFD',
    ['encoding-false'],
  ],
])('%s', (_, bytes, contentType, text, notes) => {
  const decoded = decodeMarkup(bytes, contentType)
  expect(decoded.text).toBe(text)
  expect(decoded.notes.map(({ code }) => code)).toEqual(notes)
})
