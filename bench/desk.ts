/**
 * Measures a desk of many reports: adding, finding, counting, checking a draft, exporting, and the size of its file.
 *
 *   npx tsx --expose-gc bench/desk.ts [--reports N] [--desk FILE.db] [--base REPORTS.jsonl]
 *
 * Reports are made (`deskReports.ts`), from those of a file where --base names one; 10,000 where --reports is left out. A desk that is there is measured as it stands. Finds have two filters
 * and words, with values that the desk has, frequent and rare ones; each is timed by the clock, its first time.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { addReports } from '../src/desk/add.ts'
import { deskSources } from '../src/desk/check-sources.ts'
import { type OpenedDesk, openDesk } from '../src/desk/open.ts'
import { statusOf } from '../src/desk/status.ts'
import { exportDesk } from '../src/export/export-desk.ts'
import { batched } from '../src/export/save.ts'
import type { Taken } from '../src/intake/taken.ts'
import { openReader } from '../src/open.ts'
import type { ReportInput } from '../src/record/report.ts'
import type { Filter, List } from '../src/rows/filter.ts'
import { seeded } from '../src/seeded.ts'
import { baseReports, ownSwaps, remixed, swapsOf } from './desk-reports.ts'
import { processorTime } from './measure.ts'

const { values } = parseArgs({
  options: { reports: { type: 'string' }, desk: { type: 'string' }, base: { type: 'string' } },
})
const folder = values.desk === undefined ? mkdtempSync(join(tmpdir(), 'onrecord-bench-')) : undefined
const file = values.desk ?? join(folder as string, 'desk.db')
const isThere = existsSync(file)
const desk = openDesk(file, { create: true })

console.log(`Node ${process.version}, ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)} on ${cpus().length} cores.\n`)
console.log('| what | figure |\n| --- | --- |')
const say = (what: string, figure: string) => console.log(`| ${what} | ${figure} |`)
const number = (value: number) => Math.round(value).toLocaleString('en')

if (!isThere) await fill(desk, Number(values.reports ?? 10_000))
desk.db.pragma('wal_checkpoint(TRUNCATE)')
const { reports, copies, rows, size, texts } = statusOf(desk)
say('reports', `${number(reports.reduce((sum, { count }) => sum + count, 0))}, ${number(copies)} of them near copies`)
say(
  'rows',
  Object.entries(rows)
    .map(([name, count]) => `${number(count)} ${name}`)
    .join(', '),
)
say('file', `${(size / 1e6).toFixed(0)} MB, ${(size / texts).toFixed(2)} times the texts`)
finds(desk)
await checks(desk)
csv(desk)
say('most memory of the process so far', `${number(process.resourceUsage().maxRSS / 1000)} MB`)
desk.close()
if (folder) rmSync(folder, { recursive: true })

/** Four hundred reports of a file, evenly from its beginning to its end. */
function sampleOf(file: string): ReportInput[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  const step = Math.max(1, Math.floor(lines.length / 400))
  return lines.filter((_, n) => n % step === 0).map((line) => JSON.parse(line))
}

/** Adds made reports by the way of `onrecord add`, with records that are made too. */
async function fill(desk: OpenedDesk, count: number): Promise<void> {
  const reader = await openReader()
  const records = (values.base === undefined ? baseReports(400) : sampleOf(values.base)).map((report) =>
    reader.read(report),
  )
  const swaps = values.base === undefined ? ownSwaps : swapsOf(records)
  const base = records.map((record) => JSON.stringify(record))
  const random = seeded(3)
  const made = new Map<string, string>()
  async function* sources(): AsyncGenerator<Taken> {
    for (let n = 0; n < count; n++) {
      const record = remixed(base[Math.floor(random() * base.length)], `made-${n}`, random, swaps)
      const { id, text, outlet, published } = record.report
      const bytes = createHash('sha256').update(text).digest('hex')
      record.report.sha256 = bytes
      made.set(id, JSON.stringify(record))
      yield {
        id,
        text,
        outlet,
        published,
        language: 'en',
        from: 'made.jsonl',
        member: `${n}`,
        takenAt: '2025-01-01T00:00:00Z',
        bytes,
        notes: [],
      }
    }
  }
  const began = performance.now()
  let most = 0
  await addReports(desk, sources(), {
    threads: 1,
    read: async (batch) =>
      batch.map(({ id }) => {
        const json = made.get(id as string) as string
        made.delete(id as string)
        return { json, words: 0 }
      }),
    onProgress: () => {
      most = Math.max(most, process.memoryUsage.rss())
    },
  })
  say('adding, without reading', `${number((count * 1000) / (performance.now() - began))} reports a second`)
  say('most memory while adding', `${number(most / 1e6)} MB`)
}

