import type { Refusal, Taken, TakenReport } from '../intake/taken.ts'
import { Failure } from '../record/failure.ts'
import { queueKey } from './names.ts'
import type { Queue } from './open-queue.ts'

/** What came of putting reports in. */
export interface Fed {
  /** that now wait to be read */
  put: number
  /** that wait already, or are read */
  known: number
  /** that came with their records, and need no reading */
  records: number
  refused: number
}

export interface FeedOptions {
  signal?: AbortSignal
  refuse(refusal: Refusal): void
}

/** How many reports may be on their way to the server at once. */
const AHEAD = 64

/** The header that says where a report was taken from, for the desk that its record comes to. */
export const TAKEN = 'Onrecord-Taken'

/**
 * Puts reports into a queue, each once: what waits already, or is read, stays as it is.
 *
 * @throws Failure `queue-failed` where the server takes no more
 */
export async function feedQueue(
  queue: Queue,
  sources: AsyncIterable<Taken>,
  { signal, refuse }: FeedOptions,
): Promise<Fed> {
  const fed: Fed = { put: 0, known: 0, records: 0, refused: 0 }
  const underWay = new Set<Promise<void>>()
  let failed: unknown
  for await (const taken of sources) {
    if (signal?.aborted || failed) break
    if ('refused' in taken) {
      refuse(taken.refused)
      fed.refused++
    } else if (taken.record) fed.records++
    else {
      const one: Promise<void> = feedOne(queue, taken, fed, { signal, refuse })
        .catch((error) => {
          failed ??= error
        })
        .finally(() => underWay.delete(one))
      underWay.add(one)
      while (underWay.size >= AHEAD) await Promise.race(underWay)
    }
  }
  await Promise.all(underWay)
  if (failed) throw failed
  return fed
}

async function feedOne(queue: Queue, taken: TakenReport, fed: Fed, { signal, refuse }: FeedOptions): Promise<void> {
  const { id, text, published, title, outlet, url, byline, from, member, takenAt: at } = taken
  const bytes = Buffer.from(JSON.stringify({ id, text, published, title, outlet, url, byline }))
  const key = queueKey(taken)
  const headers = { [TAKEN]: encodeURIComponent(JSON.stringify({ from, member, takenAt: at })) }
  try {
    const known =
      (await queue.has(queue.names.records, key)) ||
      !(await queue.put(queue.names.reports, key, bytes, { headers, signal }))
    fed[known ? 'known' : 'put']++
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'queue-too-small') throw error
    refuse({ from, member, at, code: error.code, message: error.message })
    fed.refused++
  }
}
