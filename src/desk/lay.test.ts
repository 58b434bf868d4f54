import { beforeEach, expect, test } from 'vitest'
import { exportDesk } from '../export/export-desk.ts'
import { sharedReader } from '../fixture.ts'
import type { Decision } from '../rows/decision.ts'
import type { Filter } from '../rows/filter.ts'
import { keptOf, memoryDesk } from './fixture.ts'
import { mergeDesks } from './merge.ts'
import type { OpenedDesk } from './open.ts'
import { statusOf } from './status.ts'
import { openWriter } from './write.ts'

const reader = await sharedReader
const text =
  'ALMETH, March 14 — Mayor Ilse Marek said on Friday that the port would open again. Dockers wept when the gates swung back, and Jonas Reth gave them soup.'
const record = reader.read({ id: 'port', text, published: '2025-03-14' })
const other = reader.read({ id: 'sea', text: 'Dario Venn said the sea was calm.', published: '2025-03-15' })
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const [said] = record.statements

let desk: OpenedDesk
beforeEach(() => {
  desk = memoryDesk()
  openWriter(desk).keep([record, other].map(keptOf))
})

const decision = (row: string, rest: Partial<Decision>): Decision => ({
  key: `port#${row}`,
  verdict: 'mended',
  by: 'Ana',
  at: '2025-03-20T09:00:00Z',
  ...rest,
})
const reth = {
  id: 'e-reth',
  kind: 'person' as const,
  name: 'Reth the cook',
  mentions: [{ ...span('Jonas Reth'), form: 'name' as const }],
  titles: [],
}
const soup: Decision = decision('v-soup', {
  id: 'd-soup',
  verdict: 'added',
  brings: { entities: [reth] },
  mend: { type: 'AID', trigger: span('gave'), actors: [{ ...span('Jonas Reth'), entity: 'e-reth' }] },
})
const rows = (list: 'statements' | 'events', filter: Filter = {}) => desk.find({ list, filter, limit: 99 }).rows
const counts = (list: 'statements' | 'events', filter: Filter = {}) => desk.count({ list, filter })

test('a row that a person added stands in lists, counts, facets, searches and exports, and is told apart', () => {
  const events = counts('events')
  desk.decide([soup])
  expect(counts('events')).toBe(events + 1)
  const [found, ...more] = rows('events', { actor: ['Reth the cook'], type: ['AID'] })
  expect(more).toEqual([])
  expect(found).toMatchObject({
    key: 'port#v-soup',
    trigger: 'gave',
    actors: [{ name: 'Reth the cook', kind: 'person' }],
    confidence: 1,
    decided: { verdict: 'added', by: 'Ana' },
    added: { by: 'Ana', at: '2025-03-20T09:00:00Z' },
  })
  expect(rows('events', { decided: ['added'] })).toHaveLength(1)
  expect(desk.facets({ list: 'events', filter: {} }, ['actor'])['actor']).toContainEqual({
    value: 'Reth the cook',
    count: 1,
  })
  expect(desk.find({ list: 'entities', filter: { speaker: ['Reth the cook'] } }).rows).toMatchObject([{ acts: 1 }])
  const table = [...exportDesk(desk, { list: 'events', format: 'csv' })].join('')
  expect(table.split('\r\n').filter((line) => line.includes('v-soup') && line.includes('Ana'))).toHaveLength(1)
  const brat = [...exportDesk(desk, { list: 'events', format: 'json-ld' })].join('')
  expect(brat).toContain('v-soup')
  desk.decide([decision('v-soup', { verdict: 'right', by: 'Ben' })])
  expect(rows('events', { id: ['v-soup'] })).toMatchObject([
    { decided: { verdict: 'right', by: 'Ben' }, added: { by: 'Ana' } },
  ])
  desk.decide([decision('v-soup', { verdict: 'wrong', by: 'Ben' })])
  expect(counts('events')).toBe(events)
})

test('a statement that was added is found by its words', () => {
  desk.decide([
    decision('s-back', {
      verdict: 'added',
      mend: { content: [span('the gates swung back')], source: span('Dockers') },
    }),
  ])
  expect(rows('statements', { words: 'gates' })).toMatchObject([
    {
      id: 's-back',
      content: 'the gates swung back',
      speaker: { name: 'Dockers' },
      act: 'state',
      quotation: 'indirect',
    },
  ])
  desk.decide([decision('s-back', { verdict: 'open' })])
  expect(rows('statements', { words: 'gates' })).toEqual([])
})

test('what was mended is found as it was mended, and no longer as it was read', () => {
  desk.decide([decision(said.id, { mend: { act: 'deny', content: [span('the gates swung back')] } })])
  expect(rows('statements', { act: ['deny'] })).toMatchObject([{ id: said.id, content: 'the gates swung back' }])
  expect(rows('statements', { act: [said.act], report: ['port'] })).toEqual([])
  expect(rows('statements', { words: 'port' })).toEqual([])
  expect(desk.facets({ list: 'statements', filter: { report: ['port'] } }, ['act'])['act']).toEqual([
    { value: 'deny', count: 1 },
  ])
  // a second mend takes the first one's place
  desk.decide([decision(said.id, { mend: { act: 'ask' } })])
  expect(rows('statements', { report: ['port'] })).toMatchObject([
    { act: 'ask', content: expect.stringContaining('the port') },
  ])
})

