import { expect, test } from 'vitest'
import { growWindow, MOST, PAGE, windowWith } from './window.ts'

test('a window grows at its end and never beyond the most', () => {
  let window = { from: 0, to: PAGE }
  for (let round = 0; round < 10; round++) window = growWindow(window, 'after', 1000)
  expect(window).toEqual({ from: 880 - MOST, to: 880 })
  expect(growWindow(window, 'before', 1000)).toEqual({ from: 880 - MOST - PAGE, to: 880 - PAGE })
  expect(growWindow({ from: 0, to: 30 }, 'after', 30)).toEqual({ from: 0, to: 30 })
})

test.each([
  [{ from: 0, to: 80 }, 5, 1000, { from: 0, to: 80 }],
  [{ from: 0, to: 80 }, 80, 1000, { from: 40, to: 120 }],
  [{ from: 0, to: 80 }, 999, 1000, { from: 959, to: 1000 }],
  [{ from: 0, to: 80 }, -1, 20, { from: 0, to: 20 }],
  [{ from: 400, to: 480 }, -1, 20, { from: 0, to: 20 }],
  [{ from: 0, to: 0 }, -1, 0, { from: 0, to: 0 }],
  [{ from: 0, to: 0 }, -1, 10, { from: 0, to: 10 }],
])('%j with row %i of %i', (window, row, count, expected) => expect(windowWith(window, row, count)).toEqual(expected))
