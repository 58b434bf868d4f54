import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Filter } from '../rows/filter.ts'
import { exampleDesk, exampleRecords, keptOf } from './fixture.ts'
import { type OpenedDesk, openDesk } from './open.ts'
import { isPronoun } from './pronouns.ts'
import { openWriter } from './write.ts'

const desk = await exampleDesk()
const records = await exampleRecords()

/** Values with their counts, most first, those of the same count in the order of their letters. */
function counted(values: readonly (string | undefined)[]) {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

test.each<Filter>([{}, { words: 'that' }, { act: ['state'] }, { day: ['2025'], act: ['state', 'deny'] }])(
  'facets of statements under %j count the rows that are found',
  (filter) => {
    const rows = [...desk.all({ list: 'statements', filter })]
    expect(rows.length).toBeGreaterThan(3)
    const { speaker, act, report } = desk.facets({ list: 'statements', filter }, ['speaker', 'act', 'report'], 1000)
    expect(speaker).toEqual(counted(rows.map((row) => row.speaker?.name)).filter(({ value }) => !isPronoun(value)))
    expect(act).toEqual(counted(rows.map((row) => row.act)))
    expect(report).toEqual(counted(rows.map((row) => row.report)))
  },
)

test.each<Filter>([{}, { status: ['happened'] }, { words: 'border' }, { day: ['2025'], type: ['ACCUSE', 'ASSAULT'] }])(
  'facets of events under %j count the rows that are found',
  (filter) => {
    const rows = [...desk.all({ list: 'events', filter })]
    expect(rows.length).toBeGreaterThan(3)
    const { type, status, report } = desk.facets({ list: 'events', filter }, ['type', 'status', 'report'], 1000)
    expect(type).toEqual(counted(rows.map((row) => row.type)))
    expect(status).toEqual(counted(rows.map((row) => row.status)))
    expect(report).toEqual(counted(rows.map((row) => row.report)))
  },
)

test('rows found by narrow fields come in the order that is asked for, page by page', () => {
  for (const sort of ['added', 'published', 'confidence'] as const)
    for (const descending of [false, true]) {
      const query = { list: 'statements' as const, filter: { day: ['2025'] }, sort, descending }
      const whole = desk.find({ ...query, limit: 1000 }).rows.map(({ key }) => key)
      const paged: string[] = []
      for (let after: string | undefined; ; ) {
        const page = desk.find({ ...query, limit: 7, after })
        paged.push(...page.rows.map(({ key }) => key))
        after = page.next
        if (after === undefined) break
      }
      expect(whole.length).toBeGreaterThan(20)
      expect(paged).toEqual(whole)
    }
})

test('counts follow what changes the desk, from within and from without', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-facets-'))
  const file = join(folder, 'desk.db')
  const mine = openDesk(file, { create: true })
  const others = openDesk(file)
  const acts = (of: OpenedDesk) => of.facets({ list: 'statements', filter: {} }, ['decided']).decided
  expect([acts(mine), acts(others)]).toEqual([[], []])
  openWriter(mine).keep([keptOf(records[0])])
  const { length } = records[0].statements
  expect([acts(mine), acts(others)]).toEqual([[{ value: 'none', count: length }], [{ value: 'none', count: length }]])
  const key = `${records[0].report.id}#${records[0].statements[0].id}`
  others.decide([{ key, verdict: 'right', by: 'Ana', at: '2025-03-20T08:00:00Z' }])
  const expected = [
    { value: 'none', count: length - 1 },
    { value: 'right', count: 1 },
  ]
  expect([acts(mine), acts(others)]).toEqual([expected, expected])
  mine.close()
  others.close()
  rmSync(folder, { recursive: true })
})
