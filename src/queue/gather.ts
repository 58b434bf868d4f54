import { type AddedCounts, addReports } from '../desk/add.ts'
import { noneAdded } from '../desk/keep.ts'
import type { OpenedDesk } from '../desk/open.ts'
import { takeJsonLines } from '../intake/take.ts'
import type { Refusal, Taken, TakenReport } from '../intake/taken.ts'
import type { Consumer, Message } from './client.ts'
import { handedOver } from './handed-over.ts'
import { isAway, patiently, type Queue } from './open-queue.ts'
import { unpacked } from './packing.ts'
import { takenHeader } from './taken-header.ts'

export interface GatherOptions {
  /** goes on waiting for records; else it ends when there are no more */
  follow?: boolean
  /** begins with the first record, wherever a desk of that name was before */
  fresh?: boolean
  signal: AbortSignal
  refuse?(refusal: Refusal): void
  /** called after every run that is kept */
  onProgress?(added: Readonly<AddedCounts>): void
}

/** Records kept in one go: a desk tidies itself after each. */
const RUN = 20_000
/** Seconds that the server waits for a record to be kept, before it hands it over again. */
const WAIT = 120

/**
 * Brings the records of a queue into a desk. A record is acknowledged when it is written; one that is handed over again is there already, and is known by its text.
 *
 * @param name of the desk's place in the queue: each desk gets every record
 * @throws Failure `queue-failed`, and what writing a desk throws
 */
export async function gatherIntoDesk(
  queue: Queue,
  desk: OpenedDesk,
  name: string,
  { follow = false, fresh = false, signal, refuse, onProgress }: GatherOptions,
): Promise<AddedCounts> {
  const { stream } = queue.names.records
  const consumer = await patiently(() => placeIn(queue, stream, { name, fresh }), signal)
  const total = noneAdded()
  const sum = (added: Readonly<AddedCounts>) => {
    for (const field of Object.keys(total) as (keyof AddedCounts)[]) total[field] += added[field]
  }
  while (!signal.aborted) {
    const unsettled: Message[] = []
    let settled = 0
    const settle = (added: Readonly<AddedCounts>) => {
      const { read, known, kept, failed, refused } = added
      for (const now = read + known + kept + failed + refused; settled < now; settled++) unsettled.shift()?.ack()
      onProgress?.({ ...added })
    }
    const messages = untilAway(handedOver(consumer, { most: RUN, follow, signal }))
    const taken = takeMessages(messages, queue, unsettled, refuse)
    const added = await addReports(desk, taken, { signal, onProgress: settle, read: async () => [] })
    sum(added)
    if (!follow && (await patiently(() => consumer.info(), signal)).num_pending === 0) break
  }
  return total
}

/** Messages until the server is away: what came is kept meanwhile. */
async function* untilAway(messages: AsyncIterable<Message>): AsyncGenerator<Message> {
  try {
    yield* messages
  } catch (error) {
    if (!isAway(error)) throw error
  }
}

/** A desk's place among the records. What was handed over and not acknowledged, as by a gather that was killed, is handed over again at once. */
async function placeIn(
  { manager, js }: Queue,
  stream: string,
  { name, fresh }: { name: string; fresh: boolean },
): Promise<Consumer> {
  const config = { durable_name: name, ack_policy: 'explicit', ack_wait: WAIT * 1e9, max_ack_pending: 5000 }
  const before = await manager.consumers.info(stream, name).catch((error) => {
    if ((error as { status?: number }).status === 404) return undefined
    throw error
  })
  const anew = before !== undefined && (fresh || before.num_ack_pending > 0)
  if (anew) await manager.consumers.delete(stream, name)
  const from = anew && !fresh ? before.ack_floor.stream_seq + 1 : 1
  if (!before || anew)
    await manager.consumers.add(stream, { ...config, deliver_policy: 'by_start_sequence', opt_start_seq: from })
  return js.consumers.get(stream, name)
}

/** Records as the intake takes them, checked: one, or a refusal, for each message, in their order. */
async function* takeMessages(
  messages: AsyncIterable<Message>,
  { names }: Queue,
  unsettled: Message[],
  refuse?: (refusal: Refusal) => void,
): AsyncGenerator<Taken> {
  const given: Message[] = []
  async function* lines() {
    for await (const message of messages) {
      given.push(message)
      unsettled.push(message)
      yield lineOf(message)
    }
  }
  const from = `nats:${names.records.stream}`
  const now = () => new Date().toISOString()
  for await (const taken of takeJsonLines(lines(), from, { now, limits: { input: LONGEST } })) {
    const message = given.shift() as Message
    const member = String(message.seq)
    const refused = refusedOf(taken, now())
    if (refused) {
      refuse?.({ ...refused, member })
      yield { refused: { ...refused, member } }
    } else yield { ...(taken as TakenReport), member, ...takenHeader(message) }
  }
}

/** Most bytes of one record. */
const LONGEST = 256 * 1024 * 1024

/** What a message holds as one line, whoever wrote it; nothing is no record either. */
function lineOf(message: Message): Uint8Array {
  const bytes = Buffer.from(unpacked(message))
  const line = bytes.includes(10) ? Buffer.from(bytes.toString('utf8').replaceAll('\n', ' ')) : bytes
  return Buffer.concat([line.toString('utf8').trim() === '' ? Buffer.from('{}') : line, Buffer.from('\n')])
}

function refusedOf(taken: Taken, at: string): Refusal | undefined {
  if ('refused' in taken) return taken.refused
  if (taken.record) return undefined
  const message = 'this is a report and not a record; reports go into the queue by onrecord feed'
  return { from: taken.from, at, code: 'line-not-record', message }
}
