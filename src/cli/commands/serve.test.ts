import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { exampleDesk } from '../../desk/fixture.ts'

// Each run starts a process, which takes its time where the machine has much else to do.
vi.setConfig({ testTimeout: 180_000 })

const command = fileURLToPath(new URL('../../../dist/cli/onrecord.js', import.meta.url))
let folder = ''
const at = (name: string) => join(folder, name)
let statements = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-serve-'))
  chmodSync(folder, 0o755)
  mkdirSync(at('still'))
  const desk = await exampleDesk(at('still/desk.db'))
  statements = desk.count({ list: 'statements', filter: {} })
  desk.close()
  const other = await exampleDesk(at('desk.db'))
  other.close()
  chmodSync(at('still/desk.db'), 0o444)
  chmodSync(at('still'), 0o555)
}, 120_000)
afterAll(() => {
  chmodSync(at('still'), 0o755)
  rmSync(folder, { recursive: true })
})

/** Who may not write everywhere, as root may. */
const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/** Starts the server, and gives its address once it listens. */
async function served(args: string[], options: { env?: { [name: string]: string } } = {}) {
  const child = spawn(process.execPath, [command, 'serve', '--port', '0', ...args], {
    ...other,
    env: { ...process.env, ...options.env },
  })
  let err = ''
  child.stderr.on('data', (piece) => (err += piece))
  const [line] = await once(child.stdout, 'data')
  return {
    url: new URL(String(line).trim()),
    said: () => err,
    async stop() {
      child.kill('SIGTERM')
      return once(child, 'close')
    },
  }
}

test.skipIf(process.platform === 'win32')(
  'a desk that cannot be written is served, and takes no decision',
  async () => {
    const { url, said, stop } = await served(['--desk', at('still/desk.db')])
    const asked = async (path: string) => (await fetch(new URL(path, url))).json() as Promise<unknown>
    expect(await asked('api/count/statements')).toMatchObject({ count: statements })
    const { rows } = (await asked('api/statements?limit=1')) as { rows: { key: string }[] }
    const decided = await fetch(new URL('api/decisions', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        decisions: [{ key: rows[0].key, verdict: 'right', by: 'Ana Sorel', at: '2025-03-20T08:00:00Z' }],
      }),
    })
    expect(decided.status).toBe(409)
    expect(await decided.json()).toMatchObject({ error: { code: 'desk-readonly' } })
    expect(await stop()).toEqual([0, null])
    expect(said()).toBe(
      `onrecord: ${at('still/desk.db')} cannot be written: it is only read here, and no decision is taken down\n`,
    )
    expect(readdirSync(at('still'))).toEqual(['desk.db'])
  },
)

describe('the token', () => {
  const status = async (url: URL, token?: string) => {
    const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` }
    const answer = await fetch(new URL('/api/status', url), { headers })
    await answer.text()
    return answer.status
  }

  test('comes from a file or from the environment; the file counts where there are both', async () => {
    writeFileSync(at('token'), 'kept-in-a-file\n')
    const desk = ['--desk', at('still/desk.db')]
    const env = { ONRECORD_TOKEN: 'kept-in-the-environment' }
    const byFile = await served([...desk, '--token-file', at('token')], { env })
    expect(byFile.url.searchParams.get('token')).toBe('kept-in-a-file')
    const tokens = [undefined, env.ONRECORD_TOKEN, 'kept-in-a-file']
    expect(await Promise.all(tokens.map((token) => status(byFile.url, token)))).toEqual([401, 401, 200])
    await byFile.stop()
    const byEnvironment = await served(desk, { env })
    const answers = tokens.map((token) => status(byEnvironment.url, token))
    expect(await Promise.all(answers)).toEqual([401, 200, 401])
    await byEnvironment.stop()
  })

  test.each([
    ['a file that is not there', 'nowhere', undefined, 'file-missing', 1],
    ['an empty file', 'empty', '', 'bad-argument', 2],
    ['a file of a blank line', 'blank', ' \n', 'bad-argument', 2],
    ['a file of two words', 'two', 'two words\n', 'bad-argument', 2],
    ['letters that no header can carry', 'letters', 'clé\n', 'bad-argument', 2],
  ])('%s holds none', (_, name, content, code, rc) => {
    if (content !== undefined) writeFileSync(at(name), content)
    const args = [command, 'serve', '--port', '0', '--desk', at('desk.db'), '--token-file', at(name)]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { timeout: 120_000 })
    expect([status, stdout.toString()]).toEqual([rc, ''])
    expect(stderr.toString()).toMatch(new RegExp(`^onrecord: ${code}: `))
  })
})
