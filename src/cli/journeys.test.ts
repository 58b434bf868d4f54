import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDesk } from '../desk/open.ts'

// each command is a process of its own
vi.setConfig({ testTimeout: 120_000 })

const root = fileURLToPath(new URL('../../', import.meta.url))
const ONRECORD = `${process.execPath} ${join(root, 'dist/cli/onrecord.js')}`
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-journeys-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(command: string, ...args: string[]) {
  const shell = ['-c', `${command} "$@"`, command, ...args]
  const { status, stdout, stderr } = spawnSync('bash', shell, {
    cwd: folder,
    env: { ...process.env, ONRECORD, LINES_EACH: '2' },
  })
  return { status, said: `${stdout}${stderr}` }
}

const QUOTE = 'We have seen no paper, and we will not sign one before spring'
const page = (name: string) =>
  `<html><head><title>Port of Almeth</title></head><body><article><h1>Port of Almeth</h1><p>“${QUOTE},” ${name} said on Friday in Tessaly.</p><p>The port had been closed for four weeks, since dockers began a strike over the safety of its cranes.</p></article></body></html>`

test('a folder of saved pages becomes a table of quotations', () => {
  mkdirSync(join(folder, 'pages/one_files'), { recursive: true })
  writeFileSync(join(folder, 'pages/one.html'), page('Dario Venn'))
  writeFileSync(join(folder, 'pages/one_files/frame.html'), page('Somebody Else'))
  writeFileSync(join(folder, 'pages/scan.pdf'), '%PDF-1.4 nothing')
  const { status, said } = run(join(root, 'examples/pages-to-quotes.sh'), 'pages', 'quotes.csv')
  expect(said).toContain('document-damaged')
  expect(status, said).toBe(0)
  const table = readFileSync(join(folder, 'quotes.csv'), 'utf8')
  expect(table).toContain('Dario Venn')
  expect(table).toContain(QUOTE)
  expect(table).not.toContain('Somebody')
})

const reports = [
  { id: 'a', text: `“${QUOTE},” Dario Venn said on Friday.` },
  { id: 'b', text: 'Ilse Marek said that the port of Almeth would open again.' },
  'no JSON',
  { id: 'c', text: 'Jonas Reth denied that troops had fired at the bridge.' },
].map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))

test('what a cluster has read becomes a desk; its records are a table without one', () => {
  writeFileSync(join(folder, 'reports.jsonl'), `${reports.join('\n')}\n`)
  const { status, said } = run(join(root, 'examples/cluster-to-desk.sh'), 'reports.jsonl', 'border.db')
  expect(status, said).toBe(0)
  expect(said).toMatch(/3 read, 3 of them as records/)
  const desk = openDesk(join(folder, 'border.db'), { readonly: true })
  expect([...desk.all({ list: 'reports', filter: {} })].map(({ id }) => id).sort()).toEqual(['a', 'b', 'c'])
  writeFileSync(join(folder, 'records.jsonl'), ['a', 'b', 'c'].map((id) => JSON.stringify(desk.record(id))).join('\n'))
  desk.close()
  const table = run(`${ONRECORD} export statements --records records.jsonl --act deny`)
  expect(table.status, table.said).toBe(0)
  expect(table.said).toContain('Jonas Reth')
  expect(table.said).not.toContain('Ilse Marek')
})

test('reports become tidy events that DuckDB reads', () => {
  const shelled = 'Kestria shelled the port of Almeth on Friday, Ilse Marek said.'
  writeFileSync(
    join(folder, 'shelled.jsonl'),
    `${JSON.stringify({ id: 'd', published: '2025-03-15', text: shelled })}\n`,
  )
  const { status, said } = run(join(root, 'examples/reports-to-events.sh'), 'shelled.jsonl', 'events.parquet')
  expect(status, said).toBe(0)
  const bytes = readFileSync(join(folder, 'events.parquet')).toString('latin1')
  expect([bytes.slice(0, 4), bytes.slice(-4)]).toEqual(['PAR1', 'PAR1'])
  for (const held of ['Kestria', 'ASSAULT', 'date_basis']) expect(bytes).toContain(held)
})

test('an add whose remarks nobody reads any more goes on to its end', () => {
  writeFileSync(join(folder, 'rows.csv'), 'id,text\n1,Ilse Marek said that the port would open.\n')
  const { status, said } = run(`${ONRECORD} add rows.csv --desk rows.db 2> >(exec true)`)
  expect(status, said).toBe(0)
  expect(said).toContain('1 read')
})
