import { expect, test } from 'vitest'
import { Tally } from './coreference-scores.ts'

test('the same clusters score 1', () => {
  const tally = new Tally()
  const clusters = [
    [1, 2, 3],
    [4, 5],
  ]
  tally.add(clusters, clusters)
  expect(tally.conll()).toBe(1)
})

test('two clusters put together keep recall and lose precision', () => {
  const tally = new Tally()
  tally.add(
    [
      [1, 2],
      [3, 4],
    ],
    [[1, 2, 3, 4]],
  )
  // MUC: 2 of 2 links found, 2 of 3 right. B cubed: every mention has half its cluster right.
  expect(tally.score('muc')).toMatchObject({ recall: 1, precision: 2 / 3 })
  expect(tally.score('b3')).toMatchObject({ recall: 1, precision: 0.5 })
  // CEAF-e: one alignment of similarity 2*2/(2+4).
  expect(tally.score('ceafe').precision).toBeCloseTo(2 / 3)
  expect(tally.score('ceafe').recall).toBeCloseTo(1 / 3)
})

test('nothing found scores 0', () => {
  const tally = new Tally()
  tally.add([[1, 2]], [])
  expect(tally.conll()).toBe(0)
})
