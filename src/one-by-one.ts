import { Failure } from './record/failure.ts'

/** Runs items in a thread. Rejects where the thread dies, or `signal` ends it. */
type Run<Item, Result> = (items: Item[], signal: AbortSignal) => Promise<Result[]>

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
  const together = await within(seconds, (signal) => run(items, signal))
  if (!(together instanceof Failure)) return together
  if (items.length === 1) return [failed(items[0], together)]
  const results: Result[] = []
  for (const item of items) {
    const found = await within(seconds, (signal) => run([item], signal))
    if (found instanceof Failure) results.push(failed(item, found))
    else results.push(...found)
  }
  return results
}

/** How long a report may be read where nothing is said, in seconds. */
export const REPORT_SECONDS = 120

async function within<T>(seconds: number, run: (signal: AbortSignal) => Promise<T>): Promise<T | Failure> {
  const time = new AbortController()
  const timer = setTimeout(() => time.abort(), seconds * 1000)
  try {
    return await run(time.signal)
  } catch (error) {
    if (time.signal.aborted) return tooLong(seconds)
    if (isDeath(error)) return tooMuch(error)
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** Whether an error says that the thread died, and not what went wrong in it. */
export function isDeath(error: unknown): boolean {
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
export function tooLong(seconds: number): Failure {
  return new Failure(
    'read-too-long',
    `the report took more than ${seconds} seconds to read and was stopped; cut it into parts, or give it more time`,
  )
}

/** The failure of a report whose reading ended the thread: for want of memory, nearly always. */
export function tooMuch(error: unknown): Failure {
  return new Failure(
    'read-too-much',
    `the report took more memory to read than there is, or broke the thread (${(error as Error).message}); cut it into parts`,
  )
}
