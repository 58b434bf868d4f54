import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { keptOf, memoryDesk } from '../desk/fixture.ts'
import { openWriter } from '../desk/write.ts'
import { columns } from './columns.ts'
import { exportDesk, type Wanted } from './export-desk.ts'
import { oddRecord } from './fixture.ts'
import { flatRow } from './jsonl.ts'
import { tableLists, tableNames, tableRows } from './tables.ts'
import { viewColumns } from './views.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-sqlite-test-'))
afterAll(() => rmSync(folder, { recursive: true }))
const record = oddRecord()
const desk = memoryDesk()
const other = { ...record, report: { ...record.report, id: 'even', text: `${record.report.text} Rain.` } }
openWriter(desk).keep([keptOf(record), keptOf(other)])

let files = 0
function exported(wanted: Omit<Wanted, 'format'>): Database.Database {
  const file = join(folder, `${files++}.sqlite`)
  writeFileSync(file, Buffer.concat([...exportDesk(desk, { ...wanted, format: 'sqlite' })] as Uint8Array[]))
  return new Database(file, { readonly: true })
}
const all = (db: Database.Database, sql: string) => db.prepare(sql).all() as { [column: string]: unknown }[]

test('of records, every table holds the rows that jsonl has', () => {
  const db = exported({ list: 'records', filter: { report: ['odd/1'], copies: true } })
  for (const table of tableNames) {
    const rows = tableRows(table, desk.all({ list: tableLists[table], filter: { report: ['odd/1'] } }) as never)
    const expected = [...rows].map((row) =>
      Object.fromEntries(
        Object.entries(flatRow(table, row as never)).flatMap(([name, value]) => {
          if (Array.isArray(value)) return value.length === 0 ? [] : [[name, JSON.stringify(value)]]
          return [[name, typeof value === 'boolean' ? Number(value) : value]]
        }),
      ),
    )
    const found = all(db, `SELECT * FROM ${table}`).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)),
    )
    expect(found, table).toEqual(expected)
    expect(found.length, table).toBeGreaterThan(0)
    const named = all(db, `SELECT column_name FROM codebook WHERE table_name = '${table}' AND code IS NULL`)
    expect(named.map((row) => row['column_name'])).toEqual(columns[table].map(({ name }) => name))
  }
})

test('views have the columns that a desk’s have, and lists as words', () => {
  const db = exported({ list: 'records' })
  for (const [table, names] of Object.entries(viewColumns)) {
    const view = `SELECT * FROM v_${table}`
    expect(
      db
        .prepare(view)
        .columns()
        .map(({ name }) => name),
    ).toEqual(names)
    const ofDesk = desk.db
      .prepare(view)
      .columns()
      .map(({ name }) => name)
    expect(ofDesk.filter((name) => name !== 'statement' && name !== 'event')).toEqual(names)
  }
  expect(all(db, "SELECT recipients, word FROM v_events WHERE type = 'ASSAULT' LIMIT 1")).toEqual([
    { recipients: 'Almeth | three', word: 'Ilse Marek | 𝐕enn' },
  ])
})

test('one table, chosen columns, what is wrong left out', () => {
  const [{ key }] = desk.find({ list: 'statements', filter: {} }).rows
  desk.decide([{ key, verdict: 'wrong', by: 'Tessa Orlin', at: '2025-03-21T08:00:00Z' }])
  const db = exported({ list: 'statements', columns: ['row_key', 'speaker'], limit: 2 })
  expect(all(db, 'SELECT row_key, speaker FROM v_statements').map((row) => row['speaker'])).toEqual(['𝐕enn', null])
  expect(all(db, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").map(({ name }) => name)).toEqual([
    'about',
    'codebook',
    'statements',
  ])
  desk.decide([{ key, verdict: 'open', by: 'Tessa Orlin', at: '2025-03-21T09:00:00Z' }])
})

test('columns are those of one table', () => {
  expect(() => exportDesk(desk, { list: 'records', format: 'sqlite', columns: ['row_key'] })).toThrow(
    'for one table only',
  )
})
