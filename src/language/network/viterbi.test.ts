import { expect, test } from 'vitest'
import { bestLabels } from './viterbi.ts'

/** Labels: O, B-a, I-a, B-b, I-b. */
const LABELS = 5
const none = new Float32Array((LABELS + 1) * LABELS)

function labels(rows: number[][], transitions = none): number[] {
  const out = new Uint8Array(rows.length)
  bestLabels(Float32Array.from(rows.flat()), 0, LABELS, rows.length, transitions, LABELS, LABELS, out)
  return [...out]
}

test.each<[string, number[][], number[]]>([
  [
    'the best of each word',
    [
      [0, 9, 0, 0, 0],
      [0, 0, 9, 0, 0],
      [9, 0, 0, 0, 0],
    ],
    [1, 2, 0],
  ],
  ['no name begins in its middle', [[0, 1, 9, 0, 0]], [1]],
  [
    'a name does not change its kind',
    [
      [0, 9, 0, 0, 0],
      [0, 0, 5, 0, 6],
    ],
    [1, 2],
  ],
  [
    'two names side by side',
    [
      [0, 9, 0, 0, 0],
      [0, 9, 0, 0, 0],
    ],
    [1, 1],
  ],
])('%s', (_name, rows, expected) => {
  expect(labels(rows)).toEqual(expected)
})

test('transitions weigh', () => {
  const transitions = none.slice()
  transitions[1 * LABELS + 0] = -10 // from B-a to O
  expect(
    labels(
      [
        [0, 3, 0, 0, 0],
        [1, 0, 0, 0, 0],
      ],
      transitions,
    ),
  ).toEqual([1, 1])
})
