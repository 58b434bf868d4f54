import { parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { meaningsOf } from '../codes/meanings.ts'
import { type List, lists } from '../rows/filter.ts'
import { codebookOf } from './codebook.ts'
import { type Column, columns } from './columns.ts'
import { csvCell, csvText, joinList, splitList, writeCsv } from './csv.ts'
import { oddRows } from './fixture.ts'
import { flatRow, readJsonl, writeJsonl } from './jsonl.ts'
import { writeParquet } from './parquet.ts'
import { csvCells, readCsv } from './read-csv.ts'

const rows = oddRows()
const flat = (list: List) => (rows[list] as never[]).map((row) => flatRow(list, row))
const one = (chunks: Iterable<string>) => [...chunks].join('')

test.each(lists)('%s come back from CSV as they went', (list) => {
  const csv = one(writeCsv(list, rows[list] as never[]))
  expect([...readCsv(list, [csv])]).toEqual(flat(list))
})

test.each(lists)('%s come back from JSON lines as they went', (list) => {
  expect([...readJsonl(writeJsonl(list, rows[list] as never[]))]).toEqual(flat(list))
})

test.each(lists)('%s come back from Parquet as they went', async (list) => {
  const file = Buffer.concat([...writeParquet(list, rows[list] as never[])])
  const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer
  const found = (await parquetReadObjects({ file: buffer })).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)),
  )
  expect(found).toEqual(flat(list))
})

test.each(lists)('%s: Parquet without a row is a table without a row', async (list) => {
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
      'key,name,kind,country,sectors,link,reports,mentions,statements,acts,receives',
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
  ['a;=1+1', "a;'=1+1"],
  ["a;'=1+1", "a;''=1+1"],
  ['=a;=b', "'=a;'=b"],
  ['a\n=1', `"a\n'=1"`],
  ['a; b', 'a; b'],
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
  ['key,colour\r\na,b\r\n', "'colour' is no column"],
  ['key,name\r\na,b,c\r\n', 'row 2 has 3 cells'],
  ['key,mentions\r\na,many\r\n', "'many' in mentions is no integer"],
])('a table that is none is refused: %j', (csv, message) => {
  expect(() => [...readCsv('entities', [csv])]).toThrow(message)
})

test('a line that is no object is refused', () => {
  expect(() => [...readJsonl(['{}\n[1]\n'])]).toThrow('line 2')
  expect(() => [...readJsonl(['nothing'])]).toThrow('line 1')
})

test.each(lists)('%s: every column is named once and says what it means', (list) => {
  const of = columns[list] as readonly Column<never>[]
  expect(new Set(of.map(({ name }) => name)).size).toBe(of.length)
  for (const { name, meaning } of of) expect(meaning.length, name).toBeGreaterThan(5)
})

test.each(lists)('%s: the codebook has every column, and the meaning of every code that the rows hold', (list) => {
  const [, ...lines] = [...csvCells([codebookOf(list)])]
  expect(lines.filter(([, code]) => code === '').map(([name]) => name)).toEqual(columns[list].map(({ name }) => name))
  for (const column of columns[list] as readonly Column<never>[]) {
    if (!column.codes) continue
    const codes = new Set(meaningsOf(column.codes).map(({ code }) => code))
    for (const row of rows[list]) {
      const value = column.value(row as never)
      const values = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
      for (const code of values.flatMap((text: string) => text.split(' ')))
        if (code !== '?') expect(codes, `${column.name} ${code}`).toContain(code)
    }
  }
})
