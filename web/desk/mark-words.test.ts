import { expect, test } from 'vitest'
import { markWords } from './mark-words.ts'

test.each([
  ['The port reopened; ports did not.', 'port', 'The [port] reopened; ports did not.'],
  ['The port reopened; Ports did not.', 'port*', 'The [port] reopened; [Ports] did not.'],
  ['A cease-fire held, no cease fire did', '"cease fire"', 'A [cease-fire] held, no [cease fire] did'],
  ['Venn spoke of the flood', 'venn -flood', '[Venn] spoke of the flood'],
  ['(a+b) is no pattern', '(a+b', '([a+b]) is no pattern'],
  ['nothing', '', 'nothing'],
  ['nothing', '- "" *', 'nothing'],
])('%s with %s', (text, typed, marked) => {
  const pieces = markWords(text, typed)
  expect(pieces.map(({ text, found }) => (found ? `[${text}]` : text)).join('')).toBe(marked)
})
