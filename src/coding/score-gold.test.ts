import { expect, test } from 'vitest'
import { exampleRecords } from '../desk/fixture.ts'
import { standoffOf } from '../export/brat.ts'
import { rowsOf } from '../rows/rows-of.ts'
import { goldOfBrat, goldOfJsonl, goldOfRecord } from './gold.ts'
import { scoreGold } from './score-gold.ts'

const records = await exampleRecords()

test('a reading against itself is right in everything', () => {
  const pairs = records.map((record) => ({ gold: goldOfRecord(record), read: goldOfRecord(record) }))
  for (const { list, precision, recall, f1, fields } of scoreGold(pairs)) {
    expect([list, precision.share, recall.share, f1]).toEqual([list, 1, 1, 1])
    for (const { field, right } of fields) expect([field, right.share]).toEqual([field, 1])
  }
})

test('rows that are missed, made up and otherwise are told apart', () => {
  const [record] = records
  const gold = goldOfRecord(record)
  const read = {
    ...gold,
    statements: gold.statements.slice(1).map((one, at) => (at === 0 ? { ...one, act: 'another' } : one)),
    events: [
      ...gold.events,
      { type: 'AID', told: [{ start: 0, end: 3 }], status: 'happened', actors: [], recipients: [] },
    ],
  }
  const [statements, events] = scoreGold([{ gold, read }])
  const n = gold.statements.length
  expect(statements.recall).toMatchObject({ hold: n - 1, of: n })
  expect(statements.precision).toMatchObject({ hold: n - 1, of: n - 1 })
  expect(statements.fields.find(({ field }) => field === 'act')?.right).toMatchObject({ hold: n - 2, of: n - 1 })
  expect(events.precision).toMatchObject({ hold: gold.events.length, of: gold.events.length + 1 })
  expect(events.kinds.find(({ value }) => value === 'AID')?.precision.hold).toBe(
    gold.events.filter(({ type }) => type === 'AID').length,
  )
})

test('gold goes to brat and back with all that brat tells', () => {
  for (const record of records) {
    const ann = standoffOf({ record, ...rowsOf(record), whole: true })
    const read = goldOfRecord(record)
    const gold = goldOfBrat(record.report.id, record.report.text, ann)
    for (const { list, precision, recall, fields } of scoreGold([{ gold, read }])) {
      expect([list, precision.share, recall.share]).toEqual([list, 1, 1])
      expect(fields.filter(({ right }) => right.share !== 1)).toEqual([])
    }
  }
})

test('gold of JSONL names the line that is none', () => {
  const line = JSON.stringify(records[0])
  expect(goldOfJsonl(`${line}\n\n${line}\n`, 'gold.jsonl').length).toBe(2)
  expect(() => goldOfJsonl(`${line}\n{`, 'gold.jsonl')).toThrow('gold.jsonl:2: the line is not JSON')
  expect(() => goldOfJsonl('{"id":"a"}', 'gold.jsonl')).toThrow('gold.jsonl:1: the line is no record')
  const broken = { ...records[0], statements: [{ ...records[0].statements[0], content: [{ start: 5, end: 1e9 }] }] }
  expect(() => goldOfJsonl(JSON.stringify(broken), 'gold.jsonl')).toThrow(/gold.jsonl:1: .*content/)
})
