import { expect, test } from 'vitest'
import { pageOf, wordsAround } from './quotes.ts'

test.each([
  ['abcdef', 0, 3, 'abc'],
  ['abcdef', 4, 9, 'ef'],
  ['a😀b', 0, 2, 'a'],
  ['a😀b', 1, 2, '😀'],
  ['a😀b', 2, 2, '😀b'],
  ['a\ude00b', 1, 2, '\ude00b'],
  ['', 0, 5, ''],
])('a page of %j from %i, %i long: %j', (text, start, length, page) => {
  const found = pageOf(text, start, length)
  expect(found.text).toBe(page)
  expect(text.slice(found.start, found.end)).toBe(page)
})

test('pages of two code units or more always go on', () => {
  const text = '😀'.repeat(50)
  let whole = ''
  for (let at = 0; at < text.length; ) {
    const page = pageOf(text, at, 3)
    expect(page.end).toBeGreaterThan(at)
    whole += page.text
    at = page.end
  }
  expect(whole).toBe(text)
})

test.each([
  ['One.\nTwo here.\nThree.', { start: 9, end: 13 }, 'Two here.'],
  ['here', { start: 0, end: 4 }, 'here'],
  [
    `${'😀'.repeat(200)} here ${'😀'.repeat(200)}`,
    { start: 401, end: 405 },
    `${'😀'.repeat(150)} here ${'😀'.repeat(149)}`,
  ],
])('the passage around it: %#', (text, span, passage) => {
  const found = wordsAround(text, span)
  expect(found.text).toBe(passage)
  expect(text.slice(found.start, found.end)).toBe(passage)
})
