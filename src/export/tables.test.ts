import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { meaningsOf } from '../codes/meanings.ts'
import { eventPairs } from '../rows/event-pairs.ts'
import { codebookOf } from './codebook.ts'
import { type Column, type ColumnType, chosenColumns, columns } from './columns.ts'
import { csvCell, csvText, joinList, splitList, writeCsv } from './csv.ts'
import { oddRows } from './fixture.ts'
import { flatRow, readJsonl, writeJsonl } from './jsonl.ts'
import { writeParquet } from './parquet.ts'
import { csvCells, readCsv } from './read-csv.ts'
import { type TableName, type TableRow, tableLists, tableNames, tableRows } from './tables.ts'

const made = oddRows()
const rows = Object.fromEntries(
  tableNames.map((table) => [table, [...tableRows(table, made[tableLists[table]] as Iterable<never>)]]),
) as { [T in TableName]: TableRow[T][] }
const flat = (table: TableName) => (rows[table] as never[]).map((row) => flatRow(table, row))
const one = (chunks: Iterable<string>) => [...chunks].join('')

test('every table has rows here', () => {
  expect(tableNames.filter((table) => rows[table].length === 0)).toEqual([])
})

test.each(tableNames)('%s come back from CSV as they went', (table) => {
  const csv = one(writeCsv(table, rows[table] as never[]))
  expect([...readCsv(table, [csv])]).toEqual(flat(table))
})

test.each(tableNames)('%s come back from CSV for Excel, with ; between cells, as they went', (table) => {
  const csv = one(writeCsv(table, rows[table] as never[], { mark: true, separator: ';' }))
  expect(csv.startsWith('\ufeffrow_key;')).toBe(true)
  expect([...readCsv(table, [csv])]).toEqual(flat(table))
})

test.each(tableNames)('%s come back from JSON lines as they went', (table) => {
  expect([...readJsonl(writeJsonl(table, rows[table] as never[]))]).toEqual(flat(table))
})

const parquetFile = (pieces: Iterable<Uint8Array>): ArrayBuffer => {
  const file = Buffer.concat([...pieces])
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer
}

/** A value of Parquet as the other two write it. */
function written(type: ColumnType, value: unknown, as: unknown): unknown {
  if (value instanceof Date) {
    const iso = value.toISOString()
    return type === 'date' ? iso.slice(0, 10) : Date.parse(String(as)) === value.getTime() ? as : iso
  }
  if (type === 'spans')
    return (value as ({ start: number; end: number } | null)[]).map((s) => s && `${s.start}-${s.end}`)
  return value
}

test.each(tableNames)('%s come back from Parquet as they went, typed', async (table) => {
  const types = new Map<string, ColumnType>(columns[table].map(({ name, type }) => [name, type]))
  const found = await parquetReadObjects({ file: parquetFile(writeParquet(table, rows[table] as never[])) })
  const expected = flat(table)
  expect(
    found.map((row, at) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, value]) => value !== null && value !== undefined)
          .map(([name, value]) => [name, written(types.get(name) as ColumnType, value, expected[at][name])]),
      ),
    ),
  ).toEqual(expected)
})

test('Parquet says what its columns are: days, moments, lists of structs, and the codebook', () => {
  const { schema, key_value_metadata } = parquetMetadata(parquetFile(writeParquet('events', rows.events)))
  const element = (name: string) => schema[schema.findIndex((one) => one.name === name)]
  expect(element('date_start').converted_type).toBe('DATE')
  expect(element('published').logical_type).toMatchObject({ type: 'TIMESTAMP', isAdjustedToUTC: true })
  expect(element('when_from').logical_type).toMatchObject({ type: 'TIMESTAMP', isAdjustedToUTC: false })
  expect(element('actors').converted_type).toBe('LIST')
  const spans = schema.findIndex(({ name }) => name === 'actors_spans')
  expect(schema.slice(spans + 2, spans + 5).map(({ name }) => name)).toEqual(['element', 'start', 'end'])
  const kept = Object.fromEntries((key_value_metadata ?? []).map(({ key, value }) => [key, value]))
  expect(kept['onrecord.codebook']).toBe(codebookOf('events'))
})

