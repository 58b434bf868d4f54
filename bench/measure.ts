import { openReader } from '../src/open.ts'
import type { Observe, OpenedReader, ReportInput, Stage } from '../src/read.ts'

/** A reader that keeps how long each stage took, in milliseconds. */
export interface Stopwatch {
  reader: OpenedReader
  spent: Map<Stage, number>
}

export async function openStopwatch(): Promise<Stopwatch> {
  const spent = new Map<Stage, number>()
  const observe: Observe = (stage, run) => {
    const begun = performance.now()
    const found = run()
    spent.set(stage, (spent.get(stage) ?? 0) + performance.now() - begun)
    return found
  }
  return { reader: await openReader({ observe }), spent }
}

/** What one pass over some reports took. */
export interface Pass {
  /** milliseconds, all in */
  all: number
  stages: ReadonlyMap<Stage, number>
}

/** Reads every report `passes` times and keeps the fastest pass: the one that other programs disturbed least. */
export function fastestPass({ reader, spent }: Stopwatch, reports: readonly ReportInput[], passes = 3): Pass {
  let fastest: Pass | undefined
  for (let pass = 0; pass < passes; pass++) {
    spent.clear()
    const begun = performance.now()
    for (const report of reports) reader.read(report)
    const all = performance.now() - begun
    if (!fastest || all < fastest.all) fastest = { all, stages: new Map(spent) }
  }
  return fastest ?? { all: 0, stages: new Map() }
}

/** How long the fastest of some runs took, in milliseconds. */
export function fastest(run: () => void, runs = 3): number {
  let best = Number.POSITIVE_INFINITY
  for (let n = 0; n < runs; n++) {
    const begun = performance.now()
    run()
    best = Math.min(best, performance.now() - begun)
  }
  return best
}

/** Words as the reader counts them. */
export function countWords({ reader }: Stopwatch, reports: readonly ReportInput[]): number {
  return reports.reduce((words, { text }) => words + reader.parse(text).size, 0)
}

/** Memory of the process, in MB: all that it holds, and the part that is JavaScript's heap. Collects garbage where it may. */
export function memory(): { rss: number; heap: number } {
  globalThis.gc?.()
  const { rss, heapUsed } = process.memoryUsage()
  return { rss: Math.round(rss / 1e6), heap: Math.round(heapUsed / 1e6) }
}
