import { expect, test } from 'vitest'
import type { Filter } from '../rows/filter.ts'
import type { EventRow, StatementRow } from '../rows/rows.ts'
import { sayQuery } from '../rows/say.ts'
import { exampleDesk } from './fixture.ts'
import { writtenColumns } from './stored.ts'
import { matchOf } from './words.ts'

const desk = await exampleDesk()
const statements = [...desk.all({ list: 'statements', filter: {} })]
const events = [...desk.all({ list: 'events', filter: {} })]

/** A value that some rows have and others have not. */
function split<R>(rows: readonly R[], valueIn: (row: R) => string | undefined): string {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const value = valueIn(row)
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const [[value]] = [...counts].filter(([, n]) => n < rows.length).sort((a, b) => b[1] - a[1])
  return value
}

const has = (values: readonly (string | undefined)[], wanted: string) =>
  values.some((value) => value?.toLowerCase() === wanted.toLowerCase())

type Case<R> = [field: keyof NonNullable<Filter['not']>, values: (row: R) => (string | undefined)[]]

const ofStatements: Case<StatementRow>[] = [
  ['id', ({ id }) => [id]],
  ['report', ({ report }) => [report]],
  ['speaker', ({ speaker }) => [speaker?.name]],
  ['source', ({ speaker }) => [...(speaker?.sectors ?? []), speaker?.country]],
  ['sector', ({ speaker }) => speaker?.sectors ?? []],
  ['act', ({ act }) => [act]],
  ['quotation', ({ quotation }) => [quotation]],
  ['place', ({ where }) => [where?.name]],
]

const ofEvents: Case<EventRow>[] = [
  ['type', ({ type }) => [type]],
  ['mode', ({ mode }) => [mode]],
  ['context', ({ contexts }) => contexts],
  ['status', ({ status }) => [status]],
  ['actor', ({ actors }) => actors.map(({ name }) => name)],
  ['recipient', ({ recipients }) => recipients.map(({ name }) => name)],
  ['word', ({ word }) => (word.length === 0 ? ['report'] : [word[word.length - 1].speaker?.name])],
  ['sector', ({ actors, recipients }) => [...actors, ...recipients].flatMap(({ sectors }) => sectors ?? [])],
  ['place', ({ where }) => [where?.name]],
]

test.each(ofStatements)('statements by %s, and without', (field, values) => {
  check('statements', statements, field, values)
})

test.each(ofEvents)('events by %s, and without', (field, values) => {
  check('events', events, field, values)
})

function check<R extends { key: string }>(
  list: 'statements' | 'events',
  rows: readonly R[],
  field: keyof NonNullable<Filter['not']>,
  values: (row: R) => (string | undefined)[],
): void {
  const value = split(rows, (row) => values(row)[0])
  const keys = (filter: Filter) => [...desk.all({ list, filter })].map(({ key }) => key).sort()
  const expected = (wanted: boolean) =>
    rows
      .filter((row) => has(values(row), value) === wanted)
      .map(({ key }) => key)
      .sort()
  expect(keys({ [field]: [value] })).toEqual(expected(true))
  expect(keys({ not: { [field]: [value] } })).toEqual(expected(false))
  expect(expected(true).length).toBeGreaterThan(0)
}

test('several values of a field mean any of them, several fields all of them', () => {
  const filter = { act: ['deny', 'accuse'], quotation: ['indirect' as const] }
  const found = [...desk.all({ list: 'statements', filter })]
  expect(found.map(({ key }) => key)).toEqual(
    statements
      .filter(({ act, quotation }) => (act === 'deny' || act === 'accuse') && quotation === 'indirect')
      .map(({ key }) => key),
  )
  expect(found.length).toBeGreaterThan(0)
})

test('confidence and days', () => {
  const sure = [...desk.all({ list: 'statements', filter: { least: 0.9 } })]
  expect(sure.length).toBe(statements.filter(({ confidence }) => confidence >= 0.9).length)
  const day = [...desk.all({ list: 'events', filter: { from: '2025-03-11', to: '2025-03-12' } })]
  expect(day.length).toBeGreaterThan(0)
  for (const { when, published } of day) {
    const on = when?.from?.slice(0, 10) ?? published?.slice(0, 10)
    expect(['2025-03-11', '2025-03-12']).toContain(on)
  }
})

test('a field that a list does not have finds none of it', () => {
  expect(desk.count({ list: 'reports', filter: { act: ['deny'] } })).toBe(0)
})

test('words stand in the contents of statements and in the texts of reports', () => {
  const found = [...desk.all({ list: 'statements', filter: { words: 'mortar shells' } })]
  expect(found.length).toBeGreaterThan(0)
  for (const { content } of found) expect(content).toMatch(/mortar.*shells|shells.*mortar/s)
  expect(desk.count({ list: 'reports', filter: { words: '"border guards"' } })).toBe(1)
  expect(desk.count({ list: 'reports', filter: { words: 'guards -Kestria' } })).toBe(0)
})

