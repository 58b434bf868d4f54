import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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
