import { Command } from 'commander'
import { takeReports } from '../../intake/take.ts'
import { feedQueue } from '../../queue/feed.ts'
import { openQueue } from '../../queue/open-queue.ts'
import { Failure } from '../../record/failure.ts'
import { deskCommands } from '../lazy.ts'
import { published } from '../options.ts'
import { remark, writeOut } from '../output.ts'
import { natsOption, type QueueOptions, saidRefusals, stopSignal, streamOption } from '../queue-options.ts'

interface FeedOptions extends QueueOptions {
  published?: string
  textColumn?: string
  fetch?: boolean
  private?: boolean
  json?: boolean
}

const HELP = `
Sources are what onrecord add takes. Each report is put in once: what waits already, or has its record, stays as it is, so that the same command may be
given again. The streams NAME, NAME-records and NAME-parked are made where they are not there; make them yourself for copies on several servers, or limits.

Examples:
  onrecord feed reports/ --nats nats://127.0.0.1:4222
  onrecord feed crawl.warc.gz --nats nats://queue.example:4222 --stream border`

/** `onrecord feed`: puts reports into a queue, for workers to read. */
export function feedCommand(): Command {
  return new Command('feed')
    .description(deskCommands.feed)
    .argument('<sources...>', 'files, folders, addresses, or - for standard input')
    .addOption(natsOption())
    .addOption(streamOption())
    .option('--published <date>', 'date of publication for reports that give none', published)
    .option(
      '--text-column <name>',
      'of a table (CSV, TSV, Excel), the column that holds the texts; guessed where left out',
    )
    .option('--fetch', 'of a feed, take the pages that it links to')
    .option('--private', 'allow addresses that lead to a private network')
    .option('--json', 'the counts as JSON')
    .addHelpText('after', HELP)
    .action(feed)
}

async function feed(sources: string[], options: FeedOptions): Promise<void> {
  if (sources.length === 0) throw new Failure('bad-argument', 'name a file, a folder or an address to put in')
  const { published, textColumn, fetch, private: allowed } = options
  const { signal, done } = stopSignal()
  const queue = await openQueue(options.nats, options.stream)
  const refusals = saidRefusals()
  try {
    const now = () => new Date().toISOString()
    const say = (words: string) => remark(`onrecord: ${words}`)
    const taken = takeReports(sources, { published, textColumn, fetch, private: allowed, now, say, signal })
    const fed = await feedQueue(queue, taken, { signal, refuse: refusals.add })
    const { put, known, records, refused } = fed
    const parts = [
      `${put} put in`,
      known > 0 && `${known} there already`,
      records > 0 && `${records} left out, since they are records (onrecord add keeps them)`,
      refused > 0 && `${refused} refused`,
    ]
    await writeOut(options.json ? `${JSON.stringify(fed)}\n` : `${parts.filter(Boolean).join(', ')}\n`)
    refusals.say()
    if (signal.aborted) process.exitCode = 130
    else if (refused > 0) process.exitCode = 1
  } finally {
    done()
    await queue.close()
  }
}