test('columns can be chosen, in an order; a name that is none is answered with the nearest', () => {
  const csv = one(writeCsv('quotes', rows.quotes, { columns: ['quote', 'speaker'] }))
  expect(csv.split('\r\n')[0]).toBe('quote,speaker')
  expect(Object.keys(JSON.parse(one(writeJsonl('quotes', rows.quotes, { columns: ['url'] })).split('\n')[0]))).toEqual([
    'url',
  ])
  expect(() => chosenColumns('quotes', ['qoute'])).toThrow('did you mean quote?')
  expect(chosenColumns('events', ['when', 'where']).map(({ name }) => name)).toEqual(['when_value', 'place'])
  expect(codebookOf('quotes', ['url']).trim().split('\r\n')).toHaveLength(2)
})

test('what was written under the names and with the marks of before is read as today', () => {
  const csv =
    'key,actors,actors_countries,when,where,mode,trigger,size\r\nr#v1,Kestria|Almeth,KES|?,2025,Almeth,riot,rioted,9\r\n'
  const row = {
    ...{ row_key: 'r#v1', actors: ['Kestria', 'Almeth'], actors_countries: ['KES', null] },
    ...{ when_value: '2025', place: 'Almeth', event_mode: 'riot', trigger_text: 'rioted', participants: 9 },
  }
  expect([...readCsv('events', [csv])]).toEqual([row])
  expect([...readJsonl(['{"key":"r#v1","mode":"riot","actors_countries":["KES","?"]}'])]).toEqual([
    { row_key: 'r#v1', event_mode: 'riot', actors_countries: ['KES', null] },
  ])
})

/** What SQLite, DuckDB, PostgreSQL or MySQL keep for themselves, as far as it may be meant here, and what pandas' tables call their own. */
const RESERVED = new Set(
  `abort action add after all alter always analyze and as asc attach autoincrement before begin between both by cascade case cast check
  collate column commit condition conflict constraint create cross cube current current_date current_time current_timestamp cursor database date day default
  deferrable delete desc describe detach distinct div do drop each else end escape except exclude exclusive exists explain fail filter first following
  for foreign from full function generated glob grant group grouping groups having if ignore immediate in index indexed initially inner insert instead intersect
  interval into is isnull join key keys kill last lateral leading left like limit lines lock loop match materialized natural no not nothing notnull null nulls of offset on
  option or order others out outer over partition plan placing pragma preceding primary procedure qualify query raise range read references regexp reindex release
  rename repeat replace require reset restrict return returning revoke right rollback row rows savepoint schema select session set show signal some
  table temp temporary then ties time timestamp to trailing transaction trigger unbounded union unique update usage use user using vacuum values view virtual when where
  while window with within without write year
  abs agg align all any apply assign at axes bool clip columns combine compare copy corr count cov diff dot drop dtypes empty eq equals eval explode ffill filter first
  flags floordiv ge get groupby gt head hist iat idxmax iloc index info insert isin items join kurt last le loc lt mask max mean median melt memory merge min mod
  mode mul ndim ne nunique pad pipe pivot plot pop pow prod product quantile query radd rank rename replace resample rolling round sample shape shift size skew
  sort_values squeeze stack std style sub sum swapaxes tail take transform transpose truncate unstack update values var where xs`.split(
    /\s+/,
  ),
)

test.each(tableNames)('no column of %s has a name that SQL or pandas keeps for itself', (table) => {
  expect(columns[table].map(({ name }) => name).filter((name) => RESERVED.has(name))).toEqual([])
})

test('dyads: each actor with each recipient; nobody with himself where there is another', () => {
  const party = (id: string) => ({ id, name: id })
  const pairs = (actors: string[], recipients: string[]) =>
    eventPairs({ actors: actors.map(party), recipients: recipients.map(party) }).map((pair) =>
      pair.map((one) => one?.name ?? ''),
    )
  expect(pairs(['a', 'b'], ['c'])).toEqual([
    ['a', 'c'],
    ['b', 'c'],
  ])
  const met = [
    ['a', 'b'],
    ['b', 'a'],
  ]
  expect(pairs(['a', 'b'], ['a', 'b'])).toEqual(met)
  expect(pairs(['a', 'b'], [])).toEqual(met)
  expect(pairs(['a'], ['a'])).toEqual([['a', '']])
  expect(pairs([], ['c', 'd'])).toEqual([
    ['', 'c'],
    ['', 'd'],
  ])
  expect(pairs([], [])).toEqual([['', '']])
})

