import { expect, test } from 'vitest'
import { seeded } from '../seeded.ts'
import { calibrationOf, curved, type JudgedPoint, uncurved } from './calibrate.ts'

/** Rows of which, of those that the reader holds there with p, p to the power of `over` are. */
function rowsOf(count: number, over: number, reports = 40): JudgedPoint[] {
  const lot = seeded(7)
  return Array.from({ length: count }, () => {
    const confidence = Math.round((0.3 + 0.69 * lot()) * 1000) / 1000
    const verdict = lot() < confidence ** over ? 'right' : 'wrong'
    return { confidence, verdict, report: `r${Math.floor(lot() * reports)}` }
  })
}

test('confidences that say too much are brought down, and fit better on reports that the curve was not made from', () => {
  const { curve, before, after, lacks, rows, reports } = calibrationOf('statements', rowsOf(400, 3))
  expect([lacks, rows, reports]).toEqual([undefined, 400, 40])
  expect(after!.loss).toBeLessThan(before!.loss)
  expect(after!.brier).toBeLessThan(before!.brier)
  // 0.8 to the third power is 0.512
  expect(curved(0.8, curve!)).toBeGreaterThan(0.42)
  expect(curved(0.8, curve!)).toBeLessThan(0.6)
  expect(curved(0.9, curve!)).toBeGreaterThan(curved(0.8, curve!))
})

test("Brier's score and the bands are those of their definitions", () => {
  const rows = rowsOf(200, 3)
  const { before } = calibrationOf('statements', rows)
  const there = (row: JudgedPoint) => (row.verdict === 'right' ? 1 : 0)
  const byHand = rows.reduce((sum, row) => sum + (row.confidence - there(row)) ** 2, 0) / rows.length
  expect(before!.brier).toBeCloseTo(byHand, 4)
  const own = rows.filter(({ confidence }) => confidence >= 0.8 && confidence < 0.9)
  expect(before!.bands.find(({ from }) => from === 0.8)).toEqual({
    from: 0.8,
    to: 0.9,
    rows: own.length,
    said: expect.closeTo(own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length, 4),
    there: own.filter(there).length,
  })
  expect(before!.bands.reduce((sum, band) => sum + band.rows, 0)).toBe(200)
})

test('the curve is the likeliest: a step to any side says less', () => {
  const rows = rowsOf(400, 3)
  const { curve } = calibrationOf('statements', rows)
  const there = rows.filter(({ verdict }) => verdict === 'right').length
  const targets = { right: (there + 1) / (there + 2), wrong: 1 / (rows.length - there + 2), mended: 0 }
  const lossAt = (slope: number, shift: number) =>
    rows.reduce((sum, { confidence, verdict }) => {
      const p = 1 / (1 + Math.exp(-(slope * Math.log(confidence / (1 - confidence)) + shift)))
      return sum - targets[verdict] * Math.log(p) - (1 - targets[verdict]) * Math.log(1 - p)
    }, 0)
  const { slope, shift } = curve!
  for (const [a, b] of [
    [0.01, 0],
    [-0.01, 0],
    [0, 0.01],
    [0, -0.01],
  ])
    expect(lossAt(slope + a, shift + b)).toBeGreaterThan(lossAt(slope, shift))
})

test('what fits already is left alone', () => {
  const { curve, lacks } = calibrationOf('events', rowsOf(2000, 1))
  expect(curve!.slope).toBeCloseTo(1, 0)
  expect(curved(0.8, curve!)).toBeCloseTo(0.8, 1)
  expect(lacks === undefined || /no more than the reader/.test(lacks)).toBe(true)
})

test.each([
  ['too few rows', rowsOf(99, 3), /100 decided rows are needed.*; there are 99/],
  ['nothing wrong', rowsOf(200, 0), /10 that are wrong are needed; there are 200 and 0/],
  ['rows of few reports', rowsOf(200, 3, 4), /rows of 5 reports are needed; these are of 4/],
])('no curve is made of %s', (_, rows, says) => {
  const found = calibrationOf('statements', rows)
  expect(found.lacks).toMatch(says)
  expect(found.curve).toBeUndefined()
})

test('no curve is applied that turns sure and unsure round', () => {
  const rows = rowsOf(300, 1).map((row) => ({ ...row, confidence: 1 - row.confidence }))
  expect(calibrationOf('statements', rows).lacks).toMatch(/surer rows are right no more often/)
})

test('a bound goes back through the curve', () => {
  const curve = { slope: 0.7, shift: -0.9 }
  for (const p of [0.05, 0.4, 0.77, 0.98]) expect(uncurved(curved(p, curve), curve)).toBeCloseTo(p, 9)
  expect([uncurved(0, curve), uncurved(1, curve)]).toEqual([0, 2])
})