test.each<[string, string | undefined]>([
  ['border', '"border"'],
  ['border guard*', '"border" AND "guard"*'],
  ['"cease fire" -flood', '"cease fire" NOT "flood"'],
  ['-a -b c', '"c" NOT ("a" OR "b")'],
  ['"never closed', '"never closed"'],
  ['AND OR NOT NEAR(', '"AND" AND "OR" AND "NOT" AND "NEAR("'],
  ['***', undefined],
  ['-flood', undefined],
  ['', undefined],
])('words %j', (typed, match) => {
  expect(matchOf(typed)).toBe(match)
})

test.each([
  '"',
  '""',
  "'",
  'a"b"c',
  'a\0b',
  '* OR *',
  'text:x',
  'a^2',
  '{}',
  '(',
  'NEAR(a b, 2)',
  '\u0000',
  '-',
  '--',
  'é “x” 日本',
])('whatever is typed is no error: %j', (words) => {
  for (const list of ['statements', 'events', 'reports', 'entities'] as const)
    expect(() => desk.find({ list, filter: { words } })).not.toThrow()
})

test.each<[Parameters<typeof sayQuery>[0], string]>([
  [{ list: 'events', filter: {} }, 'events'],
  [
    { list: 'events', filter: { type: ['ASSAULT'], word: ['report'] } },
    'events of the type ASSAULT on the word of the report',
  ],
  [
    { list: 'statements', filter: { speaker: ['A', 'B', 'C'], not: { act: ['deny'] }, since: '2025-03-01' } },
    'statements by A, B or C not with the act deny published since 2025-03-01',
  ],
  [{ list: 'entities', sort: 'count', descending: true }, 'entities sorted by count, from high to low'],
])('%j in words', (query, says) => {
  expect(sayQuery(query)).toBe(says)
})

test.each(['speaker', 'act', 'source', 'report', 'day', 'sector'] as const)(
  'more values of %s than SQL takes in one query',
  (field) => {
    const day = field === 'day'
    const known = { day: '2025', act: 'deny', report: statements[0].report, source: 'GOV', sector: 'GOV' }
    const one = field === 'speaker' ? (statements[0].speaker?.name ?? '') : known[field]
    // of codes there are no others
    const isCode = field === 'act' || field === 'source' || field === 'sector'
    const others = Array.from({ length: 40_000 }, (_, n) => (isCode ? one : day ? `${3000 + (n % 6000)}` : `x${n}`))
    const few = desk.count({ list: 'statements', filter: { [field]: [one] } })
    expect(few).toBeGreaterThan(0)
    expect(desk.count({ list: 'statements', filter: { [field]: [one, ...others] } })).toBe(few)
  },
)

test('several names find what each of them finds, by name or by key', () => {
  const names = [...new Set(statements.map(({ speaker }) => speaker?.name ?? ''))].filter(Boolean).slice(0, 3)
  const one = (name: string) => desk.count({ list: 'statements', filter: { speaker: [name] } })
  const all = desk.count({ list: 'statements', filter: { speaker: names } })
  expect(all).toBe(names.reduce((sum, name) => sum + one(name), 0))
  const [entity] = desk.find({ list: 'entities', filter: { words: names[0] }, limit: 1 }).rows
  expect(desk.count({ list: 'statements', filter: { speaker: [entity.key, names[1]] } })).toBe(
    one(entity.key) + one(names[1]),
  )
})

test('signs of patterns in names are signs', () => {
  for (const words of ['%', '_', '^', 'a%e']) expect(desk.count({ list: 'entities', filter: { words } })).toBe(0)
  expect(desk.count({ list: 'entities', filter: { words: 'reth' } })).toBeGreaterThan(0)
})

test('bounds that a list does not have are true of none of its rows', () => {
  expect(desk.count({ list: 'reports', filter: { least: 0 } })).toBe(0)
  expect(desk.count({ list: 'entities', filter: { since: '1900-01-01' } })).toBe(0)
  expect(desk.count({ list: 'reports', filter: { since: '1900-01-01' } })).toBeGreaterThan(0)
})

test.each([0, -1, 1.5, Number.NaN])('a page of %s rows is refused', (limit) => {
  expect(() => desk.find({ list: 'statements', filter: {}, limit })).toThrow(
    expect.objectContaining({ code: 'bad-argument' }),
  )
})

test.each(['statements', 'events'] as const)('no column that a field of %s is written to ever changes', (list) => {
  for (const column of writtenColumns(list))
    expect(() => desk.db.exec(`UPDATE ${list} SET "${column}" = NULL`), column).toThrow('never changed')
})

test.each([
  "UPDATE statements SET act = 'deny'",
  'UPDATE events SET status_code = 0',
  "UPDATE reports SET text = ''",
  'DELETE FROM reports',
  'DELETE FROM statements',
  'UPDATE mentions SET start = 0',
  'DELETE FROM contents',
  'DELETE FROM times',
])('%s is refused: what was taken and read stays', (sql) => {
  expect(() => desk.db.exec(sql)).toThrow(/never (changed|removed)/)
})
