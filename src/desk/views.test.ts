import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { oddRecord } from '../export/fixture.ts'
import { flatRow } from '../export/jsonl.ts'
import { type TableName, tableLists, tableRows } from '../export/tables.ts'
import { keptOf, memoryDesk } from './fixture.ts'
import { migrations } from './migrations/index.ts'
import { openDesk } from './open.ts'
import { openWriter } from './write.ts'

const record = oddRecord()
record.entities[0].titles = [{ start: 3, end: 7 }]
const desk = memoryDesk()
openWriter(desk).keep([keptOf(record)])

/** A value of a table as a view has it: lists as one text, truth as a number, null for nothing. */
function viewed(name: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    if (value.length === 0) return null
    return ['actors', 'recipients', 'addressees'].includes(name) ? value.join(' | ') : JSON.stringify(value)
  }
  return typeof value === 'boolean' ? Number(value) : (value ?? null)
}

test.each<[string, TableName, string]>([
  ['v_statements', 'statements', 'row_key'],
  ['v_quotes', 'quotes', 'row_key'],
  ['v_events', 'events', 'row_key'],
  ['v_dyads', 'dyads', 'event_key'],
])('%s says what the table %s says, to the character', (view, table, key) => {
  const found = desk.db.prepare(`SELECT * FROM ${view} ORDER BY ${key}`).all() as { [column: string]: unknown }[]
  const rows = [...tableRows(table, desk.all({ list: tableLists[table], filter: {} }) as Iterable<never>)]
  const expected = rows.map((row) => flatRow(table, row) as { [column: string]: unknown })
  expect(found.length).toBe(expected.length)
  expect(found.length).toBeGreaterThan(0)
  // columns that a view lays out in another way, or that only one of the two has
  const own = new Set(['word', 'row_key', 'statement', 'event'])
  const shared = Object.keys(found[0]).filter((name) => !own.has(name) && expected.some((row) => name in row))
  expect(shared.length).toBeGreaterThan(12)
  found.forEach((row, at) => {
    const is = Object.fromEntries(shared.map((name) => [name, row[name]]))
    const should = Object.fromEntries(shared.map((name) => [name, viewed(name, expected[at][name])]))
    expect(is).toEqual(should)
  })
})

test('what people decided is wrong is in no view', () => {
  const [first] = desk.find({ list: 'statements', filter: {} }).rows
  desk.decide([{ key: first.key, verdict: 'wrong', by: 'Tessa Orlin', at: '2025-03-21T08:00:00Z' }])
  const keys = () => desk.db.prepare('SELECT row_key FROM v_statements').pluck().all()
  expect(keys()).not.toContain(first.key)
  desk.decide([{ key: first.key, verdict: 'open', by: 'Tessa Orlin', at: '2025-03-21T09:00:00Z' }])
  expect(keys()).toContain(first.key)
})

test('words are found by their stems, and by who speaks', () => {
  const found = (words: string) => [...desk.all({ list: 'statements', filter: { words } })].map(({ id }) => id)
  expect(found('shelling')).toEqual(['s1'])
  expect(found('marek')).toEqual(['s1'])
  expect(found('Marek floods')).toEqual([])
  expect(found('marek kestria')).toEqual(['s1'])
})

test('SQLite as it comes, without anything of onrecord, reads every view', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-plain-'))
  const file = join(folder, 'desk.db')
  const kept = openDesk(file, { create: true })
  openWriter(kept).keep([keptOf(record)])
  kept.close()
  const plain = new Database(file, { readonly: true })
  const views = plain
    .prepare("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")
    .pluck()
    .all() as string[]
  expect(views).toEqual(expect.arrayContaining(['v_dyads', 'v_events', 'v_quotes', 'v_statements']))
  for (const view of views.filter((name) => name.startsWith('v_'))) {
    const rows = plain.prepare(`SELECT * FROM ${view}`).all()
    expect(rows, view).toEqual(desk.db.prepare(`SELECT * FROM ${view}`).all())
    expect(rows.length, view).toBeGreaterThan(0)
  }
  plain.close()
  rmSync(folder, { recursive: true })
})

test('a desk of before gets precise days, stems and views when it is opened', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-old-'))
  const file = join(folder, 'old.db')
  const old = new Database(file)
  for (const migration of migrations.slice(0, 5)) old.exec(migration)
  old.pragma(`application_id = ${0x6f6e7264}`)
  old.pragma('user_version = 5')
  old.exec(`
    INSERT INTO reports (report, id, sha256_bytes, published, published_at, language, words, state, added, text)
      VALUES (1, 'r', x'00', '2025-03-14', 1741910400, 'en', 6, 'read', '2025-03-14', '🙂 Reth promised ships in 1991.');
    INSERT INTO report_words (rowid, title, text) VALUES (1, '', '🙂 Reth promised ships in 1991.');
    INSERT INTO readers VALUES (1, '0', '{}', '');
    INSERT INTO readings (reading, report, reader, newest, language) VALUES (1, 1, 1, 1, 'en');
    INSERT INTO named (named, fold, name, kind_code, country, sectors, link) VALUES (1, 0, 'Jonas Reth', 1, '', '[]', '');
    INSERT INTO entities (reading, n, named) VALUES (1, 0, 1);
    INSERT INTO times (reading, n, start, "end", type_code, value, "from", "to") VALUES (1, 0, 26, 30, 0, '1991', '1991-01-01', '1992-01-01');
    INSERT INTO statements (statement, reading, n, id, source_start, source_end, quotation_code, act, negated, speaker, "when", confidence, report, newest, published_at, day_number, speaker_named)
      VALUES (1, 1, 0, 's1', 3, 7, 1, 'promise', 0, 0, 0, 0.9, 1, 1, 1741910400, 7670, 1);
    INSERT INTO contents (statement, n, part_code, start, "end") VALUES (1, 0, 0, 17, 30);
  `)
  old.close()
  const opened = openDesk(file)
  expect(opened.db.prepare('SELECT * FROM v_statements').get()).toMatchObject({
    ...{ row_key: 'r#s1', speaker: 'Jonas Reth', source: 'Reth', content: 'ships in 1991' },
    ...{ date_start: '1991-01-01', date_end: '1991-12-31', date_precision: 'year' },
  })
  const count = (filter: object) => opened.count({ list: 'statements', filter })
  expect([count({ words: 'ship jonas' }), count({ day: ['1991'] }), count({ day: ['1991-01-01'] })]).toEqual([1, 1, 0])
  expect([count({ from: '1991-01-01', to: '1991-01-31' }), count({ from: '1991-01-01', to: '1991-12-31' })]).toEqual([
    0, 1,
  ])
  expect(opened.facets({ list: 'statements', filter: {} }, ['day'])).toEqual({ day: [{ value: '1991', count: 1 }] })
  expect(() => opened.db.exec('UPDATE statements SET last_day_number = 0')).toThrow('never changed')
  opened.close()
  rmSync(folder, { recursive: true })
})
