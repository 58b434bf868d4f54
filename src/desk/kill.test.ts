import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDesk } from './open.ts'

const command = new URL('../../dist/cli/onrecord.js', import.meta.url).pathname
const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-kill-'))
const reports = path.join(folder, 'reports.jsonl')
const REPORTS = 120

/** Short reports that differ in who says what, where and when; every tenth is a copy of the one before, every fifteenth line is bad. */
function lines(): string {
  const who = ['Colonel Ilse Marek', 'Jonas Reth', 'President Dario Venn', 'Amina Dusan', 'Petra Solen']
  const what = [
    'the port would open',
    'no troops had crossed the Orva',
    'two guards had been killed',
    'talks would begin',
  ]
  const where = ['Almeth', 'Tessaly', 'Port Serene']
  const out: string[] = []
  for (let i = 0; i < REPORTS; i++) {
    const n = i % 10 === 9 ? i - 1 : i
    const text = `${where[n % 3].toUpperCase()} — ${who[n % 5]} said on Tuesday that ${what[n % 4]}. “We counted ${n} lorries,” ${who[(n + 1) % 5]} told reporters in ${where[(n + 1) % 3]}. Kestria denied it.`
    out.push(
      i % 15 === 14 ? '{"id": 3}' : JSON.stringify({ id: `report-${i}`, published: `2025-03-${10 + (n % 18)}`, text }),
    )
  }
  return `${out.join('\n')}\n`
}

/** Starts an add; killed after so many milliseconds where they are given. */
async function add(file: string, killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [command, 'add', reports, '--desk', file, '--threads', '1'], {
    stdio: 'ignore',
  })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  if (killAfter === undefined) return ended
  await Promise.race([ended, wait(killAfter)])
  child.kill('SIGKILL')
  return ended
}

/** Every table but its moments, as text. */
function tablesOf(file: string): string {
  const desk = openDesk(file, { readonly: true })
  const names = desk.db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_words%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  const moments = new Set(['at', 'added', 'refusal'])
  const rows = names.map((name) => {
    const found = desk.db.prepare(`SELECT * FROM ${name}`).all() as { [column: string]: unknown }[]
    return [name, ...found.map((row) => textOf(row, moments)).sort()]
  })
  desk.close()
  return rows.map((row) => row.join('\n')).join('\n')
}

function textOf(row: { [column: string]: unknown }, without: ReadonlySet<string>): string {
  const kept = Object.entries(row).filter(([column]) => !without.has(column))
  return JSON.stringify(kept, (_key, value) => (Buffer.isBuffer(value) ? value.toString('hex') : value))
}

function checkWhole(file: string): void {
  if (!existsSync(file)) return
  const desk = openDesk(file, { create: true })
  expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(desk.db.pragma('foreign_key_check')).toEqual([])
  const half = desk.db.prepare(
    `SELECT count(*) FROM reports r WHERE state = 'read' AND (NOT EXISTS (SELECT 1 FROM readings g WHERE g.report = r.report)
     OR NOT EXISTS (SELECT 1 FROM takings t WHERE t.report = r.report))`,
  )
  expect(half.pluck().get()).toBe(0)
  for (const { id } of desk.all({ list: 'reports', filter: { copies: true } }))
    expect(desk.record(id)?.statements.length).toBeGreaterThan(0)
  desk.close()
}

const whole = path.join(folder, 'whole.db')

beforeAll(async () => {
  writeFileSync(reports, lines())
  expect(await add(whole)).toBe(1)
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([0, 1, 2, 3])(
  'an add killed at five moments leaves a whole desk, and ends as one that never was (%i)',
  async (round) => {
    const file = path.join(folder, `killed-${round}.db`)
    for (let k = 0; k < 5; k++) {
      // spread over the start, the first batches and the last ones
      await add(file, 250 + (((round * 5 + k) * 397) % 1500))
      checkWhole(file)
    }
    expect(await add(file)).toBe(1)
    expect(tablesOf(file)).toBe(tablesOf(whole))
  },
  120_000,
)

test('two adds at once: both succeed, and nothing is there twice', async () => {
  const file = path.join(folder, 'both.db')
  expect(await Promise.all([add(file), add(file)])).toEqual([1, 1])
  checkWhole(file)
  const desk = openDesk(file, { readonly: true })
  const other = openDesk(whole, { readonly: true })
  for (const list of ['reports', 'statements', 'events'] as const)
    expect(desk.count({ list, filter: { copies: true } })).toBe(other.count({ list, filter: { copies: true } }))
  desk.close()
  other.close()
}, 120_000)