/** A draft of 1,500 words out of the desk's reports, a word of every third stretch changed, checked against all of them: read and laid beside its sources. */
async function checks(desk: OpenedDesk): Promise<void> {
  const reader = await openReader()
  const random = seeded(5)
  const ids = desk.db.prepare("SELECT id FROM reports WHERE state = 'read'").pluck().all() as string[]
  const stretches: string[] = []
  while (stretches.join(' ').split(' ').length < 1500) {
    const { text } = desk.record(ids[Math.floor(random() * ids.length)])!.report
    const words = text.split(/\s+/).slice(0, 150)
    if (stretches.length % 3 === 2) words[40] = 'never'
    stretches.push(words.join(' '))
  }
  const draft = { id: 'draft', text: stretches.join('\n\n') }
  const once = () => {
    const began = performance.now()
    const record = reader.read(draft)
    const read = performance.now()
    const rows = reader.check(record, deskSources(desk))
    return { rows, reading: read - began, checking: performance.now() - read }
  }
  const first = once()
  const warm = Array.from({ length: 5 }, once).sort((a, b) => a.reading + a.checking - b.reading - b.checking)[2]
  say(
    `checking a draft of ${number(draft.text.split(/\s+/).length)} words, ${first.rows.length} rows`,
    `${number(warm.reading)} ms read, ${number(warm.checking)} ms checked; the first time ${number(first.reading + first.checking)} ms`,
  )
}

function finds(desk: OpenedDesk): void {
  const random = seeded(4)
  const fields = {
    statements: ['speaker', 'act', 'outlet', 'day', 'quotation'],
    events: ['type', 'status', 'actor', 'recipient', 'outlet', 'word', 'day'],
  } as const
  const words = [
    'bridge',
    'market',
    'trade',
    'pipeline',
    'festival',
    'grain',
    '"give up"',
    'rail*',
    'talks',
    'prison -market',
  ]
  for (const list of ['statements', 'events'] as const) {
    const found = desk.facets({ list, filter: {} }, fields[list], 200)
    const filters = Array.from({ length: 200 }, (): Filter => {
      const [one, other] = [...fields[list]].sort(() => random() - 0.5)
      const value = (field: string) => [found[field][Math.floor(random() * found[field].length)].value]
      return { [one]: value(one), [other]: value(other), words: words[Math.floor(random() * words.length)] }
    })
    const timed = (what: string, run: (filter: Filter) => void, of: readonly Filter[] = filters) => {
      const times = of.map((filter) => [clock(() => run(filter)), filter] as const).sort(([a], [b]) => a - b)
      const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]
      say(`${what}: median, 99th percentile`, `${at(0.5)[0].toFixed(1)} ms, ${at(0.99)[0].toFixed(1)} ms`)
      if (process.env['SLOWEST']) console.error(what, JSON.stringify(at(1)))
    }
    timed(`${list}, two filters and words, a page of 50`, (filter) => desk.find({ list, filter, limit: 50 }))
    timed(`${list}, the same, newest first`, (filter) =>
      desk.find({ list, filter, limit: 50, sort: 'published', descending: true }),
    )
    timed(`${list}, count of the same`, (filter) => desk.count({ list, filter }))
    timed(`${list}, facets of three fields under the same`, (filter) =>
      desk.facets({ list, filter }, fields[list].slice(0, 3)),
    )
    timed(
      `${list}, words alone, newest first`,
      (filter) => desk.find({ list, filter: { words: filter.words }, limit: 50, sort: 'published', descending: true }),
      filters.slice(0, 40),
    )
    timed(
      `${list}, facets of three fields, no filter`,
      () => desk.facets({ list, filter: {} }, fields[list].slice(0, 3)),
      [{}, {}, {}],
    )
  }
}

function csv(desk: OpenedDesk): void {
  globalThis.gc?.()
  for (const list of ['statements', 'events'] satisfies List[]) {
    const began = processorTime()
    let bytes = 0
    for (const piece of batched(exportDesk(desk, { list, format: 'csv', filter: { copies: true } })))
      bytes += piece.length
    const seconds = (processorTime() - began) / 1000
    const count = desk.count({ list, filter: { copies: true } })
    say(`${list} as CSV`, `${number(count / seconds)} rows a second (${(bytes / 1e6).toFixed(0)} MB)`)
  }
}

/** Milliseconds by the clock. */
function clock(run: () => void): number {
  const began = performance.now()
  run()
  return performance.now() - began
}
