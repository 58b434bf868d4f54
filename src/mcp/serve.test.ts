import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exampleDesk } from '../desk/fixture.ts'
import { wellFormed } from '../record/well-formed.ts'
import { answerOf, deskTools, quotesIn } from './fixture.ts'

// Each test starts a process, which takes its time where the machine has much else to do.
vi.setConfig({ testTimeout: 180_000 })

const root = fileURLToPath(new URL('../../', import.meta.url))
// the command as it ships: scripts/ensure-built.ts compiles it before all tests
const command = [join(root, 'dist/cli/onrecord.js'), 'mcp']
let folder = ''
let file = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-mcp-'))
  file = join(folder, 'desk.db')
  const desk = await exampleDesk(file)
  desk.db.pragma('wal_checkpoint(TRUNCATE)')
  desk.close()
})

afterAll(() => rmSync(folder, { recursive: true }))

const hello = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
}
const asked = (id: number, name: string, args: object) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: args },
})
const lines = (...messages: unknown[]) =>
  messages.map((message) => `${typeof message === 'string' ? message : JSON.stringify(message)}\n`).join('')
const run = (args: string[], input: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], { cwd: root, input })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

describe.each(['legacy', 'auto'] as const)("the protocol's own client over standard input and output (%s)", (mode) => {
  test('lists the tools, finds, quotes, and leaves the desk as it was', async () => {
    const before = { bytes: readFileSync(file), changed: statSync(file).mtimeMs }
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [...command, '--desk', file],
      cwd: root,
      stderr: 'pipe',
    })
    let remarks = ''
    transport.stderr?.on('data', (chunk) => (remarks += chunk))
    await client.connect(transport)
    expect(client.getServerVersion()).toMatchObject({ name: 'onrecord' })
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual(deskTools)
    const ask = async (name: string, args: Record<string, unknown>) =>
      answerOf(await client.callTool({ name, arguments: args }))
    const { rows } = await ask('find', { list: 'statements', filter: { act: ['deny'] }, limit: 1 })
    const quotes = quotesIn(rows[0])
    expect(quotes.length).toBeGreaterThan(1)
    const { page } = await ask('report', { id: rows[0].report, length: 50_000 })
    for (const { start, end, text } of quotes) expect(page.text.slice(start, end)).toBe(text)
    const text = 'Venn 😀\u0000\u2028 said: “No \ud83d.”'
    for (const quote of quotesIn(await ask('read', { text })))
      expect(quote.text).toBe(wellFormed(text).slice(quote.start, quote.end))
    expect(await ask('report', { id: 'nowhere' })).toMatchObject({ error: { code: 'report-missing' } })
    await client.close()
    expect(remarks).toBe('')
    expect({ bytes: readFileSync(file), changed: statSync(file).mtimeMs }).toEqual(before)
  })
})

test('what was asked is answered before it ends with its input, and standard output carries nothing else', () => {
  const ran = run(
    [],
    lines(hello, 'no message', { no: 'message' }, asked(2, 'read', { text: 'Venn resigned.' }), asked(3, 'read', {})),
  )
  const answers = ran.out.trimEnd().split('\n').map((line) => JSON.parse(line)) // biome-ignore format: one line
  expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3])
  expect(answers.find(({ id }) => id === 3).result.isError).toBe(true)
  expect(ran.err).toMatch(/^onrecord: something on standard input is no message .*\n$/)
  expect(ran.status).toBe(0)
})

test('a message that is too large is answered, and the next one too', () => {
  const small = asked(3, 'read', { text: 'Ilse Marek said that the port would open.' })
  const ran = run([], lines(hello, asked(2, 'read', { text: 'a'.repeat(11 << 20) }), small))
  const answers = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.find(({ id }) => id === 2)).toMatchObject({ error: {} })
  expect(answers.find(({ id }) => id === 3).result.isError).toBeFalsy()
  expect(ran.status).toBe(0)
})

test('a text that takes too long is answered with a code, and the next is read', () => {
  const long = asked(2, 'read', { text: 'Ilse Marek said that the port would open. '.repeat(1100) })
  const ran = run(['--report-seconds', '0.001'], lines(hello, long, asked(3, 'read', {})))
  const answers = ran.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(answers.find(({ id }) => id === 2).result.content[0].text).toContain('read-too-long')
  expect(answers.find(({ id }) => id === 3).result.isError).toBe(true)
  expect(ran.status).toBe(0)
})

test.each([
  [['--desk', 'nowhere.db'], /^onrecord: desk-missing: /],
  [['--desk', 'README.md'], /^onrecord: desk-foreign: /],
])('%j is refused at once', (args, message) => {
  expect(run(args, '')).toMatchObject({ status: 1, out: '', err: expect.stringMatching(message) })
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it', async (signal) => {
  const running = spawn(process.execPath, [...command, '--desk', file], { cwd: root })
  running.stdin.write(lines(hello))
  await once(running.stdout, 'data')
  running.kill(signal)
  expect(await once(running, 'exit')).toEqual([0, null])
})
