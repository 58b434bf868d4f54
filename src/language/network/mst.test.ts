import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestTree } from './mst.ts'

/** Scores in which every word looks like every other, so that cycles are found in cycles. */
function alike(n: number): Float32Array {
  return Float32Array.from({ length: n * (n + 1) }, (_, cell) => ((cell % (n + 1)) * 7919 + (cell >> 3)) % 13)
}

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

test('a sentence of words that look alike takes as long as its words squared, not more', () => {
  const took = (n: number) => {
    const scores = alike(n)
    const heads = new Int32Array(n)
    let least = Number.POSITIVE_INFINITY
    for (let run = 0; run < 5; run++) {
      const { user } = process.cpuUsage()
      for (let again = 0; again < 4; again++) bestTree(scores, 0, n + 1, n, heads)
      least = Math.min(least, process.cpuUsage().user - user)
    }
    return least
  }
  took(60)
  expect(took(480) / Math.max(took(60), 200)).toBeLessThan(64 * 8)
})
