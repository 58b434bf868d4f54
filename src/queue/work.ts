import { setTimeout as delay } from 'node:timers/promises'
import type { Lines } from '../intake/lines.ts'
import { Failure } from '../record/failure.ts'
import type { Consumer, Message } from './client.ts'
import { TAKEN } from './feed.ts'
import { keyIn } from './names.ts'
import { patiently, type Queue } from './open-queue.ts'
import { unpacked } from './packing.ts'

/** Reads a run of one line: the record, or the line that stands in its place. */
export type ReadLine = (lines: Lines) => Promise<{ bytes: Uint8Array; bad: number }>

export interface WorkOptions {
  /** how many reports are in hand at once */
  hands: number
  /** how often a report is tried before it is parked */
  tries: number
  /** how long the server waits for a sign of life before it gives a report to another worker, in seconds */
  wait: number
  /** ends when no report waits, and none is in anybody's hands */
  untilEmpty?: boolean
  /** takes no more; what is in hand is read and written */
  signal: AbortSignal
}

/** What a worker did. */
export interface Worked {
  read: number
  /** that were read by another, or before */
  known: number
  /** given back, to be tried again */
  again: number
  parked: number
}

/** The name of the workers, who share what waits. */
const WORKERS = 'workers'
/** Milliseconds that the server is asked to wait for a report before it is asked again. */
const ASK = 2000
/** Milliseconds before a report that could not be read is tried again, for each time that it was. */
const REST = 1000

/**
 * Takes reports from the queue, reads them and writes their records, until it is told to stop. A report is taken off the queue when its record is written:
 * a worker that dies leaves its reports to the others. A record is written once, however often its report is read: its key is the report's.
 *
 * @throws Failure `queue-failed`
 */
export async function workQueue(queue: Queue, read: ReadLine, options: WorkOptions): Promise<Worked> {
  const { hands, wait, signal } = options
  const config = {
    durable_name: WORKERS,
    ack_policy: 'explicit',
    ack_wait: wait * 1e9,
    max_deliver: -1,
    max_ack_pending: 100_000,
  }
  const { stream } = queue.names.reports
  const consumer = await patiently(async () => {
    await queue.manager.consumers.add(stream, config)
    return queue.js.consumers.get(stream, WORKERS)
  }, signal)
  const worked: Worked = { read: 0, known: 0, again: 0, parked: 0 }
  const hand = async () => {
    while (!signal.aborted) {
      const message = await nextOf(consumer, signal)
      if (message) await handle(message, { queue, read, options, worked })
      else if (options.untilEmpty && (await isEmpty(consumer))) return
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return worked
}

async function nextOf(consumer: Consumer, signal: AbortSignal): Promise<Message | undefined> {
  try {
    const messages = await consumer.fetch({ max_messages: 1, expires: ASK })
    const stop = () => messages.stop()
    signal.addEventListener('abort', stop, { once: true })
    try {
      for await (const message of messages) return message
    } finally {
      signal.removeEventListener('abort', stop)
    }
  } catch {
    // the server is away; asking again waits for it
    await delay(ASK / 4, undefined, { signal }).catch(() => {})
  }
  return undefined
}

async function isEmpty(consumer: Consumer): Promise<boolean> {
  const { num_pending, num_ack_pending } = await patiently(() => consumer.info())
  return num_pending + num_ack_pending === 0
}

interface Handling {
  queue: Queue
  read: ReadLine
  options: WorkOptions
  worked: Worked
}

async function handle(message: Message, handling: Handling): Promise<void> {
  // told while it is read, so that nobody else gets it
  const alive = setInterval(() => message.working(), (handling.options.wait * 1000) / 3)
  try {
    await settle(message, handling)
  } finally {
    clearInterval(alive)
  }
}

async function settle(message: Message, { queue, read, options, worked }: Handling): Promise<void> {
  const { records } = queue.names
  const key = keyIn(message.subject)
  const { deliveryCount } = message.info
  if (deliveryCount > 1 && (await queue.has(records, key))) {
    message.ack()
    worked.known++
    return
  }
  const failure =
    deliveryCount > options.tries ? broken(options.tries) : await readInto(message, { queue, read, worked })
  if (!failure) return message.ack()
  if (deliveryCount < options.tries && mayPass(failure)) {
    message.nak(REST * deliveryCount)
    worked.again++
    return
  }
  await park(queue, message, failure)
  message.ack()
  worked.parked++
}

/** A report whose workers went down each time. */
const broken = (tries: number) =>
  new Failure(
    'read-too-much',
    `every worker that had the report went down, ${tries} times; read it by itself: onrecord read`,
  )

/** Reads a report and writes its record; the failure where it could not. */
async function readInto(
  message: Message,
  { queue, read, worked }: Omit<Handling, 'options'>,
): Promise<Failure | undefined> {
  const { bytes, bad } = await read({ bytes: ended(unpacked(message)), first: 1 })
  if (bad > 0) return failureIn(bytes)
  const headers = { [TAKEN]: message.headers?.get(TAKEN) || undefined }
  try {
    const isNew = await queue.put(queue.names.records, keyIn(message.subject), bytes.subarray(0, -1), { headers })
    worked[isNew ? 'read' : 'known']++
  } catch (error) {
    if (error instanceof Failure && error.code === 'queue-too-small') return error
    throw error
  }
  return undefined
}

const ended = (line: Uint8Array) => Buffer.concat([line, Buffer.from('\n')])

function failureIn(answer: Uint8Array): Failure {
  const { error } = JSON.parse(new TextDecoder().decode(answer))
  return new Failure(error.code, error.message)
}

/** Whether another try may go better: what is wrong with the report itself stays wrong. */
const mayPass = ({ code }: Failure) => code === 'reader-failed' || code.startsWith('read-')

/** Parks a report, as it came, with the reason in the headers. */
async function park(queue: Queue, message: Message, { code, message: why }: Failure): Promise<void> {
  const headers = {
    [TAKEN]: message.headers?.get(TAKEN) || undefined,
    'Onrecord-Error': code,
    'Onrecord-Message': encodeURIComponent(why),
    'Onrecord-Tries': String(message.info.deliveryCount),
  }
  await queue.put(queue.names.parked, keyIn(message.subject), unpacked(message), { headers })
}
