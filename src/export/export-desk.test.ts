import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Filter, List, Query } from '../rows/filter.ts'
import type { RowOf } from '../rows/rows.ts'
import { exportDesk, exportFormatOf, filesFromDesk, narrowed, type ReadDesk } from './export-desk.ts'
import { oddRecord, oddRows } from './fixture.ts'
import { formats } from './index.ts'
import { writeFileWhole } from './save.ts'

/** A desk of one report; it keeps what it was asked. */
function deskOf(): ReadDesk & { asked: Query[] } {
  const rows = oddRows()
  const asked: Query[] = []
  return {
    asked,
    *all<L extends List>(query: Query & { list: L }): Generator<RowOf[L]> {
      asked.push(query)
      yield* rows[query.list]
    },
    record: (report) => (report === 'odd/1' ? oddRecord() : undefined),
    decidedRecord: (report) => (report === 'odd/1' ? oddRecord() : undefined),
  }
}

const one = (pieces: Iterable<string | Uint8Array>) =>
  [...pieces].map((piece) => (typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1'))).join('')
const wrong = { not: { decided: ['wrong'] } }

test('every format gives something for every list that it has', () => {
  for (const [name, { lists, takes }] of Object.entries(formats)) {
    for (const list of lists) {
      const wanted = { list, format: name as keyof typeof formats }
      if (takes === 'folder') expect([...filesFromDesk(deskOf(), wanted)].length, name).toBeGreaterThan(0)
      else if (takes !== 'trees') expect(one(exportDesk(deskOf(), wanted)).length, name).toBeGreaterThan(50)
    }
  }
})

test.each<[string, string, string]>([
  ['statements', 'xlsx', "'xlsx' is not a format"],
  ['statements', 'toString', 'is not a format'],
  ['statements', 'plover', 'plover has no statements; it has events'],
])('%s as %s is refused', (list, format, message) => {
  expect(() => exportFormatOf(list, format)).toThrow(message)
})

test('several files are one archive where one file is asked for', async () => {
  const wanted = { list: 'records', format: 'brat' } as const
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-tar-'))
  const archive = join(folder, 'brat.tar')
  await writeFileWhole(archive, exportDesk(deskOf(), wanted))
  execFileSync('tar', ['-xf', archive, '-C', folder])
  for (const { name, text } of filesFromDesk(deskOf(), wanted))
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text)
  rmSync(folder, { recursive: true })
})

test('a file is no folder', () => {
  expect(() => filesFromDesk(deskOf(), { list: 'events', format: 'csv' })).toThrow('one file')
})

test.each<[Parameters<typeof narrowed>, Filter]>([
  [['statements', {}], { not: { decided: ['wrong'] } }],
  [['statements', { decided: ['wrong'] }], { decided: ['wrong'] }],
  [['statements', { not: { decided: ['none'] } }], { not: { decided: ['none'] } }],
  [['events', { not: { type: ['AID'] } }], { not: { type: ['AID'], decided: ['wrong'] } }],
  [['events', {}, { status: ['happened'] }], { status: ['happened'], not: { decided: ['wrong'] } }],
  [['events', { status: ['denied'] }, { status: ['happened'] }], { status: ['denied'], not: { decided: ['wrong'] } }],
  [
    ['events', { not: { status: ['denied'] } }, { status: ['happened'] }],
    { not: { status: ['denied'], decided: ['wrong'] } },
  ],
  [['reports', {}], {}],
])('the filter of %j', (call, expected) => {
  expect(narrowed(...call)).toEqual(expected)
})

test('rows that are wrong are left out of tables, and of records', () => {
  const desk = deskOf()
  one(exportDesk(desk, { list: 'statements', format: 'csv', filter: { speaker: ['Ilse Marek'] } }))
  expect(desk.asked).toEqual([{ list: 'statements', filter: { speaker: ['Ilse Marek'], ...wrong } }])
  one(exportDesk(desk, { list: 'records', format: 'json-ld', filter: { outlet: ['The Almeth Courier'] } }))
  expect(desk.asked.slice(1)).toEqual([
    { list: 'reports', filter: { outlet: ['The Almeth Courier'] } },
    { list: 'statements', filter: { report: ['odd/1'], copies: true, ...wrong } },
    { list: 'events', filter: { report: ['odd/1'], copies: true, ...wrong } },
  ])
})

test('CAMEO takes what is told as a fact, unless another status is asked for', () => {
  const desk = deskOf()
  one(exportDesk(desk, { list: 'events', format: 'cameo' }))
  one(exportDesk(desk, { list: 'events', format: 'cameo', filter: { status: ['denied'] } }))
  expect(desk.asked.map(({ filter }) => filter.status)).toEqual([['happened', 'ongoing'], ['denied']])
})

test('records are the machine’s, and do not ask for rows', () => {
  const desk = deskOf()
  expect(one(exportDesk(desk, { list: 'records', format: 'records' }))).toBe(`${JSON.stringify(oddRecord())}\n`)
  expect(desk.asked.map(({ list }) => list)).toEqual(['reports'])
})

test('pieces are made as they are asked for', () => {
  let given = 0
  const [row] = oddRows().statements
  const desk: ReadDesk = {
    ...deskOf(),
    *all<L extends List>(): Generator<RowOf[L]> {
      for (;;) {
        given++
        yield row as RowOf[L]
      }
    },
  }
  const pieces = exportDesk(desk, { list: 'statements', format: 'jsonl' })[Symbol.iterator]()
  pieces.next()
  pieces.next()
  expect(given).toBe(2)
})
