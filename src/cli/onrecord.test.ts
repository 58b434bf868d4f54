import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { version } from '../version.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const command = join(root, 'dist/cli/onrecord.js')
let folder = ''

beforeAll(() => {
  // The command is tested as it ships: built from these sources.
  spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.build.json')])
  folder = mkdtempSync(join(tmpdir(), 'onrecord-'))
  writeFileSync(join(folder, 'empty.txt'), '')
  writeFileSync(join(folder, 'blank.txt'), ' \n\r\n')
  writeFileSync(join(folder, 'picture.png'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 0x1a, 10, 0))
  writeFileSync(join(folder, 'latin.txt'), Uint8Array.of(0x43, 0x61, 0x66, 0xe9))
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a person would. */
function onrecord(args: readonly string[], input: string | Uint8Array = '') {
  const env = { ...process.env, NO_COLOR: '1', COLUMNS: '80' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { input, env })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

describe('what cannot be read gives one clear line and no stack trace', () => {
  test.each([
    [['read', 'nowhere.txt'], 1, /^onrecord: file-missing: there is no file .*nowhere\.txt; /],
    [['read', 'empty.txt'], 1, /^onrecord: file-empty: .*empty\.txt is empty/],
    [['read', 'blank.txt'], 1, /^onrecord: file-empty: /],
    [['read', 'picture.png'], 1, /^onrecord: file-binary: .*picture\.png is not text; give /],
    [['read', 'latin.txt'], 1, /^onrecord: not-utf8: .*latin\.txt is not UTF-8 \(line 1\); convert it first/],
    [['read', '.'], 1, /^onrecord: file-is-folder: .* is a folder; name a file in it/],
    [['read', '-'], 1, /^onrecord: file-empty: standard input is empty/],
    [['parse', 'nowhere.txt'], 1, /^onrecord: file-missing: /],
    [['read', '--jsonl', 'nowhere.jsonl'], 1, /^onrecord: file-missing: /],
    [['read'], 2, /^onrecord: bad-argument: name one file to read/],
    [['read', 'empty.txt', 'blank.txt'], 2, /^onrecord: bad-argument: name one file/],
    [['read', '--published', '3 October', 'empty.txt'], 2, /^onrecord: bad-argument: --published takes/],
    [['read', '--jsonl', '--threads', '0'], 2, /^onrecord: bad-argument: --threads takes/],
    [['read', '--bogus'], 2, /^error: unknown option '--bogus'/],
    [['bogus'], 2, /^error: unknown command 'bogus'/],
  ])('%j', (args, status, message) => {
    const ran = onrecord(args.map((arg) => (/^(\.|.*\.(txt|png|jsonl))$/.test(arg) ? join(folder, arg) : arg)))
    expect(ran).toMatchObject({ status, out: '' })
    expect(ran.err).toMatch(message)
    expect(ran.err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('help and version', () => {
  test.each([[['--help']], [['read', '--help']], [['parse', '--help']], [['help', 'read']]])(
    '%j has an example',
    (args) => {
      const ran = onrecord(args)
      expect(ran).toMatchObject({ status: 0, err: '' })
      expect(ran.out).toMatch(/Examples?:\n {2}onrecord /)
    },
  )

  test('--version', () => {
    expect(onrecord(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  })
})

describe('bad lines are answered in place and counted', () => {
  test.each([
    ['{"id":"1","text":"a"', 'line-not-json'],
    ['', 'line-empty'],
    ['   ', 'line-empty'],
    ['[1]', 'line-not-report'],
    ['null', 'line-not-report'],
    ['{"id":1,"text":"a"}', 'line-not-report'],
    ['{"id":"1"}', 'line-not-report'],
    ['{"id":"1","text":"a","published":"3 October"}', 'line-not-report'],
    [Uint8Array.of(0x22, 0xe9, 0x22), 'not-utf8'],
  ])('%j is %s', (line, code) => {
    const ran = onrecord(['read', '--jsonl'], Buffer.concat([Buffer.from(line), Buffer.from('\n')]))
    expect(ran.status).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ line: 1, error: { code } })
    expect(ran.err).toBe('onrecord: 1 bad line, answered in place with an error\n')
  })

  test('for trees they are comments', () => {
    const ran = onrecord(['parse'], 'no json\n')
    expect(ran.status).toBe(1)
    expect(ran.out).toMatch(/^# error = \{"line":1,"error":\{"code":"line-not-json".*\}\}\n\n$/)
  })

  test('nothing in, nothing out', () => {
    expect(onrecord(['read', '--jsonl'], '')).toEqual({ status: 0, out: '', err: '' })
  })
})
