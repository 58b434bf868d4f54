import type { Overlay } from '../lay-over.ts'
import { within } from '../one-by-one.ts'
import { Failure } from '../record/failure.ts'
import type { ReportInput } from '../record/report.ts'
import { openThreads, type Threads } from '../threads.ts'
import type { ReadAnswer, ReadTask } from './read-worker.ts'

type OverlayNow = () => Overlay | undefined

/** How long a report may be read, in milliseconds; how many may wait for their turn; from how many characters on one is long. */
const LIMITS = { time: 60_000, queue: 16, long: 100_000 }

/** Reads reports beside the server, so that a long one keeps nobody waiting. */
export interface Reading {
  /**
   * The record, as JSON.
   *
   * @param gone ends the reading when nobody waits for it any more
   * @throws Failure `read-too-long`, `read-too-much`, `server-busy`, `reader-failed`, or the code of why the reader could not be opened
   */
  read(report: ReportInput, gone?: AbortSignal): Promise<string>
  close(): Promise<void>
}

/**
 * Two threads that read, one of them long reports alone; each starts with the first that it is given, and one that takes too long ends it.
 *
 * @param overlay the tables that are laid over the codebook now: a thread is started anew when they change
 */
export function openReading(limits: Partial<typeof LIMITS> = {}, overlay: OverlayNow = () => undefined): Reading {
  const { time, queue, long } = { ...LIMITS, ...limits }
  const lanes = [openLane({ time, queue, overlay }), openLane({ time, queue, overlay })]
  return {
    read: (report, gone) => lanes[report.text.length < long ? 0 : 1].read(report, gone),
    close: async () => void (await Promise.all(lanes.map((lane) => lane.close()))),
  }
}

/** A thread that reads one report after another. */
function openLane({ time, queue, overlay }: { time: number; queue: number; overlay: OverlayNow }): Reading {
  let pool: Threads<ReadTask, ReadAnswer[]> | undefined
  let tables = ''
  let waiting = 0
  let before: Promise<unknown> = Promise.resolve()
  const turn = async (report: ReportInput, gone?: AbortSignal): Promise<string> => {
    try {
      const now = overlay()
      const laid = JSON.stringify(now ?? {})
      if (laid !== tables) await pool?.close()
      if (laid !== tables) pool = undefined
      tables = laid
      const threads = (pool ??= openPool(now))
      const answers = await within(time / 1000, (clock) => threads.run({ reports: [report] }, clock), gone)
      if (answers instanceof Failure) throw answers
      const [answer] = answers
      if ('json' in answer) return answer.json
      throw new Failure('reader-failed', answer.message)
    } finally {
      waiting--
    }
  }
  return {
    read(report, gone) {
      if (waiting > queue)
        return Promise.reject(
          new Failure('server-busy', 'too many reports are waiting to be read; try again in a while'),
        )
      waiting++
      const read = before.then(() => turn(report, gone))
      before = read.catch(() => undefined)
      return read
    },
    close: async () => pool?.close(),
  }
}

function openPool(overlay: Overlay | undefined): Threads<ReadTask, ReadAnswer[]> {
  return openThreads('read-worker', import.meta.url, { least: 0, most: 1, workerData: { overlay } })
}
