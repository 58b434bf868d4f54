import { expect, test } from 'vitest'
import { nextStop } from './use-roving.ts'

test.each([
  ['ArrowRight', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowLeft', 2, 3, 1],
  ['ArrowUp', 0, 3, 0],
  ['Home', 2, 3, 0],
  ['End', 0, 3, 2],
  ['Enter', 0, 3, undefined],
  ['ArrowRight', 0, 0, undefined],
])('%s at %i of %i leads to %s', (key, at, count, expected) => {
  expect(nextStop(key, at, count)).toBe(expected)
})
