import type { Span } from '../record/types.ts'
import { RUN, runsOf } from './runs.ts'
import { type TextWords, wordsOf } from './text-words.ts'

/** The stretches of a text that runs beginning at these words cover. */
export function stretchesOf({ start, end }: TextWords, runs: readonly number[]): Span[] {
  const stretches: Span[] = []
  for (const first of runs) {
    const last = stretches.at(-1)
    const to = end[first + RUN - 1]
    if (last && start[first] <= last.end) last.end = to
    else stretches.push({ start: start[first], end: to })
  }
  return stretches
}

/** What two texts have word for word in common, in runs of five words and more: the stretches of each. */
export function sharedStretches(a: string, b: string): [Span[], Span[]] {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const [ofFirst, ofSecond] = [runsOf(first.keys), runsOf(second.keys)]
  const common = (runs: readonly number[], others: ReadonlySet<number>) =>
    runs.flatMap((run, at) => (others.has(run) ? [at] : []))
  return [
    stretchesOf(first, common(ofFirst, new Set(ofSecond))),
    stretchesOf(second, common(ofSecond, new Set(ofFirst))),
  ]
}
