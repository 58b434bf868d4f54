import { expect, test } from 'vitest'
import { bandOf } from '../../coding/precision.ts'
import type { Decision } from '../../rows/decision.ts'
import { seeded } from '../../seeded.ts'
import { exampleDesk } from '../fixture.ts'
import { agreementIn } from './agreement-in.ts'
import { decideAfresh } from './decide-afresh.ts'
import { drawFor, queueOf } from './queue.ts'
import { rightOf } from './right-of.ts'

// A session of 500 decisions by three simulated coders, and its figures reckoned from their definitions: nothing below calls what it tests.

const desk = await exampleDesk()
const lot = seeded(20250314)
const coders = { Ilse: 220, Jonas: 160, Dario: 120 }

drawFor(desk, { by: 'Ilse', count: 240, random: 1, twice: 1 })
const drawn = queueOf(desk, 'Ilse').rows.map(({ key, row }) => ({
  key,
  row,
  truth: lot() < 0.7 ? 'right' : lot() < 0.5 ? 'mended' : 'wrong',
}))

interface Made {
  key: string
  by: string
  verdict: 'right' | 'wrong' | 'mended'
  /** the act of a statement or the status of an event, as the coder has it */
  value: string
}

/** Each coder sees the truth nine times of ten; who mends picks one of two values. */
const made: Made[] = Object.entries(coders).flatMap(([by, count]) =>
  drawn.slice(0, count).map(({ key, row, truth }) => {
    const verdict = (lot() < 0.9 ? truth : ['right', 'wrong', 'mended'][Math.floor(lot() * 3)]) as Made['verdict']
    const [read, others] =
      row.list === 'statements' ? [row.act, ['deny', 'claim']] : [row.status, ['denied', 'planned']]
    const value =
      verdict === 'mended'
        ? (others.filter((one) => one !== read)[lot() < 0.8 ? 0 : 1] ?? others.find((one) => one !== read)!)
        : read
    return { key, by, verdict, value }
  }),
)
const rowOf = new Map(drawn.map(({ key, row }) => [key, row]))
// they do not see each other's decisions, as in the queue
decideAfresh(
  desk,
  made.map(
    ({ key, by, verdict, value }, at): Decision => ({
      key,
      by,
      verdict,
      at: new Date(Date.UTC(2025, 2, 20, 8, 0, at)).toISOString(),
      ...(verdict === 'mended' && { mend: rowOf.get(key)?.list === 'statements' ? { act: value } : { status: value } }),
    }),
  ),
)

const round = (value: number) => Math.round(value * 10_000) / 10_000
/** Wilson (1927): (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) */
function wilson(hold: number, of: number) {
  const z = 1.959963984540054
  const p = hold / of
  const half = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const [low, high] = [-half, half].map((side) => (p + (z * z) / (2 * of) + side) / (1 + (z * z) / of))
  return { of, hold, share: round(p), low: round(Math.max(0, low)), high: round(Math.min(1, high)) }
}

test('the session has 500 decisions, of each kind and of both lists', () => {
  expect(made.length).toBe(500)
  for (const verdict of ['right', 'wrong', 'mended'])
    expect(made.filter((one) => one.verdict === verdict).length).toBeGreaterThan(20)
  for (const list of ['statements', 'events'])
    expect(drawn.filter(({ row }) => row.list === list).length).toBeGreaterThan(30)
})

test('precision is what a count by hand gives', () => {
  const { sample, precision, fields } = rightOf(desk)
  // what counts of a row is what was said of it last; 20 of the 240 rows drawn nobody decided
  const last = new Map(made.map((one) => [one.key, one]))
  expect(sample).toEqual({ rows: 240, decided: 220 })
  const byHand = (list: string, holds: (row: NonNullable<ReturnType<typeof rowOf.get>>) => boolean) => {
    let [of, right, there] = [0, 0, 0]
    for (const [key, { verdict }] of last) {
      const row = rowOf.get(key)!
      if (row.list !== list || !holds(row)) continue
      of++
      if (verdict === 'right') right++
      if (verdict !== 'wrong') there++
    }
    return { right: wilson(right, of), there: wilson(there, of) }
  }
  const kindOf = (row: { act?: string; type?: string }) => row.act ?? row.type
  for (const { list, by, value, ...found } of precision)
    expect(found, `${list} ${by} ${value}`).toEqual(
      byHand(
        list,
        (row) =>
          by === 'all' ||
          (by === 'kind' ? kindOf(row) : by === 'outlet' ? row.outlet : bandOf(row.confidence)) === value,
      ),
    )
  expect(
    precision
      .filter(({ by }) => by === 'all')
      .map(({ right }) => right.of)
      .reduce((a, b) => a + b),
  ).toBe(220)
  const [act] = fields.filter(({ field }) => field === 'act')
  const there = [...last.values()].filter(
    ({ key, verdict }) => rowOf.get(key)?.list === 'statements' && verdict !== 'wrong',
  )
  expect(act.right).toEqual(wilson(there.filter(({ verdict }) => verdict === 'right').length, there.length))
})

