import { expect, test } from 'vitest'
import { openReader } from '../open.ts'
import type { Decision } from '../rows/decision.ts'
import { exampleDesk, exampleRecords, keptOf, memoryDesk } from './fixture.ts'
import { statusOf } from './status.ts'
import { openWriter } from './write.ts'

const desk = await exampleDesk()
const [row] = desk.find({ list: 'statements', filter: { report: ['flood'] }, limit: 1 }).rows
const decision = (rest: Partial<Decision>): Decision => ({
  key: row.key,
  verdict: 'right',
  by: 'Ana',
  at: '2025-03-20T09:00:00Z',
  ...rest,
})
const shown = () => desk.find({ list: 'statements', filter: { id: [row.id] }, limit: 1 }).rows[0]

const SPAN = { start: 3, end: 8 }

test.each<[string, Partial<Decision>, string]>([
  ['a row that is not there', { key: 'flood#none' }, 'row-unknown'],
  ['a report that is not there', { key: 'none#s1' }, 'row-unknown'],
  ['a mend that names nothing', { verdict: 'mended', mend: {} }, 'mend-unfit'],
  ['a mend of the id', { verdict: 'mended', mend: { id: 's2' } }, 'mend-unfit'],
  ['a field that rows do not have', { verdict: 'mended', mend: { colour: 'red' } }, 'mend-unfit'],
  ['a span outside the text', { verdict: 'mended', mend: { cue: { start: 0, end: 1e6 } } }, 'mend-unfit'],
  ['an act that the codebook does not have', { verdict: 'mended', mend: { act: 'mumble' } }, 'mend-unfit'],
  ['a stretch that is given twice', { verdict: 'mended', mend: { content: [SPAN, SPAN] } }, 'mend-unfit'],
  ['stretches that overlap', { verdict: 'mended', mend: { content: [SPAN, { start: 5, end: 9 }] } }, 'mend-unfit'],
  ['a mend under another verdict', { verdict: 'right', mend: { act: 'deny' } }, 'mend-unfit'],
])('%s is refused, and nothing is taken down', (_, rest, code) => {
  expect(() => desk.decide([decision({}), decision(rest)])).toThrow(expect.objectContaining({ code }))
  expect(desk.decisions({})).toEqual([])
})

test.each([
  ['a type', { type: 'MUMBLE' }],
  ['a mode', { mode: 'mumble' }],
  ['a mode of another type', { type: 'AID', mode: 'firearms' }],
  ['a context', { contexts: ['mumbling'] }],
])('%s that the codebook does not have is refused of an event', (_, mend) => {
  const [{ key }] = desk.find({ list: 'events', filter: {}, limit: 1 }).rows
  expect(() => desk.decide([decision({ key, verdict: 'mended', mend })])).toThrow(/the codebook has no/)
})

test("a type of a codebook of one's own can be mended, and given to another row of the desk", async () => {
  const codebook = {
    'event/types.tsv': 'SURVEIL\tconflictual\tmaterial\tactor recipient\t-\twatches another\n',
    'event/verbs.tsv': 'shadow\t-\tSURVEIL\t-\tobj\n',
  }
  const reader = await openReader({ codebook })
  const text = 'Varlonian troops shadowed a Kestrian ship. Varlonian troops attacked a Kestrian ship, too.'
  const own = memoryDesk()
  openWriter(own).keep([keptOf(reader.read({ id: 'sea', text }))])
  const { rows } = own.find({ list: 'events', filter: {}, limit: 9 })
  expect(rows.map(({ type }) => type)).toEqual(['SURVEIL', 'ASSAULT'])
  const mends = [{ status: 'planned' }, { type: 'SURVEIL', mode: undefined }]
  own.decide(
    mends.map((mend, i) => decision({ key: rows[i].key, verdict: 'mended', mend: JSON.parse(JSON.stringify(mend)) })),
  )
  expect(own.find({ list: 'events', filter: {}, limit: 9 }).rows.map(({ type }) => type)).toEqual([
    'SURVEIL',
    'SURVEIL',
  ])
})

test('a mend shows in rows and never in the record; open takes it back; every decision stays', () => {
  desk.decide([decision({ verdict: 'mended', mend: { act: 'deny' }, why: 'read it again' })])
  expect(shown()).toMatchObject({ act: 'deny', decided: { verdict: 'mended', by: 'Ana', why: 'read it again' } })
  expect(desk.record('flood')?.statements.find(({ id }) => id === row.id)?.act).toBe(row.act)
  desk.decide([decision({ verdict: 'open' })])
  expect(shown()).toEqual(row)
  expect(desk.decisions({ key: row.key }).map(({ verdict }) => verdict)).toEqual(['mended', 'open'])
  expect(() => desk.db.exec("UPDATE decisions SET verdict = 'right'")).toThrow(/never changed/)
  expect(() => desk.db.exec('DELETE FROM decisions')).toThrow(/never removed/)
})

test('a newer reading keeps the older, decisions carry over by id, and those on rows that are gone are listed and can be taken back', async () => {
  const other = await exampleDesk()
  const [record] = await exampleRecords()
  const [gone, ...kept] = record.statements
  const newer = { ...record, reader: { ...record.reader, version: '99.0.0' }, statements: kept, links: [], events: [] }
  const { id, text, sha256, language } = record.report
  const key = (row: string) => `${id}#${row}`
  const statements = other.count({ list: 'statements', filter: {} })
  other.decide([decision({ key: key(gone.id), verdict: 'wrong' }), decision({ key: key(kept[0].id) })])
  const taken = { id, text, language, from: 'here', takenAt: '2025-03-21T08:00:00Z', bytes: sha256, notes: [] }
  openWriter(other).keep([
    { taken, sha256, outcome: { record: { ...newer, statements: kept.filter((s) => s.within !== gone.id) } } },
  ])
  expect(
    other.db.prepare('SELECT count(*) FROM readings g JOIN reports r USING (report) WHERE r.id = ?').pluck().get(id),
  ).toBe(2)
  expect(other.count({ list: 'statements', filter: {} })).toBeLessThan(statements)
  const rows = [...other.all({ list: 'statements', filter: { report: [id] } })]
  expect(rows.find((found) => found.id === kept[0].id)?.decided?.verdict).toBe('right')
  expect(statusOf(other).lost).toEqual([key(gone.id)])
  other.decide([decision({ key: key(gone.id), verdict: 'open' })])
  expect(other.db.pragma('foreign_key_check')).toEqual([])
  other.close()
})

test('an id counts once, and cannot be that of another decision', async () => {
  const desk = await exampleDesk()
  const one = decision({ id: 'd1', why: 'heard it' })
  desk.decide([one, one])
  desk.decide([{ ...one }])
  expect(desk.decisions({})).toEqual([one])
  for (const other of [{ verdict: 'wrong' as const }, { why: undefined }, { by: 'Ben' }])
    expect(() => desk.decide([{ ...one, ...other }])).toThrow(expect.objectContaining({ code: 'decision-taken' }))
  expect(desk.decisions({})).toEqual([one])
  desk.close()
})
