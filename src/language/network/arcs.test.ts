import { expect, test } from 'vitest'
import { betweenBucket, DISTANCES, distanceBucket, ROOT_DISTANCE } from './arcs.ts'

test.each([
  [1, 12],
  [-1, 10],
  [4, 15],
  [5, 16],
  [6, 16],
  [60, 21],
  [-60, 1],
])('distance %i', (distance, bucket) => {
  expect(distanceBucket(distance)).toBe(bucket)
  expect(bucket).toBeLessThan(Math.min(DISTANCES, ROOT_DISTANCE))
})

test('verbs and commas between two words are counted, their own left out', () => {
  // words:               0  verb  ,  3  verb  5
  const verbs = Int32Array.from([0, 0, 1, 1, 1, 2, 2])
  const commas = Int32Array.from([0, 0, 0, 1, 1, 1, 1])
  expect(betweenBucket(verbs, commas, 0, 1), 'next to each other, to the right').toBe(9)
  expect(betweenBucket(verbs, commas, 1, 0), 'next to each other, to the left').toBe(0)
  expect(betweenBucket(verbs, commas, 0, 3), 'a verb and a comma').toBe(9 + 3 + 1)
  expect(betweenBucket(verbs, commas, 5, 0), 'two verbs and a comma, to the left').toBe(6 + 1)
})
