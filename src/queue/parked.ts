import type { Message } from './client.ts'
import { TAKEN } from './feed.ts'
import { keyIn } from './names.ts'
import type { Queue } from './open-queue.ts'
import { unpacked } from './packing.ts'
import { takenHeader } from './taken-header.ts'

/** A report that no worker came through with. */
export interface Parked {
  /** the report's id, where it has one */
  id?: string
  error: { code: string; message: string }
  tries: number
  from?: string
}

/**
 * What is parked, one after the other; put into the queue again, and no longer parked, where that is asked for.
 *
 * @throws Failure `queue-failed`
 */
export async function* parkedIn(queue: Queue, again = false): AsyncGenerator<Parked> {
  const { stream } = queue.names.parked
  const { state } = await queue.manager.streams.info(stream)
  if (state.messages === 0) return
  const consumer = await queue.js.consumers.get(stream, { opt_start_seq: 1, deliver_policy: 'by_start_sequence' })
  let left = state.messages
  for await (const message of await consumer.fetch({ max_messages: left, expires: 5000 })) {
    yield parkedOf(message)
    if (again) {
      const headers = { [TAKEN]: message.headers?.get(TAKEN) || undefined }
      await queue.put(queue.names.reports, keyIn(message.subject), unpacked(message), { headers })
      await queue.manager.streams.deleteMessage(stream, message.seq)
    }
    if (--left === 0) return
  }
}

function parkedOf(message: Message): Parked {
  const { headers } = message
  const code = headers?.get('Onrecord-Error') ?? ''
  return {
    ...idIn(unpacked(message)),
    error: { code, message: decodeURIComponent(headers?.get('Onrecord-Message') ?? '') },
    tries: Number(headers?.get('Onrecord-Tries') ?? 0),
    from: takenHeader(message)?.from,
  }
}

function idIn(bytes: Uint8Array): { id?: string } {
  try {
    const { id } = JSON.parse(new TextDecoder().decode(bytes))
    return typeof id === 'string' ? { id } : {}
  } catch {
    return {}
  }
}
