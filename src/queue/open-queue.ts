import { setTimeout as delay } from 'node:timers/promises'
import { Failure } from '../record/failure.ts'
import { type Client, type Connection, type Headers, type JetStream, loadClient, type Manager } from './client.ts'
import { type Names, queueNames, type StreamPlace } from './names.ts'
import { packMessage } from './packing.ts'

/** A queue over NATS JetStream: reports that wait, their records, and those that are parked. */
export interface Queue {
  names: Names
  js: JetStream
  manager: Manager
  headers(): Headers
  /**
   * Puts bytes at a key, once: what is there stays. Waits, and tries again, while the server is away.
   *
   * @returns whether it was new
   * @throws Failure `queue-too-small`, `queue-failed`
   */
  put(place: StreamPlace, key: string, bytes: Uint8Array, options?: Putting): Promise<boolean>
  /** Whether something is at a key. */
  has(place: StreamPlace, key: string): Promise<boolean>
  /** Sends what is still to be sent, and leaves. */
  close(): Promise<void>
}

export interface Putting {
  headers?: { readonly [name: string]: string | undefined }
  signal?: AbortSignal
}

/** Milliseconds that the server has for an answer. */
const TIMEOUT = 5000
/** JetStream's error for a subject that holds something already: wrong last sequence. */
const TAKEN = 10071

/**
 * Connects to a server of NATS, and makes the streams of the queue where they are not there. A connection that is lost is taken up again.
 *
 * @param url such as nats://127.0.0.1:4222, several parted by commas; user and password or token as in nats://user:password@host
 * @throws Failure `queue-client-missing`, `queue-unreachable`, `queue-failed`, `bad-argument`
 */
export async function openQueue(url: string, name: string): Promise<Queue> {
  const names = queueNames(name)
  const client = await loadClient()
  const connection = await connected(client, url)
  try {
    const manager = await client.jetstreamManager(connection)
    await makeStreams(manager, names)
    return queueOf({ client, connection, manager, names })
  } catch (error) {
    await connection.close()
    throw asFailure(error)
  }
}

async function connected(client: Client, url: string): Promise<Connection> {
  try {
    const servers = url.split(',').map((server) => server.trim())
    return await client.connect({
      servers,
      name: 'onrecord',
      timeout: TIMEOUT,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 500,
    })
  } catch (error) {
    // what stands between // and @ is secret
    const shown = url.replace(/\/\/[^/@]*@/g, '//')
    throw new Failure('queue-unreachable', `no NATS server answers at ${shown} (${(error as Error).message})`)
  }
}

async function makeStreams(manager: Manager, { reports, records, parked }: Names): Promise<void> {
  const common = { storage: 'file', discard: 'new' }
  const wanted = [
    { ...common, name: reports.stream, subjects: [`${reports.subject}*`], retention: 'workqueue' },
    { ...common, name: records.stream, subjects: [`${records.subject}*`], retention: 'limits' },
    { ...common, name: parked.stream, subjects: [`${parked.subject}*`], retention: 'limits' },
  ]
  for (const config of wanted) {
    const there = await manager.streams.info(config.name).catch((error) => {
      if ((error as { status?: number }).status === 404) return undefined
      throw error
    })
    if (!there) await manager.streams.add(config)
  }
}

interface Parts {
  client: Client
  connection: Connection
  manager: Manager
  names: Names
}

function queueOf({ client, connection, manager, names }: Parts): Queue {
  const js = client.jetstream(connection)
  const put = async (
    place: StreamPlace,
    key: string,
    bytes: Uint8Array,
    { headers: more = {}, signal }: Putting = {},
  ) => {
    const headers = client.headers()
    for (const [name, value] of Object.entries(more)) if (value !== undefined) headers.set(name, value)
    const data = packMessage(bytes, connection.info?.max_payload ?? 1024 * 1024, headers)
    const options = { headers, timeout: TIMEOUT, expect: { lastSubjectSequence: 0 } }
    return patiently(async () => {
      try {
        await js.publish(place.subject + key, data, options)
        return true
      } catch (error) {
        if ((error as { code?: unknown }).code === TAKEN) return false
        throw error
      }
    }, signal)
  }
  const has = async ({ stream, subject }: StreamPlace, key: string) => {
    const { state } = await patiently(() => manager.streams.info(stream, { subjects_filter: subject + key }))
    return Object.keys(state.subjects ?? {}).length > 0
  }
  const close = async () => {
    await connection.drain().catch(() => connection.close())
  }
  return { names, js, manager, headers: () => client.headers(), put, has, close }
}

/** Longest time between two tries, in milliseconds. */
const LONGEST = 5000

/**
 * Does what needs the server, and does it again while the server is away: it is started anew, or takes too long. What the server refuses is not tried again.
 *
 * @throws Failure `queue-failed`
 */
export async function patiently<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let wait = 100; ; wait = Math.min(LONGEST, wait * 2)) {
    try {
      return await work()
    } catch (error) {
      if (!isAway(error) || signal?.aborted) throw asFailure(error)
      await delay(wait, undefined, { signal }).catch(() => {})
    }
  }
}

/** Whether an error says that the server is not there for now: no answer in time, nobody to answer, the connection broken, its JetStream not up yet. */
export function isAway(error: unknown): boolean {
  const { name, status, cause } = error as { name?: string; status?: number; cause?: unknown }
  if (status === 503) return true
  if (
    ['TimeoutError', 'ConnectionError', 'RequestError', 'NoRespondersError', 'JetStreamNotEnabled'].includes(name ?? '')
  )
    return true
  return cause !== undefined && isAway(cause)
}

function asFailure(error: unknown): Error {
  if (error instanceof Failure) return error
  const message = error instanceof Error ? error.message : String(error)
  const hint = /jetstream is not enabled/i.test(message) ? '; start it with JetStream: nats-server -js' : ''
  return new Failure('queue-failed', `the NATS server refused: ${message}${hint}`)
}
