import type { Consumer, Message } from './client.ts'
import { patiently } from './open-queue.ts'

export interface HandedOver {
  /** how many at most */
  most: number
  /** waits for more a while; else it ends with the last that is there */
  follow: boolean
  signal: AbortSignal
}

/** Records that the server hands over at once. */
const AT_ONCE = 200
/** Milliseconds without a record after which what came is kept. */
const IDLE = 1000

/**
 * The messages of one run, as they come: until there are enough, none is left, or none comes for a while.
 *
 * @throws what the client throws where the server is away, or has forgotten the consumer
 */
export async function* handedOver(consumer: Consumer, { most, follow, signal }: HandedOver): AsyncGenerator<Message> {
  let left = follow ? most : Math.min(most, (await patiently(() => consumer.info(), signal)).num_pending)
  while (left > 0 && !signal.aborted) {
    let came = 0
    for await (const message of await consumer.fetch({ max_messages: Math.min(AT_ONCE, left), expires: IDLE })) {
      yield message
      came++
    }
    if (came === 0) return
    left -= came
  }
}
