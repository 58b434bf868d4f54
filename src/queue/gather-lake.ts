import { isRecord } from '../intake/object.ts'
import type { Refusal } from '../intake/taken.ts'
import type { Lake } from '../lake/open-lake.ts'
import { writeToLake } from '../lake/write-records.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { Consumer, Message } from './client.ts'
import type { GatherOptions } from './gather.ts'
import { handedOver } from './handed-over.ts'
import { patiently, type Queue } from './open-queue.ts'
import { unpacked } from './packing.ts'
import { takenHeader } from './taken-header.ts'

/** Records of one part: enough for files of a size that is read fast, few enough to be held in memory. */
const PART = 2000

/**
 * Brings the records of a queue into a lake, in the order in which they were written. The lake itself keeps how far it is, written together with the
 * rows: each record is in it once, wherever gathering was cut off.
 *
 * @returns how many records came, and how many messages held none
 * @throws Failure `queue-failed`, `lake-...`, `output-failed`
 */
export async function gatherIntoLake(
  queue: Queue,
  lake: Lake,
  { follow = false, signal, refuse }: Omit<GatherOptions, 'onProgress'>,
): Promise<{ records: number; refused: number }> {
  const { stream } = queue.names.records
  const source = `nats-${stream}`
  const total = { records: 0, refused: 0 }
  for (let consumer: Consumer | undefined; !signal.aborted; ) {
    const place = lake.place(source)
    consumer ??= await patiently(() => consumerAt(queue, stream, place + 1), signal)
    const run = await runOf(consumer, follow, signal)
    // broken off: asked for again from the place that the lake is at
    if (run.broken) consumer = undefined
    if (run.messages.length > 0) {
      const { records, refused } = takenOf(run.messages, `nats:${stream}`)
      refused.forEach((refusal) => void refuse?.(refusal))
      await writeToLake(lake, records, { source, place: run.messages[run.messages.length - 1].seq })
      total.records += records.length
      total.refused += refused.length
    } else if (!follow && !run.broken) break
  }
  return total
}

const consumerAt = ({ js }: Queue, stream: string, seq: number): Promise<Consumer> =>
  js.consumers.get(stream, { opt_start_seq: seq, deliver_policy: 'by_start_sequence' })

interface Run {
  messages: Message[]
  /** whether the server went away, or forgot whom it hands them to */
  broken: boolean
}

async function runOf(consumer: Consumer, follow: boolean, signal: AbortSignal): Promise<Run> {
  const messages: Message[] = []
  try {
    for await (const message of handedOver(consumer, { most: PART, follow, signal })) messages.push(message)
    return { messages, broken: false }
  } catch {
    return { messages, broken: true }
  }
}

function takenOf(messages: readonly Message[], stream: string) {
  const records: { record: NewsRecord; from: string; added: string }[] = []
  const refused: Refusal[] = []
  for (const message of messages) {
    const record = recordIn(message)
    const { from = stream, takenAt } = takenHeader(message) ?? {}
    const at = new Date().toISOString()
    if (record) records.push({ record, from, added: takenAt ?? at })
    else
      refused.push({
        from: stream,
        member: String(message.seq),
        at,
        code: 'line-not-record',
        message: 'this is not a record',
      })
  }
  return { records, refused }
}

function recordIn(message: Message): NewsRecord | undefined {
  try {
    const value = JSON.parse(new TextDecoder().decode(unpacked(message)))
    return isRecord(value) && value.schema === 'onrecord/1' ? (value as unknown as NewsRecord) : undefined
  } catch {
    return undefined
  }
}
