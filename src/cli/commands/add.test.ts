import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openDesk } from '../../desk/open.ts'

// Each run starts a process, which takes its time where the machine has much else to do.
vi.setConfig({ testTimeout: 180_000 })

const command = fileURLToPath(new URL('../../../dist/cli/onrecord.js', import.meta.url))
let folder = ''
const at = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-add-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a person would. */
function onrecord(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { input })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

/** How many reports a desk holds and whether it is whole; none where there is no desk yet. */
function held(file: string): { reports: number; integrity: unknown } {
  try {
    const desk = openDesk(file, { readonly: true })
    try {
      const reports = desk.count({ list: 'reports', filter: { copies: true } })
      return { reports, integrity: desk.db.pragma('integrity_check', { simple: true }) }
    } finally {
      desk.close()
    }
  } catch {
    return { reports: 0, integrity: 'none' }
  }
}

const PLACES = ['Almeth', 'Tessaly', 'Orlec', 'Dunmar', 'Velisk']

/** Reports of which no two are alike. */
const report = (n: number) =>
  Array.from({ length: 12 }, (_, m) => {
    const place = PLACES[(n + m) % PLACES.length]
    return `Inspector ${n * 12 + m} told a court in ${place} that gang ${n} had robbed ${m + 2} of the ${n + 3} banks on street ${n * 7 + m}.`
  }).join(' ')

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends an add gently: what was stored stays, and is said', async (signal, status) => {
  const all = 600
  const source = at(`${signal}.jsonl`)
  const file = at(`${signal}.db`)
  writeFileSync(
    source,
    Array.from({ length: all }, (_, n) => `${JSON.stringify({ id: `report-${n}`, text: report(n) })}\n`).join(''),
  )
  const child = spawn(process.execPath, [command, 'add', source, '--desk', file, '--threads', '1'])
  let out = ''
  let err = ''
  child.stdout.on('data', (piece) => (out += piece))
  child.stderr.on('data', (piece) => (err += piece))
  const ended = once(child, 'close')
  while (child.exitCode === null && held(file).reports === 0) await setTimeout(20)
  const before = held(file).reports
  child.kill(signal)
  expect(await ended).toEqual([status, null])
  expect(err).toBe('onrecord: finishing what is in hand; press Ctrl+C again to stop at once\n')
  const after = held(file)
  expect(out).toMatch(new RegExp(`^${after.reports} read`))
  expect(after.reports).toBeGreaterThanOrEqual(Math.max(1, before))
  expect(after.reports).toBeLessThan(all)
  expect(after.integrity).toBe('ok')
})

test('what could not be taken from standard input is tried again from there', () => {
  const { status, out } = onrecord(['add', '-', '--desk', at('dash.db'), '--threads', '1'], '{"id":"a","text":""}\n')
  expect(status).toBe(1)
  expect(out).toMatch(/^ {2}file-empty: standard input, 1: /m)
  expect(out).toContain(`\n  onrecord add - --desk ${at('dash.db')}\n`)
})
