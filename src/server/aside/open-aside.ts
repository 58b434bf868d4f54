import type { Overlay } from '../../lay-over.ts'
import { Failure } from '../../record/failure.ts'
import { type Answerer, openAnswerer } from './answerer.ts'
import type { AsideRequest, Begin } from './messages.ts'

/**
 * In milliseconds: how long a request may be worked at, and how long while another waits. How many processes there are at most, and how
 * many requests may wait for one.
 */
const LIMITS = { time: 30_000, patience: 5_000, most: 4, queue: 64 }

export interface AsideOptions extends Partial<typeof LIMITS> {
  /** the program that answers, where it is not onrecord's */
  program?: URL
  /** tables that are laid over the codebook of the reader */
  overlay?: Overlay
  /** called with an error that is a fault of onrecord */
  fault?(error: Error): void
}

/** Answers requests that only read, beside the server, so that a dear one keeps nobody waiting. */
export interface Aside {
  /** @throws Failure `query-too-dear` or `server-busy` */
  answer(request: Request): Promise<Response>
  /** Ends the processes; resolves once all are gone. */
  close(): Promise<void>
}

/**
 * Processes that answer requests on a desk, each with a connection of its own that only reads. What takes too long is cut with its process:
 * SQLite cannot be stopped within a thread. Downloads, which last as long as whoever takes them likes, leave one process to the others.
 */
export function openAside(
  desk: { at: string; file: string },
  { program, overlay, fault = () => {}, ...limits }: AsideOptions = {},
): Aside {
  const { time, patience, most, queue } = { ...LIMITS, ...limits }
  const begin: Begin = { ...desk, overlay }
  const answerers: Answerer[] = []
  const waiting: { isLong: boolean; go(answerer: Answerer): void }[] = []
  let isClosed = false

  const start = (): Answerer => {
    const answerer: Answerer = openAnswerer({ begin, program, fault }, () => {
      const at = answerers.indexOf(answerer)
      // a process that was ended makes room for another
      if (answerer.ended && at >= 0) answerers.splice(at, 1)
      if (!isClosed) next()
    })
    answerers.push(answerer)
    return answerer
  }
  /** A process that is free for it, and kept for it: the one that was started first before others: it has counts at hand. */
  const free = (isLong: boolean): Answerer | undefined => {
    if (isLong && answerers.filter(({ job }) => job?.isLong).length >= Math.max(1, most - 1)) return undefined
    const answerer = answerers.find(({ job }) => !job) ?? (answerers.length < most ? start() : undefined)
    answerer?.keep(isLong)
    return answerer
  }
  const next = () => {
    for (let n = 0; n < waiting.length; n++) {
      const answerer = free(waiting[n].isLong)
      if (answerer) waiting.splice(n--, 1)[0].go(answerer)
    }
  }
  /** Ends what has been worked at longest, where it had its time and another waits; for a download, downloads alone. */
  const hurry = (isLong: boolean) => {
    const [longest] = answerers
      .filter(({ job }) => job?.since !== undefined && (job.isLong || !isLong))
      .sort((a, b) => (a.job?.since as number) - (b.job?.since as number))
    if (longest?.job?.since !== undefined && performance.now() - longest.job.since >= patience)
      void longest.end(tooDear(patience, ' while others waited'))
  }
  const turn = (isLong: boolean, gone: AbortSignal): Promise<Answerer> => {
    if (gone.aborted) return Promise.reject(gone.reason)
    const answerer = free(isLong)
    if (answerer) return Promise.resolve(answerer)
    if (waiting.length >= queue)
      return Promise.reject(new Failure('server-busy', 'too many requests are waiting; try again in a while'))
    return new Promise((done, failed) => {
      const timer = setInterval(() => hurry(isLong), patience / 5)
      const waits = {
        isLong,
        go(answerer: Answerer) {
          clearInterval(timer)
          gone.removeEventListener('abort', leave)
          done(answerer)
        },
      }
      const leave = () => {
        clearInterval(timer)
        waiting.splice(waiting.indexOf(waits), 1)
        failed(gone.reason)
      }
      gone.addEventListener('abort', leave, { once: true })
      waiting.push(waits)
    })
  }
  start()
  return {
    async answer(request) {
      const asked = await askedOf(request)
      const isLong = isDownload(asked.url)
      const answerer = await turn(isLong, request.signal)
      return answerer.answer(asked, { time, late: () => tooDear(time), gone: request.signal })
    },
    async close() {
      isClosed = true
      const stopped = new Failure('server-busy', 'the server is stopping')
      await Promise.all([...answerers].map((answerer) => answerer.end(stopped)))
    },
  }
}

async function askedOf({ method, url, headers, body }: Request): Promise<AsideRequest> {
  return {
    method,
    url,
    headers: [...headers],
    ...(body ? { body: new Uint8Array(await new Response(body).arrayBuffer()) } : {}),
  }
}

const isDownload = (url: string): boolean => /^\/api\/export\/|\.(?:csv|jsonl)$/.test(new URL(url).pathname)

function tooDear(time: number, why = ''): Failure {
  return new Failure(
    'query-too-dear',
    `this takes more than ${time / 1000} seconds${why} and was stopped; narrow the filter, or ask onrecord find or export on the command line, which have no limit`,
  )
}
