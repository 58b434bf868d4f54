import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exampleDesk, exampleRecords } from '../../desk/fixture.ts'
import { exportDesk } from '../../export/export-desk.ts'
import { flatRow } from '../../export/jsonl.ts'
import { readCsv } from '../../export/read-csv.ts'
import { rowsOf } from '../../rows/rows-of.ts'
import { lazyCommand } from '../lazy.ts'
import { exportCommand } from './export.ts'

// Each run starts a process, which takes its time where the machine has much else to do.
vi.setConfig({ testTimeout: 180_000 })

const root = fileURLToPath(new URL('../../../', import.meta.url))
let folder = ''
let file = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-export-'))
  file = join(folder, 'desk.db')
  const desk = await exampleDesk(file)
  const [first] = desk.find({ list: 'statements', filter: {} }).rows
  const [event] = desk.find({ list: 'events', filter: {} }).rows
  const said = { by: 'Tessa Orlin', at: '2025-03-21T08:00:00Z' }
  desk.decide([
    { key: first.key, verdict: 'wrong', ...said },
    { key: event.key, verdict: 'mended', mend: { type: 'COERCE' }, ...said },
  ])
  desk.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a person would. */
function onrecord(...args: string[]) {
  // as it ships: scripts/ensure-built.ts compiles it before all tests
  const command = ['dist/cli/onrecord.js', 'export', ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, maxBuffer: 1e9 })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

const hash = () => createHash('sha256').update(readFileSync(file)).digest('hex')

test('a table with its codebook; what is wrong is left out; the desk is as it was', async () => {
  const before = hash()
  const out = join(folder, 'statements.csv')
  expect(onrecord('statements', '--desk', file, '--format', 'csv', '--out', out)).toMatchObject({ status: 0, err: '' })
  const expected = (await exampleRecords()).flatMap((record) => rowsOf(record).statements)
  const rows = [...readCsv('statements', [readFileSync(out, 'utf8')])]
  // rows of a report in which a person mended one come with the mending
  const sorted = (table: readonly object[]) => table.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort()
  expect(sorted(rows)).toEqual(sorted(expected.slice(1).map((row) => flatRow('statements', row))))
  expect(readFileSync(join(folder, 'statements.codebook.csv'), 'utf8')).toContain('act,deny,code,')
  expect(hash()).toBe(before)
})

test('records on standard output are those that the reader made', async () => {
  const { out } = onrecord('records', '--desk', file, '--format', 'records')
  expect(out).toBe((await exampleRecords()).map((record) => `${JSON.stringify(record)}\n`).join(''))
})

test('a mended event carries its mend; a filter narrows', () => {
  const { out } = onrecord('events', '--desk', file, '--format', 'jsonl', '--decided', 'mended')
  expect(JSON.parse(out)).toMatchObject({ type: 'COERCE', decided: 'mended', decided_by: 'Tessa Orlin' })
})

test('a folder of files', () => {
  const out = join(folder, 'brat')
  expect(onrecord('records', '--desk', file, '--format', 'brat', '--report', 'flood', '--out', out).status).toBe(0)
  expect(readdirSync(out).sort()).toEqual(['annotation.conf', 'flood.ann', 'flood.txt'])
})

test.each<[string[], number, RegExp]>([
  [['statements', '--format', 'plover'], 2, /^onrecord: bad-argument: plover has no statements/],
  [['statements', '--format', 'xlsx'], 2, /^onrecord: bad-argument: 'xlsx' is not a format/],
  [['statements', '--format', 'csv', '--least', '7'], 2, /^onrecord: bad-argument: --least/],
  [['statements', '--format', 'csv', '--out', '/no/such/place.csv'], 1, /^onrecord: output-failed: /],
])('%j is refused in one line', (args, status, message) => {
  const ran = onrecord(...args, '--desk', file)
  expect(ran).toMatchObject({ status, out: '' })
  expect(ran.err).toMatch(message)
  expect(ran.err.trimEnd().split('\n')).toHaveLength(1)
})

test('the desk is not written over, and a desk that is not there is not made', () => {
  const before = hash()
  expect(onrecord('statements', '--desk', file, '--format', 'csv', '--out', file).err).toContain('is the desk itself')
  const none = join(folder, 'none.db')
  expect(onrecord('statements', '--desk', none, '--format', 'csv').err).toMatch(/^onrecord: desk-missing: /)
  expect(existsSync(none)).toBe(false)
  expect(hash()).toBe(before)
})

test('rows of one report stand together, so that each record is brought once', async () => {
  const desk = await exampleDesk()
  const asked: string[] = []
  const record = (report: string) => {
    asked.push(report)
    return desk.record(report)
  }
  const counting = { ...desk, record, decidedRecord: record }
  for (const _piece of exportDesk(counting, { list: 'statements', format: 'json-ld' }));
  expect(asked.length).toBeGreaterThan(3)
  expect(new Set(asked).size).toBe(asked.length)
  desk.close()
})

test('the command is loaded only where it is called, and says the same either way', async () => {
  const load = async () => exportCommand()
  const says = exportCommand().description()
  expect((await lazyCommand('export', says, load, ['read', 'x.txt'])).options).toEqual([])
  expect((await lazyCommand('export', says, load, ['help', 'export'])).options.length).toBeGreaterThan(20)
})
