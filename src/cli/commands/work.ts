import { availableParallelism } from 'node:os'
import { Command, Option } from 'commander'
import { checkedOverlay } from '../../open-overlay.ts'
import { openQueue } from '../../queue/open-queue.ts'
import { workQueue } from '../../queue/work.ts'
import { Failure } from '../../record/failure.ts'
import { openAnswering } from '../answering.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption, secondsOption, threadsOption } from '../options.ts'
import { remark } from '../output.ts'
import { natsOption, type QueueOptions, stopSignal, streamOption } from '../queue-options.ts'

interface WorkOptions extends QueueOptions {
  threads?: number
  codebook?: string
  reportSeconds?: number
  tries: number
  ackWait: number
  untilEmpty?: boolean
}

const HELP = `
Start as many workers as there are machines; they share what waits. A report is taken off the queue when its record is written, so that a worker that
dies, or a machine that is lost, loses nothing; and each record is written once. A report that cannot be read is tried again, then parked with the reason:
onrecord parked lists them. SIGTERM or Ctrl+C: what is in hand is read and written, and the worker leaves with status 0.

Examples:
  onrecord work --nats nats://127.0.0.1:4222
  onrecord work --nats nats://queue.example:4222 --stream border --threads 8 --until-empty`

/** `onrecord work`: reads what waits in a queue. */
export function workCommand(): Command {
  return new Command('work')
    .description(deskCommands.work)
    .addOption(natsOption())
    .addOption(streamOption())
    .addOption(numberOption('--tries <n>', 'how often a report is tried before it is parked', 1, 1000).default(5))
    .addOption(
      numberOption(
        '--ack-wait <seconds>',
        'how long the server waits for a sign of life before another gets the report; the last worker to start says',
        1,
        86_400,
      ).default(60),
    )
    .option('--until-empty', 'end when nothing waits any more')
    .addOption(codebookOption())
    .addOption(threadsOption())
    .addOption(secondsOption())
    .addHelpText('after', HELP)
    .action(work)
}

async function work(options: WorkOptions): Promise<void> {
  const { threads = availableParallelism(), reportSeconds: seconds, tries, ackWait: wait, untilEmpty } = options
  const overlay = await checkedOverlay(options.codebook)
  const { signal, done } = stopSignal()
  const queue = await openQueue(options.nats, options.stream)
  const answering = openAnswering({ task: 'read' }, { threads, seconds, overlay })
  try {
    // one more in hand than is read, so that no thread waits for the network
    const read = async (lines: Parameters<typeof answering.answer>[0]) => (await answering.answer(lines))[0]
    const worked = await workQueue(queue, read, { hands: threads * 2, tries, wait, untilEmpty, signal })
    const parts = [
      `${worked.read} read`,
      worked.known > 0 && `${worked.known} read already`,
      worked.again > 0 && `${worked.again} given back to be tried again`,
      worked.parked > 0 && `${worked.parked} parked`,
    ]
    remark(`onrecord: ${parts.filter(Boolean).join(', ')}`)
  } finally {
    done()
    await answering.close()
    await queue.close()
  }
}

function numberOption(flags: string, description: string, least: number, most: number): Option {
  const [name] = flags.split(' ')
  return new Option(flags, description).argParser((value) => {
    const number = Number(value)
    if (Number.isInteger(number) && number >= least && number <= most) return number
    throw new Failure('bad-argument', `${name} takes a whole number from ${least} to ${most}, not '${value}'`)
  })
}
