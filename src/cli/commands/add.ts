import { Presets, SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import { type AddedCounts, addReports, readAgain } from '../../desk/add.ts'
import { openDesk } from '../../desk/open.ts'
import { sourceName } from '../../intake/source.ts'
import { type Passing, type Progress, takeReports } from '../../intake/take.ts'
import type { Refusal, Taken } from '../../intake/taken.ts'
import { checkedOverlay } from '../../open-overlay.ts'
import { Failure } from '../../record/failure.ts'
import { deskCommands } from '../lazy.ts'
import { codebookOption, published, secondsOption, threadsOption } from '../options.ts'
import { remark, writeOut } from '../output.ts'
import { printable } from '../show/printable.ts'

interface AddCommandOptions {
  desk: string
  published?: string
  again?: boolean
  textColumn?: string
  keep: 'originals' | 'none'
  fetch?: boolean
  private?: boolean
  json?: boolean
  threads?: number
  codebook?: string
  reportSeconds?: number
}

const HELP = `
Sources are files, folders, http and https addresses, and - for standard input. What is in them is told by their content: plain text,
HTML pages, pages saved as MHTML, e-mail (.eml), PDF, Word (.docx), tables with a report a row (CSV, TSV, Excel), RSS, Atom, JSON Feed, OPML (the feeds
that it lists), WARC and WACZ (their pages that are reports), ZIP, JSON Lines (a report a line, as for onrecord read --jsonl; or a record a line, as it
writes them) and ninjs; each may be packed by gzip. Which column of a table says what is guessed by their names, and said. Of a feed, its own text is
taken; with --fetch, the pages that it links to. docs/intake.md has all of it.

What the desk has already is known by its bytes or its text, and is not read again; near copies are kept as copies of the first. Reports
in other languages than English are kept and not read. What cannot be taken is listed at the end, and the exit status is then 1.
Ctrl+C leaves a desk that is whole; the same command goes on where it stopped.

Examples:
  onrecord add reports/ --desk border.db
  onrecord add articles.csv --text-column body --desk border.db
  onrecord add reports.jsonl crawl.warc.gz --desk border.db
  onrecord add https://example.org/news.rss --fetch --desk border.db
  onrecord add records.jsonl --desk border.db   # what onrecord read --jsonl wrote, here or on a cluster: kept, not read again
  onrecord add --again --desk border.db      # read everything with this version's reader`

/** `onrecord add`: takes reports into a desk, and reads them. */
export function addCommand(): Command {
  return new Command('add')
    .description(deskCommands.add)
    .argument('[sources...]', 'files, folders, addresses, or - for standard input')
    .requiredOption('--desk <file>', 'the desk: an SQLite file, made where there is none')
    .option('--published <date>', 'date of publication for reports that give none', published)
    .option(
      '--text-column <name>',
      'the column of a table (CSV, TSV, Excel) that holds the texts (default: guessed by the names)',
    )
    .addOption(
      new Option('--keep <what>', 'whether the bytes that reports are taken from are kept, packed')
        .choices(['originals', 'none'])
        .default('originals'),
    )
    .option('--fetch', 'of a feed, take the pages that it links to')
    .option('--private', 'allow addresses that lead to a private network')
    .option('--again', "read again what is there and was not read by this version's reader")
    .option('--json', 'the counts as JSON')
    .addOption(codebookOption())
    .addOption(threadsOption())
    .addOption(secondsOption())
    .addHelpText('after', HELP)
    .action(add)
}

async function add(sources: string[], options: AddCommandOptions): Promise<void> {
  if (sources.length === 0 && !options.again)
    throw new Failure(
      'bad-argument',
      'name a file, a folder or an address to add, or - for standard input; onrecord add --help says more',
    )
  const overlay = await checkedOverlay(options.codebook)
  const desk = openDesk(options.desk, { create: !options.again })
  const stop = new AbortController()
  const interrupt = () => {
    remark('onrecord: finishing what is in hand; press Ctrl+C again to stop at once')
    stop.abort()
    process.removeListener('SIGINT', interrupt).once('SIGINT', () => process.exit(130))
    process.removeListener('SIGTERM', terminate).once('SIGTERM', () => process.exit(143))
  }
  let status = 130
  const terminate = () => {
    status = 143
    interrupt()
  }
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', terminate)
  const progress: Progress = { done: 0, total: 0 }
  const bar = openBar(progress)
  const refused: Refusal[] = []
  const readers = new Map<string, number>()
  const passed = new Map<Passing, number>()
  const run = {
    threads: options.threads,
    seconds: options.reportSeconds,
    overlay,
    signal: stop.signal,
    onProgress: bar.show,
  }
  try {
    const { published, textColumn, fetch, private: allowed } = options
    const now = () => new Date().toISOString()
    const taken = takeReports(sources, {
      published,
      textColumn,
      originals: options.keep === 'originals',
      say: (words) => remark(`onrecord: ${words}`),
      fetch,
      private: allowed,
      now,
      progress,
      passed,
      signal: stop.signal,
    })
    const added = options.again
      ? await readAgain(desk, run)
      : await addReports(desk, listed(taken, refused, readers), run)
    bar.end()
    const said = options.json
      ? `${JSON.stringify({ ...added, passed: Object.fromEntries(passed), refusals: refused })}\n`
      : printable(sayAdded(added, options.desk, refused, passed, sayReaders(readers)))
    await writeOut(said)
    if (stop.signal.aborted) process.exitCode = status
    else if (added.refused + added.failed > 0) process.exitCode = 1
  } finally {
    bar.end()
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', terminate)
    desk.close()
  }
}

/** Most refusals that are listed at the end; the desk keeps them all. */
const MOST = 20

/** Keeps the first refusals on the way, and what read the records that come read. */
async function* listed(
  sources: AsyncIterable<Taken>,
  refused: Refusal[],
  readers: Map<string, number>,
): AsyncGenerator<Taken> {
  for await (const taken of sources) {
    if ('refused' in taken && refused.length < MOST) refused.push(taken.refused)
    if ('record' in taken && taken.record) {
      const { version, codebook } = taken.record.reader
      const reader = `onrecord ${version}, codebook ${codebook.slice(0, 8)}`
      readers.set(reader, (readers.get(reader) ?? 0) + 1)
    }
    yield taken
  }
}

function sayAdded(
  { read, records, known, copies, corrections, kept, failed, refused }: AddedCounts,
  file: string,
  list: readonly Refusal[],
  passed: ReadonlyMap<Passing, number>,
  by: string,
): string {
  const parts = [
    `${read} read`,
    copies > 0 && `${copies} of them near copies`,
    records > 0 && `${records} of them as records that were read before${by ? ` (${by})` : ''}`,
    corrections > 0 && `${corrections} of them corrections of reports that were there`,
    known > 0 && `${known} there already`,
    kept > 0 && `${kept} kept and not read (not English)`,
    failed > 0 && `${failed} that the reader broke on`,
    refused > 0 && `${refused} refused`,
  ].filter(Boolean)
  const lines = sayPassed(passed)
  lines.push(
    ...list.map(({ from, member, code, message }) => `  ${code}: ${member ? `${from}, ${member}: ` : ''}${message}`),
  )
  if (refused > list.length) lines.push(`  and ${refused - list.length} more`)
  const froms = [...new Set(list.map(({ from }) => asArgument(from)))].slice(0, 5)
  if (froms.length > 0)
    lines.push('To try these again:', `  onrecord add ${froms.map(quoted).join(' ')} --desk ${quoted(file)}`)
  if (failed + refused > 0) lines.push(`onrecord status --desk ${quoted(file)} lists all of them.`)
  return `${[parts.join(', '), ...lines].join('\n')}\n`
}

/** What read the records that came read: 'onrecord 0.1.0, codebook 3f2a1b7c', the first few where several did. */
const sayReaders = (readers: ReadonlyMap<string, number>) =>
  `${[...readers.keys()].slice(0, 3).join('; ')}${readers.size > 3 ? '; ...' : ''}`

const PASSED: { readonly [why in Passing]: string } = {
  status: 'answered with another status than 200',
  empty: 'without words',
  short: 'articles of too few words: under 15, or under 40 where no date of publication stands there',
  'no-report': 'no reports: under 40 words, or saying neither that they are articles nor when they were published',
  list: 'lists of stories',
}

/** How many pages of archives were passed over, and why. */
function sayPassed(passed: ReadonlyMap<Passing, number>): string[] {
  if (passed.size === 0) return []
  const all = [...passed.values()].reduce((sum, count) => sum + count, 0)
  return [`${all} pages of archives passed over:`, ...[...passed].map(([why, count]) => `  ${count} ${PASSED[why]}`)]
}

/** What names a source on the command line, from what it is called in messages. */
const asArgument = (from: string) => (from === sourceName('-') ? '-' : from)

/** A word as a shell takes it. */
const quoted = (word: string) => (/^[\w./:@%+=,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)

/** A bar on a terminal, nothing elsewhere: how much of the files is done, how fast, and how long the rest takes. */
function openBar(progress: Progress) {
  if (!process.stderr.isTTY) return { show: undefined, end: () => {} }
  const format = '{bar} {percentage} %  {reports} reports, {rate} a second, {left}'
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true }, Presets.shades_classic)
  const began = performance.now()
  bar.start(1, 0, { reports: 0, rate: '-', left: '' })
  return {
    show: ({ read, known, kept, failed, refused }: Readonly<AddedCounts>) => {
      const seconds = (performance.now() - began) / 1000
      const reports = read + known + kept + failed + refused
      const { done, total } = progress
      bar.setTotal(Math.max(1, total))
      bar.update(Math.min(done, total), {
        reports,
        rate: (reports / seconds).toFixed(0),
        left: timeLeft(progress, seconds),
      })
    },
    end: () => bar.stop(),
  }
}

/** How long the rest takes, going by the bytes so far; addresses and standard input have no size. */
function timeLeft({ done, total }: Progress, seconds: number): string {
  if (done === 0 || total === 0) return `${seconds.toFixed(0)} s so far`
  const left = Math.ceil((seconds * Math.max(0, total - done)) / done)
  return left < 90 ? `${left} s left` : `${Math.ceil(left / 60)} min left`
}
