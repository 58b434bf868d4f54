import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTree } from './mst.ts'

/** Rows: dependents; columns: the root, then the words. */
function heads(rows: number[][]): number[] {
  const n = rows.length
  const out = new Int32Array(n)
  bestTree(Float32Array.from(rows.flat()), 0, n + 1, n, out)
  return [...out]
}

test.each<[string, number[][], number[]]>([
  ['one word', [[0, 0]], [0]],
  [
    'greedy is a tree',
    [
      [5, 0, 1],
      [1, 4, 0],
    ],
    [0, 1],
  ],
  [
    'a cycle of two is broken where it costs least',
    [
      [1, 0, 9],
      [3, 9, 0],
    ],
    [2, 0],
  ],
  [
    'two roots become one',
    [
      [9, 0, 2],
      [8, 7, 0],
    ],
    [0, 1],
  ],
  [
    'a cycle of three',
    [
      [0, 0, 9, 1],
      [0, 1, 0, 9],
      [2, 9, 1, 0],
    ],
    [2, 3, 0],
  ],
])('%s', (_name, rows, expected) => {
  expect(heads(rows)).toEqual(expected)
})

/** Every tree with one root over n words, tried out. */
function bestByTrying(rows: number[][]): number {
  const n = rows.length
  let best = -Infinity
  const choose = (w: number, chosen: number[]): void => {
    if (w < n) {
      for (let h = 0; h <= n; h++) if (h !== w + 1) choose(w + 1, [...chosen, h])
      return
    }
    if (chosen.filter((h) => h === 0).length !== 1) return
    for (let i = 0; i < n; i++) {
      let x = i + 1
      for (let steps = 0; x !== 0; steps++) {
        if (steps > n) return
        x = chosen[x - 1]
      }
    }
    best = Math.max(
      best,
      chosen.reduce((sum, h, i) => sum + rows[i][h], 0),
    )
  }
  choose(0, [])
  return best
}

test('no tree with one root scores higher', () => {
  const score = fc.integer({ min: -20, max: 20 })
  const matrix = fc
    .integer({ min: 1, max: 5 })
    .chain((n) => fc.array(fc.array(score, { minLength: n + 1, maxLength: n + 1 }), { minLength: n, maxLength: n }))
  fc.assert(
    fc.property(matrix, (rows) => {
      const found = heads(rows)
      expect(found.filter((h) => h === 0)).toHaveLength(1)
      expect(found.reduce((sum, h, i) => sum + rows[i][h], 0)).toBe(bestByTrying(rows))
    }),
    { numRuns: 300 },
  )
})
