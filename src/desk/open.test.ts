import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { exampleDesk, exampleRecords } from './fixture.ts'
import { openDesk } from './open.ts'
import { openWriter } from './write.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-desk-'))
const at = (name: string) => path.join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What opening the file fails with; the file's bytes must stay as they were. */
function failure(file: string, options = {}): { code?: string; message?: string } {
  const before = readFileSync(file)
  let thrown: unknown
  try {
    openDesk(file, options).close()
  } catch (error) {
    thrown = error
  }
  expect(readFileSync(file).equals(before)).toBe(true)
  return thrown as { code?: string; message?: string }
}

test('a desk that is not there', () => {
  expect(() => openDesk(at('none.db'))).toThrow(expect.objectContaining({ code: 'desk-missing' }))
})

test('a file that is no SQLite file', () => {
  writeFileSync(at('text.db'), 'Rain fell on Almeth, and the road was closed.\n'.repeat(100))
  expect(failure(at('text.db'), { create: true })).toMatchObject({ code: 'desk-foreign' })
})

test("another program's SQLite file", () => {
  const db = new Database(at('other.db'))
  db.exec('CREATE TABLE birds (name TEXT)')
  db.close()
  expect(failure(at('other.db'), { create: true })).toMatchObject({ code: 'desk-foreign' })
})

test('a desk from a newer version', async () => {
  const desk = await exampleDesk(at('newer.db'))
  desk.db.pragma('user_version = 99')
  desk.close()
  expect(failure(at('newer.db'))).toMatchObject({ code: 'desk-newer' })
})

test('a desk from an older version, to be read only', async () => {
  const desk = await exampleDesk(at('older.db'))
  desk.db.pragma('user_version = 0')
  desk.close()
  expect(failure(at('older.db'), { readonly: true })).toMatchObject({ code: 'desk-older' })
})

test('a desk that is cut off in its middle', async () => {
  const desk = await exampleDesk(at('whole.db'))
  desk.close()
  const bytes = readFileSync(at('whole.db'))
  writeFileSync(at('cut.db'), bytes.subarray(0, 40_960))
  const thrown = (() => {
    try {
      const cut = openDesk(at('cut.db'))
      return [...cut.all({ list: 'statements', filter: {} })]
    } catch (error) {
      return error as { code?: string }
    }
  })()
  expect(thrown).toMatchObject({ code: expect.stringMatching(/desk-damaged|SQLITE_CORRUPT/) })
})

test('a disk that is full: nothing of the batch is kept, and the desk goes on', async () => {
  const [record] = await exampleRecords()
  const desk = openDesk(at('full.db'), { create: true })
  const { id, text, sha256, language } = record.report
  const kept = (n: number) => ({
    taken: {
      id: `${id}-${n}`,
      text,
      language,
      from: 'here',
      takenAt: '2025-03-20T08:00:00Z',
      bytes: createHash('sha256').update(`${n}`).digest('hex'),
      notes: [],
    },
    sha256,
    outcome: { record },
  })
  const writer = openWriter(desk)
  writer.keep([kept(0)])
  const pages = desk.db.pragma('page_count', { simple: true }) as number
  desk.db.pragma(`max_page_count = ${pages + 20}`)
  expect(() => writer.keep(Array.from({ length: 50 }, (_, n) => kept(n + 1)))).toThrow(
    expect.objectContaining({ code: 'desk-full' }),
  )
  expect(desk.count({ list: 'reports', filter: { copies: true } })).toBe(1)
  desk.db.pragma('max_page_count = 1000000')
  writer.keep([kept(1)])
  expect(desk.count({ list: 'reports', filter: { copies: true } })).toBe(2)
  expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok')
  desk.close()
})

test('a desk opened for reading only is never written', async () => {
  const made = await exampleDesk(at('readonly.db'))
  const [{ key }] = made.find({ list: 'events', filter: {}, limit: 1 }).rows
  made.close()
  const desk = openDesk(at('readonly.db'), { readonly: true })
  const decide = () => desk.decide([{ key, verdict: 'right', by: 'Ana', at: '2025-03-20T08:00:00Z' }])
  expect(decide).toThrow(expect.objectContaining({ code: 'desk-readonly' }))
  expect(desk.decisions({})).toEqual([])
  desk.close()
})

test.skipIf(process.getuid?.() === 0)('a file that may not be written', async () => {
  copyFileSync(at('whole.db'), at('locked.db'))
  chmodSync(at('locked.db'), 0o444)
  expect(failure(at('locked.db'))).toMatchObject({ code: 'desk-readonly' })
})

test.each(['', '  ', ':memory:', ':MEMORY: '])('%j names no file', (name) => {
  for (const options of [{}, { create: true }, { readonly: true }])
    expect(() => openDesk(name, options)).toThrow(expect.objectContaining({ code: 'bad-argument' }))
})

test.each([
  ['a folder', folder, 'file-is-folder'],
  ['what is no file', '/dev/null', 'desk-foreign'],
  ['a file in a folder that is not there', at('nowhere/x.db'), 'desk-missing'],
])('%s is no place for a desk', (_, file, code) => {
  for (const options of [{ create: true }, { readonly: true }])
    expect(() => openDesk(file, options)).toThrow(expect.objectContaining({ code }))
})

test('an empty file is no desk to read', () => {
  writeFileSync(at('empty.db'), '')
  expect(failure(at('empty.db'), { readonly: true })).toMatchObject({ code: 'desk-foreign' })
})

test('damage that is met where rows are read is told as damage', async () => {
  const desk = await exampleDesk(at('late.db'))
  desk.db.pragma('wal_checkpoint(TRUNCATE)')
  desk.close()
  const bytes = readFileSync(at('late.db'))
  const codes = new Set<string | undefined>()
  for (let from = 8192 * 2; from + 8192 <= bytes.length; from += 8192) {
    const damaged = Buffer.from(bytes)
    damaged.fill(0xa5, from, from + 8192)
    writeFileSync(at('damaged-late.db'), damaged)
    try {
      const found = openDesk(at('damaged-late.db'), { readonly: true })
      try {
        for (const list of ['statements', 'events', 'reports', 'entities'] as const) {
          const rows = [...found.all({ list, filter: {} })]
          found.count({ list, filter: { text: 'port' } as never })
          found.facets({ list, filter: {} }, ['outlet'])
          if (list === 'reports') for (const { id } of rows as { id: string }[]) found.record(id)
        }
      } finally {
        found.close()
      }
    } catch (error) {
      codes.add((error as { code?: string }).code ?? String(error))
    }
  }
  expect(codes.has('desk-damaged')).toBe(true)
  for (const code of codes) expect(code).not.toMatch(/^SQLITE/)
})

test('a desk that lies where nothing can be written is read', async () => {
  mkdirSync(at('still'))
  const desk = await exampleDesk(at('still/desk.db'))
  const count = desk.count({ list: 'statements', filter: {} })
  desk.close()
  chmodSync(at('still/desk.db'), 0o444)
  chmodSync(at('still'), 0o555)
  chmodSync(folder, 0o755)
  const script = `const { openDesk } = await import(${JSON.stringify(new URL('../../dist/desk/index.js', import.meta.url).href)})
    const desk = openDesk(${JSON.stringify(at('still/desk.db'))}, { readonly: true })
    console.log(desk.count({ list: 'statements', filter: {} }), desk.file); desk.close()`
  // who may do everything may write there, too
  const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], other)
  expect(`${stdout}${stderr}`).toBe(`${count} ${at('still/desk.db')}\n`)
  expect(readdirSync(at('still'))).toEqual(['desk.db'])
  chmodSync(at('still'), 0o755)
})
