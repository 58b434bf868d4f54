import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { oddRecord } from '../export/fixture.ts'
import type { TableName } from '../export/tables.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { rowsOf } from '../rows/rows-of.ts'
import { compactLake } from './compact.ts'
import { exportToLake } from './export-to-lake.ts'
import { type Lake, openLake } from './open-lake.ts'
import { writeToLake } from './write-records.ts'

const fixture = oddRecord()
const root = mkdtempSync(join(tmpdir(), 'onrecord-lake-'))
afterAll(() => rmSync(root, { recursive: true }))
let folder: string
let count = 0
beforeEach(() => {
  folder = join(root, String(count++))
})

const recordOf = (id: string, published?: string): NewsRecord => ({
  ...fixture,
  report: { ...fixture.report, id, published },
})
const given = (...records: NewsRecord[]) =>
  records.map((record) => ({ record, from: 'reports.jsonl', added: '2025-04-01T00:00:00Z' }))

async function open<T>(work: (lake: Lake) => Promise<T>): Promise<T> {
  const lake = await openLake(folder)
  try {
    return await work(lake)
  } finally {
    await lake.close()
  }
}

async function rowsIn(lake: Lake, list: TableName) {
  const rows = []
  for (const part of await lake.parts(list))
    rows.push(...(await parquetReadObjects({ file: await asyncBufferFromFile(join(folder, part)) })))
  return rows
}

test('records lie by list and day, and those without a day where Hive puts them', () =>
  open(async (lake) => {
    const records = given(recordOf('a', '2025-03-14T09:00:00+02:00'), recordOf('b', '2025-03-15'), recordOf('c'))
    await writeToLake(lake, records, { source: 'nats-x', place: 3 })
    expect(await lake.parts('reports')).toEqual([
      'reports/day=2025-03-14/nats-x.3.parquet',
      'reports/day=2025-03-15/nats-x.3.parquet',
      'reports/day=__HIVE_DEFAULT_PARTITION__/nats-x.3.parquet',
    ])
    expect(lake.place('nats-x')).toBe(3)
    expect((await rowsIn(lake, 'reports')).map(({ row_key, words }) => [row_key, words])).toEqual([
      ['a', 18],
      ['b', 18],
      ['c', 18],
    ])
    expect(await rowsIn(lake, 'events')).toHaveLength(3 * fixture.events.length)
  }))

test('a change that is cut off between two of its files is brought to its end, once', async () => {
  const before = join(root, 'before')
  const records = given(recordOf('a', '2025-03-14'), recordOf('b', '2025-03-15'))
  await open(async (lake) => {
    const halted = { ...lake, commit: () => Promise.reject(new Error('cut off')) }
    await expect(writeToLake(halted, records, { source: 's', place: 2 })).rejects.toThrow('cut off')
    expect(await lake.parts('reports')).toEqual([])
    cpSync(folder, before, { recursive: true })
  })
  // what was staged and not committed is gone with the next opening
  await open(async (lake) => expect([await lake.parts('reports'), lake.place('s')]).toEqual([[], 0]))
  expect(existsSync(join(folder, '_staged'))).toBe(false)

  // committed, with one of its files in its place
  folder = before
  rmSync(join(folder, '_lock.json'))
  const [first, second] = readdirSync(join(folder, '_staged')).filter((name) => name.endsWith('.parquet'))
  const add = [
    { staged: first, path: 'reports/day=2025-03-14/s.2.parquet' },
    { staged: second, path: 'reports/day=2025-03-15/s.2.parquet' },
  ]
  writeFileSync(join(folder, '_journal.json'), JSON.stringify({ add, place: { source: 's', at: 2 } }))
  mkdirSync(join(folder, 'reports/day=2025-03-14'), { recursive: true })
  cpSync(join(folder, '_staged', first), join(folder, add[0].path))
  rmSync(join(folder, '_staged', first))
  await open(async (lake) => {
    expect(await lake.parts('reports')).toEqual(add.map(({ path }) => path))
    expect(lake.place('s')).toBe(2)
  })
  expect(readdirSync(folder).sort()).toEqual(['_onrecord-lake.json', '_places.json', 'reports'])
})

test('small parts of a day become one of each source, with the same rows', () =>
  open(async (lake) => {
    for (const [place, id] of ['a', 'b', 'c'].entries())
      await writeToLake(lake, given(recordOf(id, '2025-03-14')), { source: 'nats-x', place: place + 1 })
    await exportToLake(lake, 'statements', rowsOf(recordOf('d', '2025-03-14')).statements, '/desks/d.db')
    const before = await rowsIn(lake, 'statements')
    expect(await compactLake(lake)).toEqual({ before: 9, after: 3 })
    const after = await rowsIn(lake, 'statements')
    const byKey = (rows: typeof after) => rows.toSorted((a, b) => (String(a.row_key) < String(b.row_key) ? -1 : 1))
    expect(byKey(after)).toEqual(byKey(before))
    expect(await lake.parts('statements')).toHaveLength(2)
    expect(await compactLake(lake)).toEqual({ before: 0, after: 0 })
  }))

test("a desk's rows take the place of those that it wrote before, and of no other's", () =>
  open(async (lake) => {
    const { statements } = rowsOf(recordOf('a', '2025-03-14'))
    await exportToLake(lake, 'statements', statements, '/desks/a.db')
    await exportToLake(lake, 'statements', statements, '/other/a.db')
    await exportToLake(lake, 'statements', statements.slice(1), '/desks/a.db')
    expect(await rowsIn(lake, 'statements')).toHaveLength(2 * statements.length - 1)
  }))

test('one program writes at a time, and the lock of one that is gone does not count', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, '_lock.json'), JSON.stringify({ pid: 1, host: hostname() }))
  await expect(openLake(folder)).rejects.toMatchObject({ code: 'lake-busy' })
  writeFileSync(join(folder, '_lock.json'), JSON.stringify({ pid: 2 ** 30, host: hostname() }))
  await open((lake) =>
    expect(openLake(folder))
      .rejects.toMatchObject({ code: 'lake-busy' })
      .then(() => lake),
  )
})

test('what is no lake is left alone, and none is made where one is asked for', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  await expect(openLake(folder)).rejects.toMatchObject({ code: 'lake-foreign' })
  expect(readdirSync(folder)).toEqual(['notes.txt'])
  await expect(openLake(join(root, 'none'), { create: false })).rejects.toMatchObject({ code: 'lake-missing' })
})

test('a part that is damaged is named', () =>
  open(async (lake) => {
    mkdirSync(join(folder, 'events/day=2025-03-14'), { recursive: true })
    for (const name of ['s.1', 's.2'])
      writeFileSync(join(folder, `events/day=2025-03-14/${name}.parquet`), 'no parquet')
    await expect(compactLake(lake)).rejects.toMatchObject({
      code: 'lake-damaged',
      message: expect.stringContaining('s.1'),
    })
  }))
