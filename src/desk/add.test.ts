import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sharedReader } from '../fixture.ts'
import type { Taken, TakenReport } from '../intake/taken.ts'
import { addReports } from './add.ts'
import { type OpenedDesk, openDesk } from './open.ts'
import { statusOf } from './status.ts'

// Each child is a process of its own, which takes its time where the machine has much else to do.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const root = fileURLToPath(new URL('../../', import.meta.url))
const COUNT = 200
const KILLS = 20
let folder = ''
// compiled, so that it starts quickly: scripts/ensure-built.ts does so before all tests
const child = join(root, 'dist/desk/add-child.fixture.js')
let reports = ''
let records = ''
let answers = new Map<string, string>()

const SPEAKERS = ['Ilse Marek', 'Dario Venn', 'Jonas Reth', 'Tessa Orlin', 'Ada Corvin']
const PLACES = ['Almeth', 'Tessaly', 'Varlonia', 'Kestria']
const THINGS = ['port', 'bridge', 'market', 'school', 'mine', 'railway', 'court']

/** A report that no other is like, of invented people and places. */
function madeUp(n: number) {
  const who = SPEAKERS[n % 5]
  const where = PLACES[n % 4]
  const what = THINGS[n % 7]
  const text = `${who} said on Tuesday that the ${what} of ${where} number ${n} would open again. Police arrested ${n + 2} men near the ${what} in ${where} on day ${n * 7}.`
  return { id: `r${n}`, text, published: '2025-03-14', outlet: 'Almeth Post' }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-add-'))
  const made = Array.from({ length: COUNT }, (_, n) => madeUp(n))
  const reader = await sharedReader
  answers = new Map(made.map((report) => [report.id, JSON.stringify(reader.read(report))]))
  reports = join(folder, 'reports.jsonl')
  records = join(folder, 'records.json')
  writeFileSync(reports, made.map((report) => JSON.stringify(report)).join('\n'))
  writeFileSync(records, `{${[...answers].map(([id, json]) => `${JSON.stringify(id)}:${json}`).join(',')}}`)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function start(file: string): ChildProcess {
  return spawn(process.execPath, [child, reports, records, file], { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function finish(file: string): Promise<void> {
  const running = start(file)
  running.stdout?.resume()
  expect(await once(running, 'close')).toEqual([0, null])
}

/** Every row of every table. */
function tablesOf(file: string): { [table: string]: unknown[] } {
  const { db, close } = openDesk(file)
  const names = db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .pluck()
    .all() as string[]
  // what is kept of words is compared word by word: where it stands in its tables is as chance has it
  const rows = names.filter((name) => !/_words/.test(name))
  const tables: { [table: string]: unknown[] } = Object.fromEntries(
    rows.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]),
  )
  // when a reading was put in is told by the clock
  for (const reading of tables['readings'] as { at?: string }[]) delete reading.at
  for (const words of ['report_words', 'statement_words']) {
    db.exec(`CREATE VIRTUAL TABLE temp.every_${words} USING fts5vocab(main, ${words}, instance)`)
    tables[words] = db.prepare(`SELECT * FROM temp.every_${words} ORDER BY 1, 2, 3, 4`).all()
  }
  close()
  return tables
}

/** Opens a desk that was left by a killed add, and looks whether it is whole; how many reports it has. */
function checkWhole(file: string): number {
  const desk = openDesk(file, { create: true })
  const one = (sql: string) => desk.db.prepare(sql).pluck().get()
  expect(one('PRAGMA integrity_check')).toBe('ok')
  expect(desk.db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
  const ids = desk.db.prepare('SELECT id FROM reports').pluck().all() as string[]
  for (const id of ids) expect(JSON.stringify(desk.record(id)), id).toBe(answers.get(id))
  expect(one('SELECT count(*) FROM takings')).toBe(ids.length)
  expect(one('SELECT count(*) FROM signatures')).toBe(ids.length)
  desk.close()
  return ids.length
}

test(`an add that is killed ${KILLS} times, at any moment, leaves a whole desk, and ends with the same tables`, async () => {
  const whole = join(folder, 'whole.db')
  await finish(whole)
  const file = join(folder, 'killed.db')
  let between = 0
  for (let kills = 0; kills < KILLS; ) {
    const running = start(file)
    const closed = once(running, 'close')
    await once(running.stdout as NodeJS.ReadableStream, 'data')
    running.stdout?.resume()
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 400))
    running.kill('SIGKILL')
    const [, signal] = await closed
    const had = checkWhole(file)
    if (had > 0 && had < COUNT) between++
    if (signal === 'SIGKILL') kills++
    // Once it is full there is nothing more to interrupt: it begins again.
    if (had === COUNT && kills < KILLS)
      for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
  }
  expect(between).toBeGreaterThan(0)
  await finish(file)
  expect(checkWhole(file)).toBe(COUNT)
  expect(tablesOf(file)).toEqual(tablesOf(whole))
})

test('two processes that add at once: nothing is lost, nothing is there twice', async () => {
  const file = join(folder, 'two.db')
  await Promise.all([finish(file), finish(file)])
  expect(checkWhole(file)).toBe(COUNT)
})

/** Adds reports to a desk in memory, with a reader that finds nothing. */
async function add(desk: OpenedDesk, taken: Taken[], onRead?: (id: string) => void) {
  async function* sources() {
    yield* taken
  }
  const read = async (batch: readonly { id: string; text: string }[]) =>
    batch.map(({ id, text }) => {
      onRead?.(id)
      return { json: JSON.stringify({ ...empty, report: { id, text, sha256: '', language: 'en' } }) }
    })
  return addReports(desk, sources(), { read })
}
const empty = {
  schema: 'onrecord/1',
  reader: { version: '0', models: {}, codebook: '' },
  entities: [],
  times: [],
  places: [],
  statements: [],
  events: [],
  links: [],
  notes: [],
}

const WIRE =
  'Kestria recalled its envoy to Varlonia on Tuesday after three days of talks in Almeth ended without a word about the river, the railway or the mines in the hills, the foreign ministry said. “We will not talk under threat,” Foreign Minister Tessa Orlin told reporters in the capital. Varlonia called the step a mistake, and said its own envoy would stay at his post for as long as it took. The two neighbours have argued over the river for sixty years.'
const hash = (of: string) => createHash('sha256').update(of).digest('hex')
const taken = (id: string, text: string, more: Partial<TakenReport> = {}): TakenReport => ({
  id,
  text,
  language: 'en',
  from: `${id}.txt`,
  takenAt: '2025-03-14T08:00:00Z',
  bytes: hash(id),
  notes: [],
  ...more,
})

test('what was seen before is known: by its bytes, by its text; near copies are copies of the first; other languages are kept', async () => {
  const desk = openDesk(':memory:', { create: true, memory: true })
  const added = await add(desk, [
    taken('wire', WIRE),
    taken('again', 'other words', { bytes: hash('wire') }),
    taken('same', WIRE),
    taken('outlet', `${WIRE} Additional reporting by Ada Corvin.`),
    taken('other', madeUp(1).text),
    taken('es', 'El presidente habló el martes.', { language: 'es' }),
    { refused: { from: 'x', at: '2025-03-14T08:00:00Z', code: 'file-empty', message: 'x is empty' } },
  ])
  expect(added).toMatchObject({ read: 3, known: 2, copies: 1, kept: 1, refused: 1, failed: 0 })
  const rows = desk.db
    .prepare(
      'SELECT r.id, r.state, f.id AS copy_of FROM reports r LEFT JOIN reports f ON f.report = r.copy_of ORDER BY r.report',
    )
    .all()
  expect(rows).toEqual([
    { id: 'wire', state: 'read', copy_of: null },
    { id: 'outlet', state: 'read', copy_of: 'wire' },
    { id: 'other', state: 'read', copy_of: null },
    { id: 'es', state: 'kept', copy_of: null },
  ])
  expect(desk.db.prepare('SELECT count(*) FROM takings').pluck().get()).toBe(6)
  desk.close()
})

test('what is there is not read again', async () => {
  const desk = openDesk(':memory:', { create: true, memory: true })
  const read: string[] = []
  await add(desk, [taken('wire', WIRE), taken('other', madeUp(1).text)], (id) => read.push(id))
  const again = await add(desk, [taken('wire', WIRE), taken('third', madeUp(2).text)], (id) => read.push(id))
  expect(again).toMatchObject({ read: 1, known: 1 })
  expect(read).toEqual(['wire', 'other', 'third'])
  desk.close()
})

test('what is read again is no copy of itself; copies and corrections stay what they are', async () => {
  const desk = openDesk(':memory:', { create: true, memory: true })
  const first = await add(desk, [
    taken('wire', WIRE),
    taken('outlet', `${WIRE} Additional reporting by Ada Corvin.`),
    taken('port', madeUp(1).text),
    taken('port', `${madeUp(1).text} The mayor thanked all.`, { bytes: hash('later') }),
  ])
  expect(first).toMatchObject({ read: 4, copies: 1, corrections: 1 })
  const relations = () => [
    desk.db.prepare('SELECT report, copy_of FROM reports ORDER BY report').all(),
    desk.db.prepare('SELECT * FROM corrections').all(),
    desk.db.prepare('SELECT report, story FROM story_reports ORDER BY report').all(),
  ]
  const before = relations()
  // compiled, as its worker threads are
  const { readAgain } = (await import(pathToFileURL(join(root, 'dist/desk/add.js')).href)) as typeof import('./add.ts')
  expect(await readAgain(desk, { threads: 1 })).toMatchObject({ read: 4, copies: 1, corrections: 1, failed: 0 })
  expect(relations()).toEqual(before)
  desk.close()
})

test('a refusal is forgotten when the same thing is taken later', async () => {
  const desk = openDesk(':memory:', { create: true, memory: true })
  const refused = (member?: string) => ({
    refused: { from: 'wire.txt', member, at: '2025-03-13T08:00:00Z', code: 'not-utf8', message: 'not UTF-8' },
  })
  await add(desk, [refused(), refused('2')])
  expect(statusOf(desk).refused.length).toBe(2)
  await add(desk, [taken('wire', WIRE)])
  expect(statusOf(desk).refused.map(({ member }) => member)).toEqual(['2'])
  desk.close()
})
