import { type BagKind, bagKinds } from './features.ts'
import { type ReportTerms, TERMS, type Terms } from './terms.ts'

/** In how many reports each term stands, and how many reports there are. */
export interface Counts {
  reports: number
  terms: Uint16Array
}

/** What two reports have in common, as `pairFeatures` orders it. */
export const pairFeatureNames: readonly string[] = [
  ...bagKinds.flatMap((kind) => [kind, `${kind} (root)`]),
  'days apart',
  'day unknown',
  'no figures',
]

const MOST = 65_535
/** log(0.5 + count) */
const logs = Float64Array.from({ length: MOST + 1 }, (_, count) => Math.log(0.5 + count))
/** 1 + log(times) */
const often = Float64Array.from({ length: 9 }, (_, times) => 1 + Math.log(Math.max(1, times)))

export const noCounts = (): Counts => ({ reports: 0, terms: new Uint16Array(TERMS) })

/** Counts a report's terms. */
export function countIn(counts: Counts, { kinds }: ReportTerms): void {
  counts.reports++
  const { terms } = counts
  for (const kind of bagKinds) for (const number of kinds[kind].numbers) if (terms[number] < MOST) terms[number]++
}

/** How much a term that stands in a report says of it: the more, the rarer it is. */
export const rarityOf = ({ reports, terms }: Counts, number: number): number =>
  Math.log(1 + reports) - logs[terms[number]]

/** A report's terms of one kind that say most of it, by how often they stand there and how rare they are; the weightiest first. */
export function weightiest(
  counts: Counts,
  { kinds }: ReportTerms,
  kind: BagKind,
  most: number,
): { number: number; weight: number }[] {
  const { numbers, counts: times } = kinds[kind]
  const weighed = Array.from(numbers, (number, at) => ({ number, weight: often[times[at]] * rarityOf(counts, number) }))
  return weighed.sort((a, b) => b.weight - a.weight || a.number - b.number).slice(0, most)
}

/**
 * What two reports have in common: for each kind of term the cosine of both, weighed by how often a term stands there and how rare it is, and its
 * root; the days between them as log(1 + days), at most 6. The others lie between 0 and 1.
 */
export function pairFeatures(
  counts: Counts,
  a: ReportTerms,
  b: ReportTerms,
  into: Float64Array = new Float64Array(pairFeatureNames.length),
): Float64Array {
  let at = 0
  for (const kind of bagKinds) {
    const common = cosine(counts, a.kinds[kind], b.kinds[kind])
    into[at++] = common
    into[at++] = Math.sqrt(Math.max(0, common))
  }
  const known = a.day !== undefined && b.day !== undefined
  into[at++] = known ? Math.min(6, Math.log1p(Math.abs((a.day as number) - (b.day as number)))) : 0
  into[at++] = known ? 0 : 1
  into[at++] = a.kinds.figures.numbers.length === 0 || b.kinds.figures.numbers.length === 0 ? 1 : 0
  return into
}

/** The cosine of two vectors, 0 to 1: both are walked through once. */
function cosine({ reports, terms }: Counts, a: Terms, b: Terms): number {
  const logReports = Math.log(1 + reports)
  let sum = 0
  let lengthA = 0
  let lengthB = 0
  let i = 0
  let j = 0
  while (i < a.numbers.length || j < b.numbers.length) {
    const between = i >= a.numbers.length ? 1 : j >= b.numbers.length ? -1 : a.numbers[i] - b.numbers[j]
    const rarity = logReports - logs[terms[between <= 0 ? a.numbers[i] : b.numbers[j]]]
    const x = between <= 0 ? often[a.counts[i++]] * rarity : 0
    const y = between >= 0 ? often[b.counts[j++]] * rarity : 0
    sum += x * y
    lengthA += x * x
    lengthB += y * y
  }
  return sum / (Math.sqrt(lengthA * lengthB) || 1)
}
