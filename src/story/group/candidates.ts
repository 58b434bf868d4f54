import type { Weighed } from './likeness.ts'

/** Most reports that one report is compared with: those that share most of its rare words. */
const MOST = 60
/** A report is looked up by so many of its weightiest words. */
const LOOKED_UP = 30
/** Words that more reports have than this find nobody. */
const COMMON = 400
/** Reports further apart than this are of different stories, whatever they share; in days. */
const APART = 60

/** Pairs of reports that may be of one story: linear in the number of reports, since each is compared with few. */
export function* candidatePairs(reports: readonly Weighed[]): Generator<readonly [number, number]> {
  const holders = new Map<number, number[]>()
  for (let at = 0; at < reports.length; at++) {
    const { terms, weights } = reports[at].vectors.words
    const telling = Array.from(terms.keys())
      .sort((x, y) => weights[y] - weights[x])
      .slice(0, LOOKED_UP)
    const shared = new Map<number, number>()
    for (const t of telling) {
      const list = holders.get(terms[t]) ?? []
      if (list.length <= COMMON) for (const other of list) shared.set(other, (shared.get(other) ?? 0) + weights[t])
    }
    const near = [...shared].filter(([other]) => !areApart(reports[at], reports[other]))
    near.sort((x, y) => y[1] - x[1] || x[0] - y[0])
    for (const [other] of near.slice(0, MOST)) yield [other, at]
    for (const t of telling) {
      const list = holders.get(terms[t])
      if (list) list.push(at)
      else holders.set(terms[t], [at])
    }
  }
}

function areApart(a: Weighed, b: Weighed): boolean {
  return a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) > APART
}
