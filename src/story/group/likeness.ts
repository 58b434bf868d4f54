import { type Bag, type BagKind, bagKinds, type ReportFeatures } from './features.ts'

/** A report as it is compared: for each kind of term its numbers, ascending, with their weights; each of length one. */
export interface Weighed {
  day?: number
  vectors: { readonly [kind in BagKind]: Vector }
}
interface Vector {
  terms: Int32Array
  weights: Float32Array
}

/** What two reports have in common, as `pairFeatures` orders it. */
export const pairFeatureNames: readonly string[] = [
  ...bagKinds.flatMap((kind) => [kind, `${kind} (root)`]),
  'days apart',
  'day unknown',
  'no figures',
]

/**
 * Weighs the terms of reports by how rare they are among them: (1 + log count) times log((1 + reports) / (0.5 + reports that have it)).
 */
export function weigh(reports: readonly ReportFeatures[]): Weighed[] {
  const weighed = reports.map(({ day }) => ({ day, vectors: {} as { [kind in BagKind]: Vector } }))
  for (const kind of bagKinds) {
    const numbers = new Map<string, number>()
    const holders: number[] = []
    for (const { bags } of reports)
      for (const term of bags[kind].keys()) {
        const number = numbers.get(term) ?? numbers.size
        numbers.set(term, number)
        holders[number] = (holders[number] ?? 0) + 1
      }
    const rarity = holders.map((count) => Math.log((1 + reports.length) / (0.5 + count)))
    reports.forEach(({ bags }, at) => {
      weighed[at].vectors[kind] = vectorOf(bags[kind], numbers, rarity)
    })
  }
  return weighed
}

function vectorOf(bag: Bag, numbers: ReadonlyMap<string, number>, rarity: readonly number[]): Vector {
  const entries = [...bag].map(([term, count]) => {
    const number = numbers.get(term) as number
    return { number, weight: (1 + Math.log(count)) * rarity[number] }
  })
  entries.sort((a, b) => a.number - b.number)
  const length = Math.hypot(...entries.map(({ weight }) => weight)) || 1
  return {
    terms: Int32Array.from(entries, ({ number }) => number),
    weights: Float32Array.from(entries, ({ weight }) => weight / length),
  }
}

/** The cosine of two vectors: 0 to 1. */
function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const between = a.terms[i] - b.terms[j]
    if (between === 0) sum += a.weights[i++] * b.weights[j++]
    else if (between < 0) i++
    else j++
  }
  return sum
}

/** What two reports have in common, each number between 0 and 1 but the days, which are log(1 + days), at most 6. */
export function pairFeatures(a: Weighed, b: Weighed, into = new Float64Array(pairFeatureNames.length)): Float64Array {
  let at = 0
  for (const kind of bagKinds) {
    const common = cosine(a.vectors[kind], b.vectors[kind])
    into[at++] = common
    into[at++] = Math.sqrt(Math.max(0, common))
  }
  const known = a.day !== undefined && b.day !== undefined
  into[at++] = known ? Math.min(6, Math.log1p(Math.abs((a.day as number) - (b.day as number)))) : 0
  into[at++] = known ? 0 : 1
  into[at++] = a.vectors.figures.terms.length === 0 || b.vectors.figures.terms.length === 0 ? 1 : 0
  return into
}
