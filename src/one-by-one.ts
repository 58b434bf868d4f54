import { Failure } from './record/failure.ts'

/** How long something may still run. */
export interface Clock {
  /** aborted when the time is over */
  signal: AbortSignal
  /** since when it runs, by the machine's own clock in milliseconds, for threads to write too; 0 while it does not */
  begun: Float64Array
}

/** Runs items in a thread. Rejects where the thread dies, or the clock's signal ends it. */
type Run<Item, Result> = (items: Item[], clock: Clock) => Promise<Result[]>

/**
 * Runs items together, a result for each. Where the thread that has them dies, or takes longer than `seconds`, each is run by itself,
 * so that the one that is to blame does not take the others with it.
 *
 * @param failed the result of an item that no thread came through with: `read-too-long` or `read-too-much`
 */
export async function oneByOne<Item, Result>(
  items: Item[],
  seconds: number,
  run: Run<Item, Result>,
  failed: (item: Item, failure: Failure) => Result,
): Promise<Result[]> {
  const together = await within(seconds, (clock) => run(items, clock))
  if (!(together instanceof Failure)) return together
  if (items.length === 1) return [failed(items[0], together)]
  const results: Result[] = []
  for (const item of items) {
    const found = await within(seconds, (clock) => run([item], clock))
    if (found instanceof Failure) results.push(failed(item, found))
    else results.push(...found)
  }
  return results
}

/** How long a report may be read where nothing is said, in seconds. */
export const REPORT_SECONDS = 120

/** How often a clock that stands is looked at, in milliseconds. */
const LOOK = 20

/**
 * What a run gives within so many seconds, or why it gave nothing: `read-too-long`, or `read-too-much` where its thread died.
 *
 * @param gone ends it too: it then rejects
 */
export async function within<T>(
  seconds: number,
  run: (clock: Clock) => Promise<T>,
  gone?: AbortSignal,
): Promise<T | Failure> {
  const time = new AbortController()
  const begun = new Float64Array(new SharedArrayBuffer(8))
  begin(begun)
  const look = () => {
    const left = begun[0] === 0 ? LOOK : begun[0] + seconds * 1000 - now()
    if (left > 0) timer = setTimeout(look, left)
    else time.abort()
  }
  let timer = setTimeout(look, seconds * 1000)
  try {
    return await run({ signal: gone ? AbortSignal.any([time.signal, gone]) : time.signal, begun })
  } catch (error) {
    if (time.signal.aborted) return tooLong(seconds)
    if (isDeath(error)) return tooMuch(error)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Milliseconds since the machine's start, the same in all threads. */
const now = () => Number(process.hrtime.bigint() / 1_000_000n)

/** Lets a clock stand until `begin`, from which on its whole time is left; what threads write to. */
export function hold({ begun }: Clock): Float64Array {
  begun[0] = 0
  return begun
}

/** Lets a clock run from now on. */
export function begin(begun: Float64Array): void {
  begun[0] = now()
}

/** Whether an error says that the thread died, and not what went wrong in it. */
function isDeath(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException
  return /^ERR_WORKER/.test(code ?? '') || /worker exited/i.test(message ?? '')
}

/** Lets as many run at once as there are threads, so that nothing waits for a thread while its time runs. */
export function openGate(most: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running >= most) await new Promise<void>((go) => waiting.push(go))
    else running++
    try {
      return await run()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/** The failure of a report that took too long to read. */
function tooLong(seconds: number): Failure {
  return new Failure(
    'read-too-long',
    `the report took more than ${seconds} seconds to read and was stopped; cut it into parts, or give it more time`,
  )
}

/** The failure of a report whose reading ended the thread: for want of memory, nearly always. */
function tooMuch(error: unknown): Failure {
  return new Failure(
    'read-too-much',
    `the report took more memory to read than there is, or broke the thread (${(error as Error).message}); cut it into parts`,
  )
}