test("per cent, Cohen's kappa and Krippendorff's alpha are what their definitions give", () => {
  const { rows, fields, coders: names } = agreementIn(desk)
  expect(rows).toBe(160)
  expect(names).toEqual([
    { name: 'Dario', rows: 120 },
    { name: 'Ilse', rows: 160 },
    { name: 'Jonas', rows: 160 },
  ])
  const isOf = (list: string) => (key: string) => list === 'rows' || rowOf.get(key)?.list === list
  const told: { list: string; field: string; value: (one: Made) => string | undefined }[] = [
    { list: 'rows', field: 'verdict', value: ({ verdict }) => verdict },
    { list: 'rows', field: 'there', value: ({ verdict }) => String(verdict !== 'wrong') },
    { list: 'statements', field: 'act', value: ({ verdict, value }) => (verdict === 'wrong' ? undefined : value) },
    { list: 'events', field: 'status', value: ({ verdict, value }) => (verdict === 'wrong' ? undefined : value) },
  ]
  for (const { list, field, value } of told) {
    const found = fields.find((one) => one.list === list && one.field === field)!
    const said = (key: string, by: string) => {
      const one = made.find((decision) => decision.key === key && decision.by === by)
      return one && value(one)
    }
    const keys = drawn.map(({ key }) => key).filter(isOf(list))
    for (const { a, b, percent, kappa } of found.pairs) {
      const both = keys
        .map((key) => [said(key, a), said(key, b)])
        .filter(([x, y]) => x !== undefined && y !== undefined)
      const n = both.length
      const agreed = both.filter(([x, y]) => x === y).length
      // pe: the sum over values of how often each of the two says it, multiplied
      const values = [...new Set(both.flat())]
      const pe = values.reduce(
        (sum, v) => sum + (both.filter(([x]) => x === v).length / n) * (both.filter(([, y]) => y === v).length / n),
        0,
      )
      expect(percent, `${field} ${a} ${b}`).toEqual(wilson(agreed, n))
      expect(kappa.value, `${field} ${a} ${b}`).toBeCloseTo((agreed / n - pe) / (1 - pe), 4)
      expect(kappa.low).toBeLessThan(kappa.value!)
      expect(kappa.high).toBeGreaterThan(kappa.value!)
    }
    expect(found.alpha.value, field).toBeCloseTo(
      alphaByHand(keys.map((key) => Object.keys(coders).map((by) => said(key, by)))),
      4,
    )
  }
})

/** From the matrix of coincidences: each pair of different coders' values in a unit of m values counts 1 / (m - 1); alpha = 1 - Do / De. */
function alphaByHand(units: (string | undefined)[][]): number {
  const coincidences = new Map<string, number>()
  for (const unit of units) {
    const values = unit.filter((value) => value !== undefined)
    for (const [i, c] of values.entries())
      for (const [j, k] of values.entries())
        if (i !== j) coincidences.set(`${c} ${k}`, (coincidences.get(`${c} ${k}`) ?? 0) + 1 / (values.length - 1))
  }
  const values = [...new Set([...coincidences.keys()].map((pair) => pair.split(' ')[0]))]
  const at = (c: string, k: string) => coincidences.get(`${c} ${k}`) ?? 0
  const total = (c: string) => values.reduce((sum, k) => sum + at(c, k), 0)
  const n = values.reduce((sum, c) => sum + total(c), 0)
  let [observed, expected] = [0, 0]
  for (const c of values)
    for (const k of values)
      if (c !== k) {
        observed += at(c, k) / n
        expected += (total(c) * total(k)) / (n * (n - 1))
      }
  return 1 - observed / expected
}
