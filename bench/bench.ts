/**
 * Measures the speed and the memory of reading, on one core, and prints the tables of docs/benchmarks.md.
 *
 *   npm run bench -- [REPORTS.jsonl] [--words N]
 *
 * Without a file, `wire.jsonl` of the folder ONRECORD_CORPORA is read, or else the examples. --words bounds how much is read
 * (100,000 words where left out). Times are processor time, each the fastest of three
 * passes.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { ReportInput } from '../src/record/report.ts'
import { countWords, fastest, fastestPass, memory, openStopwatch, processorTime, type Stopwatch } from './measure.ts'
import { openPeers } from './peers.ts'
import { benchReports } from './reports.ts'

const { values, positionals } = parseArgs({ options: { words: { type: 'string' } }, allowPositionals: true })
const atStart = memory()
const begun = processorTime()
const watch = await openStopwatch()
const opening = processorTime() - begun
const opened = memory()

const { name, reports: all } = benchReports(positionals[0])
const reports = upTo(watch, all, Number(values.words ?? 100_000))
const words = countWords(watch, reports)
for (const report of reports.slice(0, 100)) watch.reader.read(report)

print(
  `${name}: ${reports.length} reports, ${count(words)} words. Node ${process.version}, ${cpus()[0].model}, one thread, processor time.\n`,
)
stages()
growth()
peers()
memories()

/** Words a second, by stage and all in. */
function stages(): void {
  const pass = fastestPass(watch, reports)
  const rest = pass.all - [...pass.stages.values()].reduce((sum, spent) => sum + spent, 0)
  const row = (stage: string, spent: number) => [stage, spent.toFixed(0), share(spent, pass.all), speed(words, spent)]
  table(
    ['stage', 'ms', 'share', 'words a second'],
    [
      ...[...pass.stages].map(([stage, spent]) => row(stage, spent)),
      row('record, clearing memory', rest),
      row('**all**', pass.all),
    ],
  )
}

/** The same at ten times the number of reports, and at ten and a hundred times the length of one. */
function growth(): void {
  const rows: string[][] = []
  const measure = (what: string, some: readonly ReportInput[], base?: number): number => {
    const size = countWords(watch, some)
    const perWord = fastestPass(watch, some).all / size
    const { rss, heap } = memory()
    const against = base === undefined ? '1.00' : (perWord / base).toFixed(2)
    rows.push([what, count(size), speed(1, perWord), against, `${rss}`, `${heap}`])
    return perWord
  }
  const few = reports.slice(0, Math.max(1, Math.floor(reports.length / 10)))
  const many = measure('a tenth of the reports', few)
  measure('all reports (10 times the number)', reports, many)
  const short = longReport(watch, reports, 1_000)
  const one = measure('one report', [short])
  measure('one report, 10 times the length', [longReport(watch, reports, 10_000)], one)
  measure('one report, 100 times the length', [longReport(watch, reports, 100_000)], one)
  table(['what', 'words', 'words a second', 'time a word, against the first', 'rss MB', 'heap MB'], rows)
}

/** The same texts through other libraries, in this same process. */
function peers(): void {
  const language = fastest(() => {
    for (const { text } of reports) watch.reader.parse(text)
  })
  const whole = fastestPass(watch, reports).all
  const rows = openPeers().map(({ name: peer, gives, read }) => {
    for (const { text } of reports.slice(0, 20)) read(text)
    const spent = fastest(() => {
      for (const { text } of reports) read(text)
    })
    return [peer, gives, speed(words, spent), (spent / language).toFixed(2), (spent / whole).toFixed(2)]
  })
  const own = (what: string, gives: string, spent: number) => [
    what,
    gives,
    speed(words, spent),
    (spent / language).toFixed(2),
    (spent / whole).toFixed(2),
  ]
  table(
    ['library', 'gives', 'words a second', "time, against onrecord's language layer", 'against all of onrecord'],
    [
      own('onrecord, language layer', 'sentences, words, tags, lemmas, trees, names', language),
      own('onrecord, everything', 'the record', whole),
      ...rows,
    ],
  )
}

function memories(): void {
  const now = memory()
  table(
    ['memory', 'rss MB', 'heap MB'],
    [
      ['before opening', `${atStart.rss}`, `${atStart.heap}`],
      [`reader open (${opening.toFixed(0)} ms)`, `${opened.rss}`, `${opened.heap}`],
      ['at the end, other libraries loaded too', `${now.rss}`, `${now.heap}`],
    ],
  )
}

/** As many of the reports as have this many words together. */
function upTo(stopwatch: Stopwatch, from: readonly ReportInput[], most: number): ReportInput[] {
  let size = 0
  const enough = from.findIndex(({ text }) => (size += stopwatch.reader.parse(text).size) >= most)
  return enough < 0 ? [...from] : from.slice(0, enough + 1)
}

/** One report of about this many words: reports one after the other, from the first again where they do not suffice. */
function longReport(stopwatch: Stopwatch, from: readonly ReportInput[], wanted: number): ReportInput {
  const texts: string[] = []
  for (let size = 0, n = 0; size < wanted; n++) {
    const { text } = from[n % from.length]
    texts.push(text)
    size += stopwatch.reader.parse(text).size
  }
  return { id: 'long', published: '2024-10-03', text: texts.join('\n\n') }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  print([line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n'))
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(0)} %`
}

function speed(size: number, ms: number): string {
  return count(Math.round(size / (ms / 1000)))
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
