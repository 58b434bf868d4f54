import { type Counts, weightiest } from './likeness.ts'
import type { ReportTerms } from './terms.ts'

/** Most reports that one report is compared with: those that share most of its rare words. */
const MOST = 60
/** A report is looked up by so many of its weightiest words. */
const LOOKED_UP = 30
/** Words that more reports have than this find nobody. */
const COMMON = 400
/** Reports further apart than this are of different stories, whatever they share; in days. */
const APART = 60

/** Pairs of reports that may be of one story: linear in the number of reports, since each is compared with few. */
export function* candidatePairs(counts: Counts, reports: readonly ReportTerms[]): Generator<readonly [number, number]> {
  const holders = new Map<number, number[]>()
  for (let at = 0; at < reports.length; at++) {
    const telling = weightiest(counts, reports[at], 'words', LOOKED_UP)
    const shared = new Map<number, number>()
    for (const { number, weight } of telling) {
      const list = holders.get(number) ?? []
      if (list.length <= COMMON) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + weight)
    }
    const near = [...shared].filter(([other]) => !areApart(reports[at].day, reports[other].day))
    near.sort((x, y) => y[1] - x[1] || x[0] - y[0])
    for (const [other] of near.slice(0, MOST)) yield [other, at]
    for (const { number } of telling) {
      const list = holders.get(number)
      if (list) list.push(at)
      else holders.set(number, [at])
    }
  }
}

/** Whether two days, where both are known, are too far apart for one story. */
export function areApart(a: number | undefined, b: number | undefined): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) > APART
}
