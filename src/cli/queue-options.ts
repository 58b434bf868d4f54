import { Option } from 'commander'
import type { Refusal } from '../intake/taken.ts'
import { remark } from './output.ts'

export interface QueueOptions {
  nats: string
  stream: string
}

/** --nats: the server of the queue. */
export function natsOption(): Option {
  return new Option('--nats <url>', 'the server, such as nats://127.0.0.1:4222; several parted by commas')
    .env('NATS_URL')
    .makeOptionMandatory()
}

/** --stream: the queue's name. */
export function streamOption(): Option {
  return new Option('--stream <name>', "the queue's name, from which its streams have theirs").default('reports')
}

/** A signal that Ctrl+C or SIGTERM gives, after which what is in hand is finished; the second ends the command at once. */
export function stopSignal(): { signal: AbortSignal; done(): void } {
  const stop = new AbortController()
  const once = (signal: 'SIGINT' | 'SIGTERM', status: number) => () => {
    if (stop.signal.aborted) process.exit(status)
    remark(`onrecord: finishing what is in hand; ${signal} again to stop at once`)
    stop.abort()
  }
  const interrupt = once('SIGINT', 130)
  const terminate = once('SIGTERM', 143)
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', terminate)
  return {
    signal: stop.signal,
    done: () => void process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', terminate),
  }
}

/** Most refusals that are said at the end. */
const MOST = 20

/** Gathers refusals, and says the first of them at the end. */
export function saidRefusals(): { add(refusal: Refusal): void; say(): void } {
  const first: Refusal[] = []
  let all = 0
  return {
    add(refusal) {
      if (++all <= MOST) first.push(refusal)
    },
    say() {
      for (const { from, member, code, message } of first)
        remark(`onrecord: ${code}: ${member ? `${from}, ${member}: ` : ''}${message}`)
      if (all > first.length) remark(`onrecord: and ${all - first.length} more`)
    },
  }
}
