import { availableParallelism } from 'node:os'
import { inOrder } from '../in-order.ts'
import { type Lines, wholeLines } from '../intake/lines.ts'
import { checkSource, openSource, type Source, unreadable } from '../intake/source.ts'
import { checkedOverlay } from '../open-overlay.ts'
import { openAnswering } from './answering.ts'
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
  {
    threads = availableParallelism(),
    seconds,
    codebook,
  }: { threads?: number; seconds?: number; codebook?: string } = {},
): Promise<number> {
  const overlay = await checkedOverlay(codebook)
  for (const source of sources) await checkSource(source)
  const answering = openAnswering(work, { threads, seconds, overlay })
  let bad = 0
  const write = async (answers: readonly Answers[]) => {
    for (const { bytes, bad: bads } of answers) {
      bad += bads
      await writeOut(bytes)
    }
  }
  try {
    for (const source of sources) await inOrder(linesOf(source), answering.answer, write, threads * AHEAD)
  } finally {
    await answering.close()
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
