import { expect, test } from 'vitest'
import { printable } from './printable.ts'

test.each([
  ['there is no file no\x1b[31m', 'there is no file no\\x1b[31m'],
  ['a\x9bb\x07\x7f\0', 'a\\x9bb\\x07\\x7f\\x00'],
  ['turned \u202e round', 'turned \\u202e round'],
  ['two\nlines\tand Ürümqi 日本 😀', 'two\nlines\tand Ürümqi 日本 😀'],
])('%j', (message, expected) => {
  expect(printable(message)).toBe(expected)
})
