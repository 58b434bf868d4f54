import { seeded } from '../seeded.ts'
import { rounded, type Share, shareOf } from './interval.ts'

/** What several coders said of one thing: a value for each coder who said something. */
export type CodedUnit = ReadonlyMap<string, string>

/** How far coders agree, by one coefficient. */
export interface Coefficient {
  /** 1 where they always agree, 0 where they agree as often as chance would have it; left out where all said the same of everything, for chance then says it too */
  value?: number
  /** 95 %, from drawing the units anew; left out of too few */
  low?: number
  high?: number
}

/** Units are drawn anew so often for an interval, fewer times where there are very many. */
const DRAWS = 1000
const MOST = 2_000_000
const LEAST_UNITS = 5

/**
 * How often two coders say the same of what both coded.
 *
 * @example percentOf([new Map([['Ilse', 'a'], ['Jonas', 'a']])], 'Ilse', 'Jonas').share // 1
 */
export function percentOf(units: readonly CodedUnit[], a: string, b: string): Share {
  const both = pairsOf(units, a, b)
  return shareOf(both.filter(([x, y]) => x === y).length, both.length)
}

/**
 * Cohen's kappa of two coders: Cohen (1960), "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20.
 * (po - pe) / (1 - pe), with pe from each coder's own shares.
 */
export function cohenKappa(units: readonly CodedUnit[], a: string, b: string): Coefficient {
  const { numbered, size } = openNumbers()
  const pairs = pairsOf(units, a, b).map(([x, y]) => [numbered(x), numbered(y)] as const)
  const first = new Float64Array(size())
  const second = new Float64Array(size())
  return drawnAnew(pairs.length, (drawn) => {
    first.fill(0)
    second.fill(0)
    let same = 0
    for (const at of drawn) {
      const [x, y] = pairs[at]
      first[x]++
      second[y]++
      if (x === y) same++
    }
    const n = drawn.length
    let chance = 0
    for (let value = 0; value < first.length; value++) chance += first[value] * second[value]
    // whole numbers, so that nothing but one value is told apart from almost nothing but one
    return n * n === chance ? undefined : (same * n - chance) / (n * n - chance)
  })
}

/**
 * Krippendorff's alpha for nominal values and any number of coders, who need not all have coded everything: Krippendorff (2011), "Computing
 * Krippendorff's Alpha-Reliability", section C. 1 - observed disagreement / expected disagreement, from the matrix of coincidences.
 */
export function krippendorffAlpha(units: readonly CodedUnit[]): Coefficient {
  const { numbered, size } = openNumbers()
  const coded = units
    .filter((unit) => unit.size > 1)
    .map((unit) => {
      const counts = new Map<number, number>()
      for (const value of unit.values()) counts.set(numbered(value), (counts.get(numbered(value)) ?? 0) + 1)
      const m = unit.size
      const same = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0)
      // pairs of different values in the unit, each of weight 1 / (m - 1)
      return { m, counts: [...counts], apart: (m * (m - 1) - same) / (m - 1) }
    })
  const totals = new Float64Array(size())
  return drawnAnew(coded.length, (drawn) => {
    totals.fill(0)
    let n = 0
    let observed = 0
    for (const at of drawn) {
      const { m, counts, apart } = coded[at]
      n += m
      observed += apart
      for (const [value, count] of counts) totals[value] += count
    }
    let expected = n * n
    for (const total of totals) expected -= total * total
    return expected === 0 ? undefined : 1 - ((n - 1) * observed) / expected
  })
}

/** Values as numbers, each new one the next. */
function openNumbers() {
  const numbers = new Map<string, number>()
  const numbered = (value: string): number => {
    const known = numbers.get(value) ?? numbers.size
    numbers.set(value, known)
    return known
  }
  return { numbered, size: () => numbers.size }
}

function pairsOf(units: readonly CodedUnit[], a: string, b: string): [string, string][] {
  return units.flatMap((unit) => {
    const x = unit.get(a)
    const y = unit.get(b)
    return x === undefined || y === undefined ? [] : [[x, y] as [string, string]]
  })
}

/**
 * A coefficient with the interval that lies between the 2.5th and the 97.5th of 100 values of it over units drawn anew with replacement: the
 * percentile bootstrap, which Zapf et al. (2016), "Measuring inter-rater reliability for nominal data – which coefficients and confidence intervals
 * are appropriate?", recommend for both coefficients. The lots are always the same.
 *
 * @param of the coefficient over the units of these numbers
 */
function drawnAnew(units: number, of: (drawn: Uint32Array) => number | undefined): Coefficient {
  const drawn = Uint32Array.from({ length: units }, (_, at) => at)
  const value = units === 0 ? undefined : of(drawn)
  if (value === undefined) return {}
  if (value === 1) return { value: 1, low: 1, high: 1 }
  if (units < LEAST_UNITS) return { value: rounded(value) }
  const lot = seeded(units)
  const draws = Math.max(200, Math.min(DRAWS, Math.floor(MOST / units)))
  const values = Float64Array.from({ length: draws }, () => {
    for (let at = 0; at < units; at++) drawn[at] = Math.floor(lot() * units)
    // where a draw holds one value alone, all coders agree on it
    return of(drawn) ?? 1
  }).sort()
  return {
    value: rounded(value),
    low: rounded(values[Math.floor(0.025 * (draws - 1))]),
    high: rounded(values[Math.ceil(0.975 * (draws - 1))]),
  }
}
