import { Piscina } from 'piscina'
import type { Given, Returned } from './in-thread.ts'
import { type Clock, hold } from './one-by-one.ts'
import { Failure } from './record/failure.ts'

/** Threads that all run one file, which exports what `inThread` makes. */
export interface Threads<Task, Answer> {
  /**
   * Runs a task in a thread. The clock stands until the thread has opened what it works with.
   *
   * @throws Failure where that could not be opened, with the code of why. Rejects with what the thread threw, where it died, or where `clock.signal` ended it
   */
  run(task: Task, clock?: Clock): Promise<Answer>
  close(): Promise<void>
}

/** How many threads there are at most and at least, for how long one without work stays (ms), what it is given, what it may hold. */
export interface ThreadsOptions {
  most: number
  least?: number
  idle?: number
  workerData?: unknown
  resourceLimits?: { maxYoungGenerationSizeMb?: number; maxOldGenerationSizeMb?: number }
}

/** Opens threads that run `NAME.ts`, or what was built of it, beside the module at `importer`. */
export function openThreads<Task, Answer>(
  name: string,
  importer: string,
  { most, least = 1, idle = 60_000, workerData, resourceLimits }: ThreadsOptions,
): Threads<Task, Answer> {
  const pool = new Piscina({
    filename: new URL(`./${name}${importer.slice(importer.lastIndexOf('.'))}`, importer).href,
    minThreads: least,
    maxThreads: most,
    idleTimeout: idle,
    workerData,
    resourceLimits,
  })
  const waiting = new Set<(error: unknown) => void>()
  pool.on('error', (error: Error) => {
    // what a thread answers while it is being ended, nobody waits for; all else means that a thread did not come to its task
    if (!/^Unexpected message/.test(error.message)) for (const reject of waiting) reject(error)
  })
  const run = async (task: Task, clock?: Clock): Promise<Answer> => {
    const given: Given<Task> = { task, ...(clock && { begun: hold(clock) }) }
    const returned = await new Promise<Returned<Answer>>((resolve, reject) => {
      waiting.add(reject)
      const done = pool.run(given, { signal: clock?.signal }) as Promise<Returned<Answer>>
      done.finally(() => waiting.delete(reject)).then(resolve, reject)
    })
    if ('answer' in returned) return returned.answer
    throw new Failure(returned.failed.code, returned.failed.message)
  }
  return { run, close: () => pool.destroy() }
}
