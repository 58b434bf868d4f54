import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { exampleDesk, exampleRecords, keptOf } from './fixture.ts'
import { openDesk } from './open.ts'
import { openWriter } from './write.ts'

const desk = await exampleDesk()
const records = await exampleRecords()

test.each(records.map((record) => [record.report.id, record] as const))(
  'the record of %s comes back byte for byte',
  (id, record) => {
    const back = desk.record(id)
    // the first says which field is not as it was
    expect(back).toEqual(record)
    expect(JSON.stringify(back)).toBe(JSON.stringify(record))
  },
)

test('every statement and event is listed once, page by page', () => {
  for (const list of ['statements', 'events'] as const) {
    const expected = records.flatMap((record) => record[list].map(({ id }) => `${record.report.id}#${id}`)).sort()
    const keys: string[] = []
    let after: string | undefined
    do {
      const page = desk.find({ list, filter: {}, limit: 7, after, sort: 'confidence', descending: true })
      keys.push(...page.rows.map(({ key }) => key))
      after = page.next
    } while (after)
    expect(keys.sort()).toEqual(expected)
    expect(desk.count({ list, filter: {} })).toBe(expected.length)
    expect([...desk.all({ list, filter: {} })].map(({ key }) => key).sort()).toEqual(expected)
  }
})

test('the record of any text comes back byte for byte', async () => {
  const reader = await sharedReader
  const lines = records.flatMap(({ report }) => report.text.split(/(?<=[.?!”])\s+/))
  const text = fc
    .array(
      fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...lines) }, fc.string({ unit: 'grapheme', maxLength: 30 })),
      {
        maxLength: 25,
      },
    )
    .map((parts) => parts.join(' '))
  const about = fc.record(
    { published: fc.constantFrom('2025-03-14', '2025-03-14T22:30:00+02:00'), title: fc.string(), outlet: fc.string() },
    { requiredKeys: [] },
  )
  const writer = openWriter(desk)
  let n = 0
  fc.assert(
    fc.property(text, about, (text, about) => {
      const record = reader.read({ id: `any-${n++}`, text, ...about })
      writer.keep([keptOf(record)])
      const back = desk.record(record.report.id)
      expect(back).toEqual(record)
      expect(JSON.stringify(back)).toBe(JSON.stringify(record))
    }),
    { numRuns: 60 },
  )
})

test('a reading that says otherwise of its report than the one before keeps what it says', () => {
  const desk = openDesk(':memory:', { create: true, memory: true })
  const [first] = records
  const { title: _, ...report } = first.report
  const second = { ...first, reader: { ...first.reader, version: '9' }, report: { ...report, outlet: 'Almeth Post' } }
  for (const record of [first, second]) openWriter(desk).keep([keptOf(record)])
  expect(desk.record(first.report.id)).toEqual(second)
  expect(desk.find({ list: 'statements', filter: {}, limit: 1 }).rows[0]).toMatchObject({ outlet: 'Almeth Post' })
  desk.close()
})
