import { expect, test } from 'vitest'
import { digitsAsZero, HASHED, HASHED_ROWS, hashedFeatures, lookupForm, shape } from './features.ts'

test.each([
  ['Almeth', 'Xxx'],
  ['KNF', 'XX'],
  ['1,200', 'd,dd'],
  ['2024-10-03', 'dd-dd-dd'],
  ['Çelik', 'Xxx'],
  ['president’s', "xx'x"],
  ['—', '-'],
])('shape of %s', (form, expected) => {
  expect(shape(form)).toBe(expected)
})

test.each([
  ['“', '"'],
  ['’s', "'s"],
  ['port', 'port'],
  ['constructor', 'constructor'],
])('%s is looked up as %s', (lower, expected) => {
  expect(lookupForm(lower)).toBe(expected)
})

test.each([
  ['1987', '0000'],
  ['f-16', 'f-00'],
  ['port', 'port'],
])('digits of %s', (form, expected) => {
  expect(digitsAsZero(form)).toBe(expected)
})

test('features are rows of the hashed table, the same every time', () => {
  const once = new Int32Array(HASHED)
  const twice = new Int32Array(HASHED)
  for (const form of ['a', 'Marek', '😀', 'e\u0301', '']) {
    hashedFeatures(form, form.toLowerCase(), once, 0)
    hashedFeatures(form, form.toLowerCase(), twice, 0)
    expect([...once]).toEqual([...twice])
    for (const row of once) expect(row >= 0 && row < HASHED_ROWS, form).toBe(true)
  }
})