test('what is taken back leaves the desk as it was, names and their counts too', () => {
  const all = () =>
    JSON.stringify([rows('statements'), rows('events'), desk.find({ list: 'entities', filter: {} }).rows])
  const before = all()
  desk.decide([soup, decision(said.id, { id: 'd-act', mend: { act: 'deny' } })])
  expect(all()).not.toBe(before)
  expect(desk.record('port')).toEqual(record)
  desk.decide([
    decision(said.id, { verdict: 'open', undoes: 'd-act' }),
    decision('v-soup', { verdict: 'open', undoes: 'd-soup' }),
  ])
  expect(JSON.parse(all()).map((list: { key: string }[]) => list.sort((a, b) => (a.key < b.key ? -1 : 1)))).toEqual(
    JSON.parse(before).map((list: { key: string }[]) => list.sort((a, b) => (a.key < b.key ? -1 : 1))),
  )
  expect(desk.decidedRecord('port')).toEqual(record)
  expect(desk.db.pragma('foreign_key_check')).toEqual([])
})

test.each<[string, Decision, RegExp]>([
  [
    'a row that is there',
    decision(said.id, { verdict: 'added', mend: { content: [span('port')] } }),
    /mend it instead/,
  ],
  [
    'a row without words',
    decision('s-none', { verdict: 'added', mend: { act: 'deny' } }),
    /content of a statement, or the trigger/,
  ],
  [
    'a row of a type that there is not',
    decision('v-odd', { verdict: 'added', mend: { trigger: span('gave'), type: 'SOUP' } }),
    /no type 'SOUP'/,
  ],
  ['an event without a type', decision('v-odd', { verdict: 'added', mend: { trigger: span('gave') } }), /type/],
  [
    'a row with words that the text has not',
    decision('s-far', { verdict: 'added', mend: { content: [{ start: 0, end: 9999 }] } }),
    /outside/,
  ],
  [
    'a row with a name that nobody brought',
    decision('v-odd', { ...soup, id: 'd2', brings: undefined }),
    /names none of/,
  ],
  [
    'a row whose id has a sign of keys',
    decision('v#odd', { verdict: 'added', mend: soup.mend }),
    /no row has the key|key of an added row/,
  ],
  ['a taking back of what is not there', decision(said.id, { verdict: 'open', undoes: 'none' }), /no decision on/],
  ["a taking back of another row's", { ...decision(said.id, { verdict: 'open', undoes: 'd-soup' }) }, /no decision on/],
])('%s is refused aloud', (_, refused, message) => {
  if (refused.undoes === 'd-soup') desk.decide([soup])
  const before = desk.decisions({}).length
  expect(() => desk.decide([refused])).toThrow(message)
  expect(desk.decisions({})).toHaveLength(before)
})

test('what people added and mended outlives a new reading, with the names that it rests on; what no longer fits is told', () => {
  const speaker = record.entities.find(({ name }) => name.includes('Marek'))
  desk.decide([
    soup,
    decision('v-wept', {
      verdict: 'added',
      mend: {
        type: 'PROTEST',
        trigger: span('wept'),
        recipients: [{ ...span('Mayor Ilse Marek'), entity: speaker?.id }],
      },
    }),
    decision(said.id, { mend: { act: 'deny' } }),
  ])
  const events = counts('events')
  const newer = {
    ...record,
    reader: { ...record.reader, version: '99.0.0' },
    entities: [],
    statements: [],
    events: [],
    places: [],
    links: [],
    notes: [],
  }
  openWriter(desk).reread(1, keptOf(record).taken, newer)
  expect(counts('events')).toBe(events - record.events.length)
  expect(rows('events', { actor: ['Reth the cook'] })).toHaveLength(1)
  expect(rows('events', { type: ['PROTEST'] })).toMatchObject([
    { recipients: [{ name: speaker?.name }], added: { by: 'Ana' } },
  ])
  expect(statusOf(desk).lost).toEqual([`port#${said.id}`])
  expect(statusOf(desk).readers.map(({ newest }) => newest)).toEqual([1, 1])
  expect(() => desk.decide([decision(said.id, { verdict: 'right' })])).toThrow(/no row has the key/)
})

test('rows that were added, and what was taken back, go with a merge', async () => {
  desk.decide([
    soup,
    decision(said.id, { id: 'd1', verdict: 'wrong' }),
    decision(said.id, { verdict: 'open', undoes: 'd1' }),
  ])
  const into = memoryDesk()
  await mergeDesks([desk], into)
  expect(into.find({ list: 'events', filter: { actor: ['Reth the cook'] } }).rows).toMatchObject([
    { added: { by: 'Ana' } },
  ])
  expect(into.count({ list: 'statements', filter: { decided: ['none'] } })).toBe(
    desk.count({ list: 'statements', filter: {} }),
  )
  expect(into.record('port')).toEqual(record)
})

test('what is decided wrong leaves all counts and records of stories, and comes back when it is taken back', () => {
  const speaker = record.entities.find(({ id }) => id === said.speaker)
  const seen = () => ({
    list: counts('statements'),
    facet: desk.facets({ list: 'statements', filter: {} }, ['act'])['act'].reduce((sum, { count }) => sum + count, 0),
    named: desk
      .find({ list: 'entities', filter: { speaker: [speaker?.name ?? ''] } })
      .rows.map(({ statements }) => statements),
    report: desk.find({ list: 'reports', filter: { id: ['port'] } }).rows[0].statements,
    story: desk.rightRecord('port')?.statements.length,
  })
  const before = seen()
  expect(before.named).toEqual([1])
  desk.decide([decision(said.id, { id: 'd-no', verdict: 'wrong' })])
  const { list, facet, report, story = 0 } = before
  expect(seen()).toEqual({ list: list - 1, facet: facet - 1, named: [0], report: report - 1, story: story - 1 })
  expect(desk.record('port')).toEqual(record)
  desk.decide([decision(said.id, { verdict: 'open', undoes: 'd-no' })])
  expect(seen()).toEqual(before)
})
