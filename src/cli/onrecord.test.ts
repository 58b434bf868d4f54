import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkRecord } from '../record/check.ts'
import { version } from '../version.ts'

// Each test starts a process, which takes its time where the machine has much else to do.
vi.setConfig({ testTimeout: 180_000 })

const root = fileURLToPath(new URL('../../', import.meta.url))
// the command is tested as it ships: scripts/ensure-built.ts compiles it before all tests
const command = join(root, 'dist/cli/onrecord.js')
let folder = ''

beforeAll(() => {
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
  test.each([[['--help']], [['read', '--help']], [['parse', '--help']], [['code', '--help']], [['help', 'read']]])(
    '%j has an example',
    (args) => {
      const ran = onrecord(args)
      expect(ran).toMatchObject({ status: 0, err: '' })
      expect(ran.out).toMatch(/Examples?:\n {2}.*\bonrecord /)
    },
  )

  test('--version', () => {
    expect(onrecord(['--version'])).toEqual({ status: 0, out: `${version}\n`, err: '' })
  })
})

describe('bad lines are answered in place and counted', () => {
  test('by line, and the good ones among them are read', () => {
    const lines: [line: string | Uint8Array, code?: string][] = [
      ['{"id":"1","text":"a"', 'line-not-json'],
      ['', 'line-empty'],
      ['   ', 'line-empty'],
      ['[1]', 'line-not-report'],
      ['{"id":"good","text":"Ilse Marek said the port was open."}'],
      ['null', 'line-not-report'],
      ['{"id":1,"text":"a"}', 'line-not-report'],
      ['{"id":"1"}', 'line-not-report'],
      ['{"id":"1","text":"a","published":"3 October"}', 'line-not-report'],
      [Uint8Array.of(0x22, 0xe9, 0x22), 'not-utf8'],
    ]
    const ran = onrecord(
      ['read', '--jsonl'],
      Buffer.concat(lines.flatMap(([line]) => [Buffer.from(line), Buffer.from('\n')])),
    )
    expect(ran.status).toBe(1)
    const rows = ran.out
      .trimEnd()
      .split('\n')
      .map((row) => JSON.parse(row))
    expect(rows.map(({ line, error }) => [line, error?.code])).toEqual(
      lines.map(([, code], n) => (code ? [n + 1, code] : [undefined, undefined])),
    )
    expect(rows[4].report.id).toBe('good')
    expect(ran.err).toBe('onrecord: 9 bad lines, answered in place with an error\n')
  })

  test('one is spoken of as one', () => {
    const ran = onrecord(['read', '--jsonl'], 'null\n')
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

const example = join(root, 'examples/summit.txt')

describe('a report is read', () => {
  test('for people, without colour in a file, with data alone on standard output', () => {
    const ran = onrecord(['read', example])
    expect(ran).toMatchObject({ status: 0, err: '' })
    expect(ran.out).toMatch(
      /^summit\npublished 2025-06-20 · language en · dateline PORT SERENE, Courier\n\nStatements \(\d+\)\n/,
    )
    for (const heading of ['Events', 'Entities', 'Times', 'Notes'])
      expect(ran.out).toMatch(new RegExp(`^${heading} \\(\\d+\\)$`, 'm'))
    expect(ran.out).not.toContain('\u001b')
  })

  test('as JSON, from a file and from standard input alike', () => {
    const fromFile = onrecord(['read', '--json', example])
    const record = JSON.parse(fromFile.out)
    expect(checkRecord(record)).toEqual([])
    expect(record.report).toMatchObject({ id: 'summit', published: '2025-06-20', text: readFileSync(example, 'utf8') })
    const fromInput = onrecord(['read', '--json', '--id', 'summit', '-'], readFileSync(example))
    expect(fromInput).toEqual(fromFile)
  })

  test('--published goes before the header', () => {
    const ran = onrecord(['read', '--json', '--published', '2025-06-27', example])
    expect(JSON.parse(ran.out).report.published).toBe('2025-06-27')
  })

  test('colour where it is asked for', () => {
    const { stdout } = spawnSync(process.execPath, [command, 'read', example], {
      env: { ...process.env, FORCE_COLOR: '1' },
    })
    expect(stdout.toString()).toContain('\u001b[')
  })
})

describe('a report a line', () => {
  const text = readFileSync(example, 'utf8')
    .replace(/^date .*/, '')
    .trim()
  const reports = Array.from({ length: 28 }, (_, n) => ({ id: `r${n}`, text: text.slice(0, (n * 53) % text.length) }))
  const lines = reports.map((report) => JSON.stringify(report))
  const spoiled = lines.map((line, n) => (n % 7 === 3 ? line.slice(0, 9) : line)).join('\n')

  test('a record a line, in order, with what is wrong in its place', () => {
    const ran = onrecord(['read', '--jsonl', '--published', '2025-06-20'], spoiled)
    const rows = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows).toHaveLength(reports.length)
    rows.forEach((row, n) => {
      if (n % 7 === 3) expect(row).toMatchObject({ line: n + 1, error: { code: 'line-not-json' } })
      else expect(row.report).toMatchObject({ id: reports[n].id, text: reports[n].text, published: '2025-06-20' })
    })
    expect(ran.status).toBe(1)
    expect(ran.err).toBe('onrecord: 4 bad lines, answered in place with an error\n')
  })

  test('the same bytes, however many threads', () => {
    const input = lines.join('\n')
    const one = onrecord(['read', '--jsonl', '--threads', '1'], input)
    expect(one.status).toBe(0)
    expect(onrecord(['read', '--jsonl', '--threads', '4'], input)).toEqual(one)
  })

  test('several files, one after the other', () => {
    writeFileSync(join(folder, 'a.jsonl'), `${lines[5]}\n${lines[6]}\n`)
    writeFileSync(join(folder, 'b.jsonl'), lines[7])
    const ran = onrecord(['read', '--jsonl', join(folder, 'a.jsonl'), join(folder, 'b.jsonl')])
    const ids = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).report.id)
    expect(ids).toEqual(['r5', 'r6', 'r7'])
  })

  test('an answer comes before the next line is given', async () => {
    const running = spawn(process.execPath, [command, 'read', '--jsonl'])
    running.stdin.write(`${lines[4]}\n`)
    const [first] = await once(running.stdout, 'data')
    expect(first.toString()).toContain('"id":"r4"')
    running.stdin.end()
    expect(await once(running, 'close')).toEqual([0, null])
  })

  test('it ends quietly where nobody reads on', () => {
    writeFileSync(join(folder, 'many.jsonl'), lines.join('\n'))
    const script = `"${process.execPath}" "${command}" read --jsonl "${join(folder, 'many.jsonl')}" | head -n 1`
    const { stdout, stderr } = spawnSync('sh', ['-c', script])
    expect(stdout.toString().split('\n')).toHaveLength(2)
    expect(stderr.toString()).toBe('')
  })
})

describe('trees', () => {
  test('CoNLL-U whose words point at their characters', () => {
    const text = 'Venn 🙂 said: “We can’t.”\r\n\r\nKestria denied it.'
    const ran = onrecord(['parse'], JSON.stringify({ id: 'r 1', text }))
    expect(ran).toMatchObject({ status: 0, err: '' })
    expect(ran.out).toMatch(/^# newdoc id = r 1\n/)
    const rows = ran.out
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split('\t'))
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      expect(row).toHaveLength(10)
      const [, start, end] = /TokenRange=(\d+):(\d+)/.exec(row[9]) ?? []
      expect(text.slice(Number(start), Number(end))).toBe(row[1])
    }
  })

  test('of a file', () => {
    const ran = onrecord(['parse', example])
    expect(ran).toMatchObject({ status: 0, err: '' })
    expect(ran.out).toMatch(/^# newdoc id = summit\n/)
  })
})

test('phrases are given codes, line by line', () => {
  const phrases = [
    { id: 'a', text: 'the Kenyan police' },
    { id: 'b', text: 'hardly' },
    { id: 'c' },
    { id: 'd', text: '' },
  ]
  const ran = onrecord(['code'], phrases.map((phrase) => JSON.stringify(phrase)).join('\n'))
  const rows = ran.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(rows).toMatchObject([
    { id: 'a', code: { country: 'KEN', sectors: ['COP'] } },
    { id: 'b', code: { sectors: [] } },
    { id: 'c', line: 3, error: { code: 'line-not-phrase' } },
    { id: 'd', code: { sectors: [] } },
  ])
  expect(ran.status).toBe(1)
})

describe('the programs in examples/ run', () => {
  const run = (program: string) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join('examples', program), 'examples/summit.txt'], {
      cwd: root,
    })
    return { status, lines: stdout.toString().trimEnd().split('\n'), err: stderr.toString() }
  }

  test.each([
    ['who-said-what.js', 3],
    ['on-whose-word.js', 5],
    ['timeline.js', 5],
  ])('%s', (program, columns) => {
    const ran = run(program)
    expect(ran).toMatchObject({ status: 0, err: '' })
    expect(ran.lines.length).toBeGreaterThan(0)
    for (const line of ran.lines) expect(line.split('\t'), line).toHaveLength(columns)
  })
})
