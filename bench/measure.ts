import { openReader } from '../src/open.ts'
import type { Observe, OpenedReader, Stage } from '../src/read.ts'
import type { ReportInput } from '../src/record/report.ts'

/**
 * Milliseconds of processor time that this process has used. Unlike the clock, it hardly changes with what else the machine
 * does; a pass that collects garbage on a second thread counts both.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A reader that keeps how much processor time each stage took, in milliseconds. */
export interface Stopwatch {
  reader: OpenedReader
  spent: Map<Stage, number>
}

export async function openStopwatch(): Promise<Stopwatch> {
  const spent = new Map<Stage, number>()
  const observe: Observe = (stage, run) => {
    const begun = processorTime()
    const found = run()
    spent.set(stage, (spent.get(stage) ?? 0) + processorTime() - begun)
    return found
  }
  return { reader: await openReader({ observe }), spent }
}

/** What one pass over some reports took. */
export interface Pass {
  /** milliseconds of processor time, all in */
  all: number
  stages: ReadonlyMap<Stage, number>
}

/** Reads every report `passes` times and keeps the fastest pass: the one that other programs disturbed least. */
export function fastestPass({ reader, spent }: Stopwatch, reports: readonly ReportInput[], passes = 3): Pass {
  let fastest: Pass | undefined
  for (let pass = 0; pass < passes; pass++) {
    spent.clear()
    const begun = processorTime()
    for (const report of reports) reader.read(report)
    const all = processorTime() - begun
    if (!fastest || all < fastest.all) fastest = { all, stages: new Map(spent) }
  }
  return fastest ?? { all: 0, stages: new Map() }
}

/** The processor time of the fastest of some runs, in milliseconds. */
export function fastest(run: () => void, runs = 3): number {
  let best = Number.POSITIVE_INFINITY
  for (let n = 0; n < runs; n++) {
    const begun = processorTime()
    run()
    best = Math.min(best, processorTime() - begun)
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
