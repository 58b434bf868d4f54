import { expect, test } from 'vitest'
import { exampleDesk, exampleRecords } from './fixture.ts'

const desk = await exampleDesk()
const records = await exampleRecords()

test.each(records.map((record) => [record.report.id, record] as const))(
  'the record of %s comes back byte for byte',
  (id, record) => {
    expect(JSON.stringify(desk.record(id))).toBe(JSON.stringify(record))
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
