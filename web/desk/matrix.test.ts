import { expect, test } from 'vitest'
import { pairMatrixOf } from './matrix.ts'

const pairs = [
  { from: 'Kestria', to: 'Varlonia', count: 3 },
  { from: 'Varlonia', to: 'Kestria', count: 2 },
  { from: 'Kestria', to: 'guards', count: 1 },
]

test('the most first, and what does not fit is left out', () => {
  expect(pairMatrixOf(pairs, 5, 5)).toEqual({
    from: ['Kestria', 'Varlonia'],
    to: ['Varlonia', 'Kestria', 'guards'],
    counts: [
      [3, 0, 1],
      [0, 2, 0],
    ],
    most: 3,
  })
  expect(pairMatrixOf(pairs, 1, 1)).toEqual({ from: ['Kestria'], to: ['Varlonia'], counts: [[3]], most: 3 })
  expect(pairMatrixOf([], 3, 3)).toEqual({ from: [], to: [], counts: [], most: 0 })
})

test('no row and no column is empty: whose others are all left out is left out too', () => {
  const far = [...pairs, { from: 'Ilse Marek', to: 'a lorry', count: 2 }]
  const { from, to, counts } = pairMatrixOf(far, 3, 2)
  expect(from).toEqual(['Kestria', 'Varlonia'])
  for (const c of to.keys()) expect(counts.some((row) => row[c] > 0)).toBe(true)
})
