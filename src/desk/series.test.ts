import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { exampleDesk, exampleRecords, keptOf, memoryDesk } from './fixture.ts'
import { openDesk } from './open.ts'
import { seriesOf } from './series.ts'
import { mostOf, splits } from './splits.ts'
import { openWriter } from './write.ts'

const desk = await exampleDesk()
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0)

test.each([
  ...splits.statements.filter((by) => by !== 'sector').map((by) => ['statements', by] as const),
  ...splits.events.filter((by) => by !== 'sector' && by !== 'country').map((by) => ['events', by] as const),
])('%s by %s: every row is in one span, in a coarser one, or undated', (list, by) => {
  for (const unit of ['day', 'week', 'month', 'year'] as const) {
    const { spans, series, coarse, undated } = seriesOf(desk, { list, filter: {} }, { unit, by, most: 3 })
    const told = [...series, ...coarse].map(({ counts }) => sum(counts))
    expect(sum(told) + undated).toBe(desk.count({ list, filter: {} }))
    expect(spans).toEqual([...new Set(spans)].sort())
    expect(series.length).toBeLessThanOrEqual(4)
  }
})

test('a count of a span and a value is what a search for both finds', () => {
  const { spans, series } = seriesOf(desk, { list: 'events', filter: {} }, { unit: 'day', by: 'type' })
  for (const { value, counts } of series.filter(({ value }) => value !== 'other'))
    counts.forEach((count, s) => {
      expect(desk.count({ list: 'events', filter: { type: [value], day: [spans[s]] } })).toBe(count)
    })
})

test('speakers by country and by sector: what a search for such a source finds', () => {
  for (const by of ['country', 'sector'] as const) {
    const { series } = seriesOf(desk, { list: 'statements', filter: {} }, { unit: 'year', by, most: 50 })
    for (const { value, counts } of series.filter(({ value }) => value !== 'other'))
      expect([value, desk.count({ list: 'statements', filter: { source: [value] } })]).toEqual([value, sum(counts)])
  }
})

test('a coarse time is no day of its span: not in a picture, not in a search, not among the days that are counted', async () => {
  const desk = memoryDesk()
  const text =
    'Rebels attacked Almeth in 1991. Guards arrested two men in Tessaly in March 1992. Police arrested Ilse Marek on 4 May 1992.'
  const record = (await sharedReader).read({ id: 'r', published: '1997-04-02', text })
  openWriter(desk).keep([keptOf(record)])
  const at = (unit: 'day' | 'month' | 'year') => {
    const { spans, coarse } = seriesOf(desk, { list: 'events', filter: {} }, { unit })
    return [spans, coarse.map(({ from, to }) => `${from} ${to}`)]
  }
  expect(at('day')).toEqual([['1992-05-04'], ['1991-01-01 1992-01-01', '1992-03-01 1992-04-01']])
  expect(at('month')).toEqual([['1992-03-01', '1992-05-01'], ['1991-01-01 1992-01-01']])
  expect(at('year')).toEqual([['1991-01-01', '1992-01-01'], []])
  const found = (...day: string[]) => desk.count({ list: 'events', filter: { day } })
  expect([found('1991-01-01'), found('1991-01'), found('1991'), found('1992-03-01'), found('1992-03')]).toEqual([
    0, 0, 1, 0, 1,
  ])
  expect(found('1991', '1992-05-04')).toBe(2)
  expect(desk.facets({ list: 'events', filter: {} }, ['day']).day?.map(({ value }) => value)).not.toContain(
    '1991-01-01',
  )
})

test('a week begins on Monday', () => {
  const { spans } = seriesOf(desk, { list: 'events', filter: {} }, { unit: 'week' })
  expect(spans.length).toBeGreaterThan(0)
  for (const span of spans) expect([span, new Date(span).getUTCDay()]).toEqual([span, 1])
})

test('a field that the list does not have', () => {
  expect(() => seriesOf(desk, { list: 'statements', filter: {} }, { unit: 'day', by: 'status' })).toThrow(
    'statements cannot be split by status; split them by act, speaker',
  )
})

test("events by their actors' countries: each once for a country, however many of its actors", async () => {
  // the lands of the examples are invented: they are given codes
  const desk = openDesk(':memory:', { create: true, memory: true })
  for (const record of await exampleRecords()) {
    const codeOf = (n: number) => ({ country: n % 2 === 0 ? 'KES' : 'VAR', sectors: [], basis: 'registry' as const })
    openWriter(desk).keep([
      keptOf({ ...record, entities: record.entities.map((row, n) => ({ ...row, code: codeOf(n) })) }),
    ])
  }
  const { series, undated } = seriesOf(desk, { list: 'events', filter: {} }, { unit: 'year', by: 'country', most: 50 })
  expect(undated).toBe(0)
  const coded = series.filter(({ value }) => value !== 'other')
  expect(coded.length).toBeGreaterThan(0)
  for (const { value, counts } of coded) {
    const rows = [...desk.all({ list: 'events', filter: {} })]
    const found = rows.filter(({ actors }) => actors.some(({ country }) => country === value))
    expect([value, sum(counts)]).toEqual([value, found.length])
  }
})

test('names that differ in capitals alone are one, as they are to a search', () => {
  const rows = ['Guards', 'guards', 'Ilse Marek'].map((value) => ({ value, count: 1 }))
  expect(mostOf(rows, 5, true).values).toEqual(['Guards', 'Ilse Marek'])
  expect(mostOf(rows, 5, true).at('guards')).toBe(0)
  expect(mostOf(rows, 5).values).toEqual(['Guards', 'Ilse Marek', 'guards'])
})