test.each(tableNames)('%s: Parquet without a row is a table without a row', async (list) => {
  const file = Buffer.concat([...writeParquet(list, [])])
  const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer
  expect(await parquetReadObjects({ file: buffer })).toEqual([])
})

test('Parquet of several row groups keeps every row, in order', async () => {
  const many = Array.from({ length: 25_001 }, (_, at) => ({ ...rows.entities[at % 2], mentions: at }))
  const chunks = [...writeParquet('entities', many)]
  expect(chunks.length).toBe(4)
  const file = Buffer.concat(chunks)
  const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer
  const found = await parquetReadObjects({ file: buffer })
  expect(found.length).toBe(many.length)
  expect(found.map((row) => row.mentions)).toEqual(many.map((row) => row.mentions))
})

test('the exact CSV of an entity', () => {
  expect(one(writeCsv('entities', rows.entities))).toBe(
    [
      'row_key,name,kind,country,sectors,link,reports,mentions,statements,acts,receives',
      'k1,Ilse Marek,person,VAR,MIL|GOV,Q1,1,1,1,0,0',
      "k2,'@almeth,place,,,,1,2,0,0,1",
      '',
    ].join('\r\n'),
  )
})

test.each<[string, string]>([
  ['plain', 'plain'],
  ['', ''],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['a\r\nb', '"a\r\nb"'],
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@x', "'@x"],
  ['\tx', "'\tx"],
  ["'=1", "''=1"],
  ["'tis", "'tis"],
  ['a=1', 'a=1'],
  ['＝1', "'＝1"],
  ['a;=1+1', '"a;\'=1+1"'],
  ["a;'=1+1", '"a;\'\'=1+1"'],
  ['=a;=b', '"\'=a;\'=b"'],
  ['a\n=1', `"a\n'=1"`],
  ['a; b', '"a; b"'],
])('the cell of %j', (text, cell) => {
  expect(csvCell(text)).toBe(cell)
  const [[read] = ['']] = [...csvCells([cell])]
  expect(csvText(read)).toBe(text)
})

test.each<[string[], string]>([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a|b'],
  [['a|b', 'c\\d'], 'a\\|b|c\\\\d'],
  [['', ''], '|'],
])('%j joined', (values, joined) => {
  expect(joinList(values)).toBe(joined)
  expect(splitList(joined)).toEqual(values)
})

test.each<[string, string[][]]>([
  [
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['"a,\r\n""b""",\r\n', [['a,\r\n"b"', '']]],
  [',\n', [['', '']]],
  ['', []],
  ['"unclosed', [['unclosed']]],
])('the cells of %j, in one piece or many', (text, expected) => {
  expect([...csvCells([text])]).toEqual(expected)
  expect([...csvCells([...text])]).toEqual(expected)
})

test.each<[string, string]>([
  ['key,colour\r\na,b\r\n', "'colour' is not a column"],
  ['key,name\r\na,b,c\r\n', 'row 2 has 3 cells'],
  ['key,mentions\r\na,many\r\n', "'many' in mentions is not of type integer"],
])('a table that is none is refused: %j', (csv, message) => {
  expect(() => [...readCsv('entities', [csv])]).toThrow(message)
})

test('a line that is no object is refused', () => {
  expect(() => [...readJsonl(['{}\n[1]\n'])]).toThrow('line 2')
  expect(() => [...readJsonl(['nothing'])]).toThrow('line 1')
})

test.each(tableNames)('%s: every column is named once and says what it means', (list) => {
  const of = columns[list] as readonly Column<never>[]
  expect(new Set(of.map(({ name }) => name)).size).toBe(of.length)
  for (const { name, meaning } of of) expect(meaning.length, name).toBeGreaterThan(5)
})

test.each(tableNames)('%s: the codebook has every column, and the meaning of every code that the rows hold', (list) => {
  const [, ...lines] = [...csvCells([codebookOf(list)])]
  expect(lines.filter(([, code]) => code === '').map(([name]) => name)).toEqual(columns[list].map(({ name }) => name))
  for (const column of columns[list] as readonly Column<never>[]) {
    if (!column.codes) continue
    const codes = new Set(meaningsOf(column.codes).map(({ code }) => code))
    for (const row of rows[list]) {
      const value = column.value(row as never)
      const values = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
      for (const code of values.flatMap((text: unknown) => (typeof text === 'string' ? text.split(' ') : [])))
        expect(codes, `${column.name} ${code}`).toContain(code)
    }
  }
})
