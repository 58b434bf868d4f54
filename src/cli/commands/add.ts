import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { type Added, addReports, readAgain } from '../../desk/add.ts'
import { openDesk } from '../../desk/open.ts'
import { isPublished } from '../../record/published.ts'
import { Failure } from '../../report/failure.ts'
import { takeReports } from '../../report/take.ts'
import { deskCommands } from '../lazy.ts'
import { threadsOption } from '../options.ts'
import { remark, writeOut } from '../output.ts'

interface AddCommandOptions {
  desk: string
  published?: string
  again?: boolean
  json?: boolean
  threads?: number
}

const HELP = `
Sources are files, folders and - for standard input: plain text (one report a file) or JSON Lines (one report a line, as for onrecord
read --jsonl). What the desk has already is known by its bytes or its text, and is not read again; near copies are kept as copies of
the first. Ctrl+C leaves a desk that is whole; the same command goes on where it stopped.

Examples:
  onrecord add reports/ --desk border.db
  onrecord add reports.jsonl --desk border.db
  onrecord add --again --desk border.db      # read everything with this version's reader`

/** `onrecord add`: takes reports into a desk, and reads them. */
export function addCommand(): Command {
  return new Command('add')
    .description(deskCommands.add)
    .argument('[sources...]', 'files, folders, or - for standard input')
    .requiredOption('--desk <file>', 'the desk: an SQLite file, made where there is none')
    .option('--published <date>', 'date of publication for reports that give none', published)
    .option('--again', "read again what is there and was not read by this version's reader")
    .option('--json', 'the counts as JSON')
    .addOption(threadsOption())
    .addHelpText('after', HELP)
    .action(add)
}

async function add(sources: string[], options: AddCommandOptions): Promise<void> {
  if (sources.length === 0 && !options.again)
    throw new Failure(
      'bad-argument',
      'name a file or a folder to add, or - for standard input; onrecord add --help says more',
    )
  const desk = openDesk(options.desk, { create: !options.again })
  const stop = new AbortController()
  const interrupt = () => {
    remark('onrecord: finishing what is in hand; press Ctrl+C again to stop at once')
    stop.abort()
    process.once('SIGINT', () => process.exit(130))
  }
  process.once('SIGINT', interrupt)
  const bar = progress()
  const run = { threads: options.threads, signal: stop.signal, onProgress: bar.show }
  try {
    const taken = takeReports(sources, { published: options.published, now: () => new Date().toISOString() })
    const added = options.again ? await readAgain(desk, run) : await addReports(desk, taken, run)
    bar.end()
    await writeOut(options.json ? `${JSON.stringify(added)}\n` : sayAdded(added, options.desk))
    if (stop.signal.aborted) process.exitCode = 130
    else if (added.refused + added.failed > 0) process.exitCode = 1
  } finally {
    bar.end()
    process.removeListener('SIGINT', interrupt)
    desk.close()
  }
}

function sayAdded({ read, known, copies, kept, failed, refused }: Added, file: string): string {
  const parts = [
    `${read} read`,
    copies > 0 && `${copies} of them near copies`,
    known > 0 && `${known} there already`,
    kept > 0 && `${kept} kept and not read (not English)`,
    failed > 0 && `${failed} that the reader broke on`,
    refused > 0 && `${refused} refused`,
  ].filter(Boolean)
  const more = failed + refused > 0 ? `onrecord status --desk ${file} says why.\n` : ''
  return `${parts.join(', ')}\n${more}`
}

/** A bar on a terminal, nothing elsewhere. How much is to come is not known: it shows what was done, and how fast. */
function progress() {
  if (!process.stderr.isTTY) return { show: undefined, end: () => {} }
  const bar = new SingleBar({
    format: '{value} reports  {rate} a second  {elapsed} s',
    stream: process.stderr,
    clearOnComplete: true,
    etaBuffer: 100,
  })
  const began = performance.now()
  bar.start(0, 0, { rate: '-', elapsed: 0 })
  return {
    show: ({ read, known, kept, failed, refused }: Readonly<Added>) => {
      const seconds = (performance.now() - began) / 1000
      const done = read + known + kept + failed + refused
      bar.update(done, { rate: (done / seconds).toFixed(0), elapsed: seconds.toFixed(0) })
    },
    end: () => bar.stop(),
  }
}

function published(value: string): string {
  if (isPublished(value)) return value
  throw new Failure('bad-argument', `--published takes an ISO 8601 date such as 2024-10-03, not '${value}'`)
}
