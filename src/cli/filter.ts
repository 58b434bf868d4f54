import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { inOrder } from '../in-order.ts'
import { type Lines, wholeLines } from '../intake/lines.ts'
import { checkSource, openSource, type Source, unreadable } from '../intake/source.ts'
import { checkedOverlay } from '../open-overlay.ts'
import { remark, writeOut } from './output.ts'
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
  { threads = availableParallelism(), codebook }: { threads?: number; codebook?: string } = {},
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
  const run = (lines: Lines): Promise<Answers> =>
    pool.run({ lines, work }, { transferList: [lines.bytes.buffer as ArrayBuffer] })
  const write = async (answers: Answers) => {
    bad += answers.bad
    await writeOut(answers.bytes)
  }
  try {
    for (const source of sources) await inOrder(linesOf(source), run, write, threads * AHEAD)
  } finally {
    await pool.destroy()
  }
  if (bad > 0) remark(`onrecord: ${bad} bad ${bad === 1 ? 'line' : 'lines'}, answered in place with an error`)
  return bad
}

async function* linesOf(source: Source): AsyncGenerator<Lines> {
  try {
    yield* wholeLines(openSource(source))
  } catch (error) {
    throw (error as NodeJS.ErrnoException).syscall ? unreadable(source, error as NodeJS.ErrnoException) : error
  }
}
