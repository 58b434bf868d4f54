import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Failure } from '../../record/failure.ts'
import type { AsideRequest, Begin, FromProcess, ToProcess } from './messages.ts'

/** A request that a process has in hand. */
interface Job {
  isLong: boolean
  /** since when it has been worked at; undefined while nobody takes what there is of it */
  since?: number
}

export interface AnswerOptions {
  /** milliseconds that the answer, and each piece of it, may take */
  time: number
  late(): Failure
  /** nobody waits for it any more */
  gone: AbortSignal
}

interface ProcessOptions {
  begin: Begin
  /** the program that it runs; onrecord's where left out */
  program?: URL
  /** called with errors of which the answer tells nothing */
  fault(error: Error): void
}

/** A process that answers one request after another. */
export interface Answerer {
  readonly job: Job | undefined
  readonly ended: boolean
  /** Keeps it for a request that is about to come. */
  keep(isLong: boolean): void
  answer(asked: AsideRequest, options: AnswerOptions): Promise<Response>
  /** Ends the process; what it has in hand fails so. Resolves once it is gone, and its hold on the desk with it. */
  end(failure: Failure): Promise<void>
}

/** How long what nobody waits for is let go on, in milliseconds: a new process takes about as long to start. */
const GRACE = 1000

/**
 * Starts a process that answers requests on a desk.
 *
 * @param free is called whenever it has nothing in hand, or has ended
 */
export function openAnswerer({ begin, program, fault }: ProcessOptions, free: () => void): Answerer {
  const ending = import.meta.url.slice(import.meta.url.lastIndexOf('.'))
  const child = fork(fileURLToPath(program ?? new URL(`./answer-process${ending}`, import.meta.url)), [], {
    serialization: 'advanced',
    ...(ending === '.ts' && { execArgv: ['--import', 'tsx'] }),
  })
  // whoever has no request under way is not kept alive by it
  child.unref()
  child.channel?.unref()
  let job: Job | undefined
  let ended = false
  let heard: (message: FromProcess) => void = () => {}
  let failed: (error: Error) => void = () => {}
  const send = (message: ToProcess) => void child.send(message, () => {})

  const over = () => {
    job = undefined
    heard = () => {}
    failed = () => {}
    free()
  }
  const died = (error: Error) => {
    if (ended) return
    ended = true
    child.kill('SIGKILL')
    const fail = failed
    over()
    fail(error)
  }
  child.on('message', (message: FromProcess) => {
    if (message.fault !== undefined) fault(new Error(message.fault))
    else heard(message)
  })
  child.once('error', (error) => died(error))
  const gone = new Promise<void>((done) => {
    child.once('error', () => done())
    child.once('exit', () => done())
  })
  child.once('exit', () =>
    died(
      new Failure(
        'query-too-dear',
        'this took more memory than there is, or ended the process that answered; narrow the filter',
      ),
    ),
  )
  send({ begin })

  return {
    get job() {
      return job
    },
    get ended() {
      return ended
    },
    end(failure) {
      died(failure)
      return gone
    },
    keep(isLong) {
      job = { isLong }
    },
    answer(asked, { time, late, gone }) {
      if (!job) return Promise.reject(gone.aborted ? gone.reason : late())
      const own = job
      let timer: NodeJS.Timeout | undefined
      const work = (most: number) => {
        clearTimeout(timer)
        own.since ??= performance.now()
        timer = setTimeout(() => died(late()), most)
      }
      const rest = () => {
        clearTimeout(timer)
        own.since = undefined
      }
      const leave = () => job === own && own.since !== undefined && work(Math.min(GRACE, time))
      const finish = () => {
        rest()
        gone.removeEventListener('abort', leave)
      }
      return new Promise<Response>((done, refuse) => {
        failed = (error) => {
          finish()
          refuse(error)
        }
        heard = ({ head, piece, last, broken }) => {
          rest()
          if (head) {
            if (last) finish()
            const body = last ? (piece ?? null) : streamOf(piece)
            done(new Response(body as BodyInit | null, head))
            if (last) over()
          } else if (broken !== undefined) {
            finish()
            over()
            refuse(new Error(broken))
          }
        }
        gone.addEventListener('abort', leave, { once: true })
        work(gone.aborted ? Math.min(GRACE, time) : time)
        send({ ask: asked })
      })

      /** The answer's pieces, each asked for when the one before was taken. */
      function streamOf(first: Uint8Array | undefined): ReadableStream<Uint8Array> {
        return new ReadableStream<Uint8Array>(
          {
            start(stream) {
              if (first) stream.enqueue(first)
              failed = (error) => {
                finish()
                stream.error(error)
              }
              heard = ({ piece, last, broken }) => {
                rest()
                if (piece) stream.enqueue(piece)
                if (broken !== undefined) stream.error(new Error(broken))
                else if (last) stream.close()
                if (broken === undefined && !last) return
                finish()
                over()
              }
            },
            pull() {
              if (job !== own) return
              work(time)
              send({ more: true })
            },
            cancel() {
              // a process in the middle of a download has nothing else to do than to end
              if (job === own) died(late())
            },
          },
          { highWaterMark: 1 },
        )
      }
    },
  }
}
