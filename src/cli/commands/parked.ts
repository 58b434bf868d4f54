import { Command } from 'commander'
import { openQueue } from '../../queue/open-queue.ts'
import { parkedIn } from '../../queue/parked.ts'
import { deskCommands } from '../lazy.ts'
import { writeOut } from '../output.ts'
import { natsOption, type QueueOptions, streamOption } from '../queue-options.ts'

interface ParkedOptions extends QueueOptions {
  again?: boolean
}

const HELP = `
A line of JSON each: {"id", "error": {"code", "message"}, "tries", "from"}.

Examples:
  onrecord parked --nats nats://127.0.0.1:4222
  onrecord parked --nats nats://127.0.0.1:4222 --again   # once what was wrong is mended`

/** `onrecord parked`: the reports of a queue that no worker came through with. */
export function parkedCommand(): Command {
  return new Command('parked')
    .description(deskCommands.parked)
    .addOption(natsOption())
    .addOption(streamOption())
    .option('--again', 'put them into the queue again')
    .addHelpText('after', HELP)
    .action(parked)
}

async function parked({ nats, stream, again }: ParkedOptions): Promise<void> {
  const queue = await openQueue(nats, stream)
  try {
    for await (const one of parkedIn(queue, again)) await writeOut(`${JSON.stringify(one)}\n`)
  } finally {
    await queue.close()
  }
}
