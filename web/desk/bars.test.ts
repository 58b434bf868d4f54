import { expect, test } from 'vitest'
import { layOutBars } from './bars.ts'

const data = {
  spans: ['2025-03-11', '2025-03-12', '2025-03-15'],
  series: [
    { value: 'happened', counts: [3, 1, 1] },
    { value: 'denied', counts: [1, 0, 0] },
  ],
}
const at = { unit: 'day', width: 500, height: 100 } as const

test('parts stand on each other and fill their column', () => {
  const { columns, ticks } = layOutBars(data, at)
  expect(columns.map(({ total }) => total)).toEqual([4, 1, 1])
  const [first, second] = columns
  expect(first.parts.map(({ value, height }) => [value, Math.round(height)])).toEqual([
    ['happened', 75],
    ['denied', 25],
  ])
  expect(first.parts[1].y + first.parts[1].height).toBeCloseTo(first.parts[0].y)
  expect(second.parts).toHaveLength(1)
  expect(ticks[0]).toMatchObject({ value: 0, y: 100 })
})

test('empty time has its width: two days without any lie between the columns', () => {
  const [a, b, c] = layOutBars(data, at).columns.map(({ x }) => x)
  expect(b - a).toBeCloseTo(100)
  expect(c - b).toBeCloseTo(300)
})

test('months and years are as wide as they are long', () => {
  const months = { spans: ['2025-01-01', '2025-02-01'], series: [{ value: 'a', counts: [1, 1] }] }
  const [january, february] = layOutBars(months, { ...at, unit: 'month', width: 590 }).columns
  expect(january.width - february.width).toBeCloseTo(30)
})

test('what is told coarsely lies over its span, cut where the picture ends, and never on another', () => {
  const coarse = [
    { from: '2025-01-01', to: '2026-01-01', counts: [2, 1] },
    { from: '2025-03-01', to: '2025-04-01', counts: [1, 0] },
    { from: '2025-03-10', to: '2025-03-13', counts: [1, 0] },
    { from: '1991-01-01', to: '1992-01-01', counts: [5, 0] },
  ]
  const laid = layOutBars({ ...data, coarse }, at)
  expect(laid.coarse.map(({ x, width, lane, count }) => [x, width, lane, count])).toEqual([
    [0, 500, 0, 3],
    [0, 500, 1, 1],
    [0, 200, 2, 1],
  ])
  expect(laid.coarse.map(({ label }) => label?.text)).toEqual(['2025: 3', '2025-03: 1', '2025-03-10 to 2025-03-13: 1'])
  expect([laid.before, laid.after]).toEqual([5, 0])
})

test('one far day does not thin the others away, and is told of, unless the whole is asked for', () => {
  const spans = ['1841-03-01', ...Array.from({ length: 20 }, (_, i) => `2025-03-${11 + i}`)]
  const far = { spans, series: [{ value: 'a', counts: spans.map(() => 1) }] }
  const near = layOutBars(far, at)
  expect(near.columns[0].span >= '2025-03-11').toBe(true)
  // every row is drawn, or told of as left out
  expect(near.before + near.columns.length + near.after).toBe(21)
  const whole = layOutBars(far, { ...at, whole: true })
  expect([whole.columns.length, whole.before]).toEqual([21, 0])
})

test('shares fill every column', () => {
  for (const { parts } of layOutBars(data, { ...at, share: true }).columns)
    expect(parts.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(100)
})

test('nothing to draw', () => {
  expect(layOutBars({ spans: [], series: [] }, at).columns).toEqual([])
})

test('labels leave each other room', () => {
  const spans = Array.from({ length: 90 }, (_, i) => new Date(Date.UTC(2025, 0, 1 + i)).toISOString().slice(0, 10))
  const { labels } = layOutBars({ spans, series: [{ value: 'a', counts: spans.map(() => 1) }] }, { ...at, width: 840 })
  expect(labels.length).toBeGreaterThan(2)
  for (let i = 1; i < labels.length; i++) expect(labels[i].x - labels[i - 1].x).toBeGreaterThan(48)
})
