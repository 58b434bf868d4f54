import { describe, expect, test } from 'vitest'
import { type CodedUnit, cohenKappa, krippendorffAlpha, percentOf } from './agreement.ts'
import { shareOf } from './interval.ts'

/** Units of a table with a row a coder; '.' where a coder said nothing. */
function unitsOf(rows: { [coder: string]: string }): CodedUnit[] {
  const coders = Object.entries(rows).map(([coder, row]) => [coder, row.split(' ')] as const)
  return coders[0][1].map(
    (_, at) => new Map(coders.flatMap(([coder, values]) => (values[at] === '.' ? [] : [[coder, values[at]]]))),
  )
}

describe("Krippendorff's alpha: the examples of Krippendorff (2011)", () => {
  test('A: binary data, two coders, nothing missing', () => {
    const units = unitsOf({ Meg: '0 1 0 0 0 0 0 0 1 0', Owen: '1 1 1 0 0 1 0 0 0 0' })
    expect(krippendorffAlpha(units).value).toBeCloseTo(0.095, 3)
  })
  test('B: nominal data, two coders, nothing missing', () => {
    const units = unitsOf({ Ben: 'a a b b d c c c e d d a', Gerry: 'b a b b b c c c e d d d' })
    expect(krippendorffAlpha(units).value).toBeCloseTo(0.692, 3)
  })
  test('C: nominal data, four coders, some missing', () => {
    const units = unitsOf({
      A: '1 2 3 3 2 1 4 1 2 . . .',
      B: '1 2 3 3 2 2 4 1 2 5 . 3',
      C: '. 3 3 3 2 3 4 2 2 5 1 .',
      D: '1 2 3 3 2 4 4 1 2 5 1 .',
    })
    expect(krippendorffAlpha(units).value).toBeCloseTo(0.743, 3)
  })
})

test("Cohen's kappa: the example of Cohen (1960)", () => {
  // 200 patients, two judges: personality disorder, neurosis, psychosis
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ]
  const units = table.flatMap((row, a) =>
    row.flatMap((count, b) =>
      Array.from(
        { length: count },
        () =>
          new Map([
            ['A', `${a}`],
            ['B', `${b}`],
          ]),
      ),
    ),
  )
  const { value, low, high } = cohenKappa(units, 'A', 'B')
  expect(value).toBeCloseTo(29 / 59, 4)
  // po = 140 / 200, pe = .41; Cohen's own standard error, sqrt(po (1 - po) / (n (1 - pe)^2)) = .0549
  expect(low).toBeCloseTo(0.492 - 1.96 * 0.0549, 1)
  expect(high).toBeCloseTo(0.492 + 1.96 * 0.0549, 1)
  expect(percentOf(units, 'A', 'B')).toMatchObject({ of: 200, hold: 140, share: 0.7 })
})

test('who always agrees has 1; who agrees as chance would have it, 0', () => {
  const agreed = unitsOf({ A: 'x y x y x y', B: 'x y x y x y' })
  expect(krippendorffAlpha(agreed)).toEqual({ value: 1, low: 1, high: 1 })
  expect(cohenKappa(agreed, 'A', 'B')).toEqual({ value: 1, low: 1, high: 1 })
  expect(cohenKappa(unitsOf({ A: 'x x y y', B: 'x y x y' }), 'A', 'B').value).toBe(0)
})

test('where all said one thing of everything, no coefficient says anything', () => {
  const units = unitsOf({ A: 'x x x x x x', B: 'x x x x x x' })
  expect([krippendorffAlpha(units), cohenKappa(units, 'A', 'B')]).toEqual([{}, {}])
  expect(percentOf(units, 'A', 'B').share).toBe(1)
  expect([krippendorffAlpha([]), cohenKappa([], 'A', 'B'), percentOf([], 'A', 'B')]).toEqual([
    {},
    {},
    { of: 0, hold: 0 },
  ])
})

test('what one coder alone said does not count', () => {
  const units = unitsOf({ A: 'x y x . y', B: 'x y y x .' })
  expect(percentOf(units, 'A', 'B')).toMatchObject({ of: 3, hold: 2 })
  expect(krippendorffAlpha(units).value).toBe(krippendorffAlpha(units.slice(0, 3)).value)
})

test('the interval is the same each time', () => {
  const units = unitsOf({ A: '1 2 3 3 2 1 4 1 2 5', B: '1 2 3 3 2 2 4 1 2 5' })
  expect(krippendorffAlpha(units)).toEqual(krippendorffAlpha(units))
  const { value = 0, low = 0, high = 0 } = krippendorffAlpha(units)
  expect(low).toBeLessThan(value)
  expect(high).toBeGreaterThanOrEqual(value)
})

test.each([
  // Newcombe (1998), "Two-sided confidence intervals for the single proportion", table I, method 3
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("Wilson's interval of %i of %i", (hold, of, low, high) => {
  expect(shareOf(hold, of)).toMatchObject({ low, high })
})
