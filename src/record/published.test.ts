import { expect, test } from 'vitest'
import { isPublished } from './published.ts'

test.each([
  ['2024-10-03', true],
  ['2024-02-29', true],
  ['2000-02-29', true],
  ['2024-10-03T09:30', true],
  ['2024-10-03T09:30:15Z', true],
  ['2024-10-03T09:30:15+03:30', true],
  ['2023-02-29', false],
  ['1900-02-29', false],
  ['2024-13-01', false],
  ['2024-04-31', false],
  ['2024-10-03T24:30', false],
  ['2024-1-3', false],
  ['3 October 2024', false],
  ['2024-10-03 ', false],
  ['', false],
  ['2024-10-03T09:00:00+99:99', false],
  ['2024-10-03T09:00:00+14:00', true],
  ['2024-10-03T09:00:00-05:60', false],
  ['2024-10-03T23:59:60Z', false],
  ['0000-01-01', false],
  ['0001-01-01T00:00:00Z', false],
])('isPublished(%j) is %j', (value, expected) => {
  expect(isPublished(value)).toBe(expected)
})
