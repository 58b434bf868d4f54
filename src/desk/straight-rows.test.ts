import { expect, test } from 'vitest'
import { rowsOf } from '../rows/rows-of.ts'
import { exampleDesk, exampleRecords } from './fixture.ts'

test.each(['added', 'published', 'confidence', 'speaker'] as const)(
  'rows from the tables, sorted by %s, are those of the records',
  async (sort) => {
    const desk = await exampleDesk()
    const expected = (await exampleRecords()).flatMap((record) => rowsOf(record).statements)
    const found = [...desk.all({ list: 'statements', filter: {}, sort })]
    if (sort === 'added') expect(found).toEqual(expected)
    const keys = found.map(({ key }) => key)
    expect([...found].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
      expected.sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
    expect(desk.find({ list: 'statements', filter: {}, sort, limit: 7 }).rows.map(({ key }) => key)).toEqual(
      keys.slice(0, 7),
    )
    const sorted = found.map((row) =>
      sort === 'confidence' ? row.confidence : sort === 'published' ? row.published : 0,
    )
    expect(sorted).toEqual([...sorted].sort())
    desk.close()
  },
)

test.each(['added', 'type', 'when'] as const)(
  'events from the tables, sorted by %s, are those of the records',
  async (sort) => {
    const desk = await exampleDesk()
    const expected = (await exampleRecords()).flatMap((record) => rowsOf(record).events)
    const found = [...desk.all({ list: 'events', filter: {}, sort })]
    if (sort === 'added') expect(found).toEqual(expected)
    expect([...found].sort((a, b) => (a.key < b.key ? -1 : 1))).toEqual(
      expected.sort((a, b) => (a.key < b.key ? -1 : 1)),
    )
    desk.close()
  },
)
