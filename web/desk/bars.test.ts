import { expect, test } from 'vitest'
import { layOutBars } from './bars.ts'

const data = {
  spans: ['2025-03-11', '2025-03-12'],
  series: [
    { value: 'happened', counts: [3, 1] },
    { value: 'denied', counts: [1, 0] },
  ],
}

test('parts stand on each other and fill their column', () => {
  const { columns, ticks } = layOutBars(data, 200, 100)
  expect(columns.map(({ total }) => total)).toEqual([4, 1])
  const [first, second] = columns
  expect(first.parts.map(({ value, height }) => [value, Math.round(height)])).toEqual([
    ['happened', 75],
    ['denied', 25],
  ])
  expect(first.parts[1].y + first.parts[1].height).toBeCloseTo(first.parts[0].y)
  expect(second.parts).toHaveLength(1)
  expect(ticks[0]).toMatchObject({ value: 0, y: 100 })
})

test('shares fill every column', () => {
  for (const { parts } of layOutBars(data, 200, 100, true).columns)
    expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(100)
})

test('nothing to draw', () => {
  expect(layOutBars({ spans: [], series: [] }, 200, 100).columns).toEqual([])
})

test('labels leave each other room', () => {
  const spans = Array.from({ length: 100 }, (_, i) => String(i))
  const { labels } = layOutBars({ spans, series: [{ value: 'a', counts: spans.map(() => 1) }] }, 840, 100)
  expect(labels.length).toBeLessThanOrEqual(10)
})
