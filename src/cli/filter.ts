import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { inOrder } from '../in-order.ts'
import { eachLine, type Lines, wholeLines } from '../intake/lines.ts'
import { checkSource, openSource, type Source, unreadable } from '../intake/source.ts'
import { oneByOne, openGate, REPORT_SECONDS } from '../one-by-one.ts'
import { checkedOverlay } from '../open-overlay.ts'
import { remark, writeOut } from './output.ts'
import { refused } from './refused.ts'
import type { Answers, Work } from './worker.ts'

/** How many runs of lines may wait for each thread: enough to keep it at work, few enough to hold memory flat. */
const AHEAD = 3

/**
 * Answers every line of the sources, in order, on all cores: what `--jsonl` does. As many lines come out as went in; a bad
 * line is answered in its place, and counted on standard error at the end.
 *
 * @param options.codebook folder whose tables are laid over the codebook
 * @returns how many lines were bad
 * @throws Failure where a source cannot be read, or the reader cannot be opened
 */
export async function filterLines(
  sources: readonly Source[],
  work: Work,
  {
    threads = availableParallelism(),
    seconds = REPORT_SECONDS,
    codebook,
  }: { threads?: number; seconds?: number; codebook?: string } = {},
): Promise<number> {
  const overlay = await checkedOverlay(codebook)
  for (const source of sources) await checkSource(source)
  const pool = new Piscina({
    filename: new URL(`./worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`, import.meta.url).href,
    minThreads: 1,
    maxThreads: threads,
    idleTimeout: 60_000,
    workerData: { overlay },
  })
  let bad = 0
  const gate = openGate(threads)
  const answer = async ([lines]: Lines[], signal: AbortSignal): Promise<Answers[]> => [
    await pool.run({ lines, work }, { signal }),
  ]
  /** A run whose thread died or took too long is answered line by line, so that the line to blame is answered alone. */
  const run = async (lines: Lines): Promise<Answers[]> => {
    const [whole] = await oneByOne<Lines, Answers | undefined>([lines], seconds, answer, () => undefined)
    if (whole) return [whole]
    const answers: Answers[] = []
    for (const line of singly(lines))
      answers.push(...(await oneByOne([line], seconds, answer, (one, failure) => refused(one, work, failure))))
    return answers
  }
  const write = async (answers: readonly Answers[]) => {
    for (const { bytes, bad: bads } of answers) {
      bad += bads
      await writeOut(bytes)
    }
  }
  try {
    for (const source of sources)
      await inOrder(linesOf(source), (lines) => gate(() => run(lines)), write, threads * AHEAD)
  } finally {
    await pool.destroy()
  }
  if (bad > 0) remark(`onrecord: ${bad} bad ${bad === 1 ? 'line' : 'lines'}, answered in place with an error`)
  return bad
}

const NEWLINE = Buffer.from('\n')

/** The lines of a run, each as a run of its own. */
function* singly({ bytes, first, tooLong }: Lines): Generator<Lines> {
  if (tooLong) yield { bytes, first, tooLong }
  else {
    let number = first
    for (const line of eachLine(bytes)) yield { bytes: Buffer.concat([line, NEWLINE]), first: number++ }
  }
}

async function* linesOf(source: Source): AsyncGenerator<Lines> {
  try {
    yield* wholeLines(openSource(source))
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall ? unreadable(source, error as NodeJS.ErrnoException) : error
  }
}
