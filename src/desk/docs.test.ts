import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { exampleDesk } from './fixture.ts'

const page = readFileSync(new URL('../../docs/desk.md', import.meta.url), 'utf8')
const { db } = await exampleDesk()

/** The row of the page's tables that begins with this name. */
const rowOf = (table: string) => page.split('\n').find((line) => line.startsWith(`| \`${table}\` |`)) ?? ''

const ofWords = /^(report|statement)_words_/
const tables = (
  db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all() as string[]
)
  .filter((name) => !ofWords.test(name) && !name.startsWith('sqlite_'))
  .map(
    (name) =>
      [
        name,
        db.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1').pluck().all(name) as string[],
      ] as const,
  )

test.each(tables)('the page says what %s holds, column by column', (table, columns) => {
  const described = rowOf(table)
  expect(described, `docs/desk.md has no row for the table ${table}`).not.toBe('')
  const unnamed = columns.filter(
    (column) => !described.includes(`\`${column}\``) && !described.includes(`\`"${column}"\``),
  )
  expect(unnamed, `columns of ${table} that its row does not name`).toEqual([])
})

test('the page names no table that a desk does not have', () => {
  const named = [...page.slice(page.indexOf('## The tables')).matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(named.sort()).toEqual(tables.map(([name]) => name))
})

const queries = [...page.matchAll(/```sql\n([\s\S]*?);\n```/g)].map(([, sql]) => [sql.split('\n')[0], sql] as const)

test('there are examples', () => expect(queries.length).toBeGreaterThan(3))

test.each(queries.filter(([, sql]) => !sql.includes('FROM standing')))('the example %s finds rows', (_, sql) => {
  expect(db.prepare(sql).all().length).toBeGreaterThan(0)
})

test('the example on decisions gives what stands of each row', () => {
  const [, sql] = queries.find(([, sql]) => sql.includes('FROM standing')) ?? ['', '']
  return exampleDesk().then((desk) => {
    const [{ key }, other] = desk.find({ list: 'statements', filter: {} }).rows
    const at = '2025-03-21T10:00:00Z'
    desk.decide([
      { key, verdict: 'right', by: 'Ilse', at },
      { key: other.key, verdict: 'right', by: 'Ilse', at },
      { key, verdict: 'wrong', by: 'Dario', at },
      { key: other.key, verdict: 'open', by: 'Ilse', at },
    ])
    expect(desk.db.prepare(sql).all()).toEqual([{ key, verdict: 'wrong', by: 'Dario', at }])
  })
})
