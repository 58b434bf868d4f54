import { eachLine, type Lines } from '../intake/lines.ts'
import type { Overlay } from '../lay-over.ts'
import { type Clock, oneByOne, openGate, REPORT_SECONDS } from '../one-by-one.ts'
import { openThreads } from '../threads.ts'
import { refused } from './refused.ts'
import type { Answers, Work, WorkTask } from './worker.ts'

export interface AnsweringOptions {
  threads: number
  /** how long one line may take */
  seconds?: number
  /** tables that are laid over the codebook, checked */
  overlay?: Overlay
}

/** Answers runs of lines in worker threads. */
export interface Answering {
  /** The answers to a run, in its order; a line that its thread did not come through with is answered with an error. */
  answer(lines: Lines): Promise<Answers[]>
  close(): Promise<void>
}

/** Opens worker threads that answer lines: as many at work at once as there are threads, however many runs are handed over. */
export function openAnswering(work: Work, { threads, seconds = REPORT_SECONDS, overlay }: AnsweringOptions): Answering {
  const pool = openThreads<WorkTask, Answers>('worker', import.meta.url, { most: threads, workerData: { overlay } })
  const gate = openGate(threads)
  const inThread = async ([lines]: Lines[], clock: Clock): Promise<Answers[]> => [
    await pool.run({ lines, work }, clock),
  ]
  /** A run whose thread died or took too long is answered line by line, so that the line to blame is answered alone. */
  const answer = async (lines: Lines): Promise<Answers[]> => {
    const [whole] = await oneByOne<Lines, Answers | undefined>([lines], seconds, inThread, () => undefined)
    if (whole) return [whole]
    const answers: Answers[] = []
    for (const line of singly(lines))
      answers.push(...(await oneByOne([line], seconds, inThread, (one, failure) => refused(one, work, failure))))
    return answers
  }
  return { answer: (lines) => gate(() => answer(lines)), close: () => pool.close() }
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
