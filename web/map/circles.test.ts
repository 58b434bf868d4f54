import { expect, test } from 'vitest'
import type { PlaceCount } from '../../src/desk/places.ts'
import { circleInWords, layOutCircles } from './circles.ts'
import { projectMap } from './project.ts'
import { regionNames } from './regions.ts'

const place = (name: string, count: number, lon?: number, lat?: number): PlaceCount => ({
  name,
  count,
  ...(lon === undefined ? {} : { lon, lat, position: 'place' as const, country: 'XYZ' }),
  parts: [count - 1, 1],
  words: [{ value: 'report', count }],
})

const places = [
  place('Almeth', 4, 10, 10),
  place('Port Almeth', 12, 10, 10),
  place('Tessaly', 4, 100, -20),
  place('Kestria', 9),
]

test('places at one point share a circle whose area is the count', () => {
  const circles = layOutCircles(places, projectMap('world'))
  expect(circles.map(({ count, places }) => [count, places.map(({ name }) => name)])).toEqual([
    [16, ['Almeth', 'Port Almeth']],
    [4, ['Tessaly']],
  ])
  const [large, small] = circles
  expect((large.radius / small.radius) ** 2).toBeCloseTo(4)
})

test('slices are the parts, added up; a part of none has no slice', () => {
  const [large] = layOutCircles(places, projectMap('world'))
  expect(large.slices.map(({ index, count }) => [index, count])).toEqual([
    [0, 14],
    [1, 2],
  ])
  const [one] = layOutCircles([place('Almeth', 1, 0, 0)], projectMap('world'))
  expect(one.slices.map(({ index }) => index)).toEqual([1])
})

test('what lies outside the part of the world that is shown is left out', () => {
  expect(layOutCircles(places, projectMap('Europe'))).toEqual([])
  expect(layOutCircles(places, projectMap('Africa')).map(({ places: [{ name }] }) => name)).toEqual(['Almeth'])
})

test.each([
  [
    [-170, 20],
    [170, -40],
  ],
  [
    [0, 85],
    [0, -85],
  ],
])('west is left of east, north above south: %j %j', (first, second) => {
  const { projection, width, height } = projectMap('world')
  const [a, b] = [first, second].map((point) => projection(point as [number, number])!)
  if (first[0] !== second[0]) expect(a[0]).toBeLessThan(b[0])
  expect(a[1]).toBeLessThan(b[1])
  for (const [x, y] of [a, b]) expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
})

test('each part of the world fills the width and is not higher than it is wide', () => {
  for (const region of regionNames) {
    const { width, height } = projectMap(region)
    expect([region, width]).toEqual([region, 960])
    expect(height).toBeGreaterThan(300)
    expect(height).toBeLessThanOrEqual(800)
  }
})

test('a circle in words', () => {
  const [one] = layOutCircles([{ ...place('Tessaly', 1, 0, 0), position: 'country' }], projectMap('world'))
  expect(circleInWords(one)).toBe('Tessaly (XYZ), drawn at its country: 1 event, on the word of the report itself 1')
})
