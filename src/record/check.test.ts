import { expect, test } from 'vitest'
import { checkRecord } from './check.ts'
import type { Event, Record as NewsRecord, Statement } from './types.ts'

const text = 'Venn said 🙂 that Kestria had fired.'
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

const statement: Statement = {
  id: 's1',
  source: at('Venn'),
  speaker: 'e1',
  cue: at('said'),
  content: [at('that Kestria had fired')],
  quotation: 'indirect',
  act: 'state',
  negated: false,
  to: ['e2'],
  when: 't1',
  where: 'p1',
  confidence: 0.9,
}
const event: Event = {
  id: 'v1',
  type: 'ASSAULT',
  contexts: [],
  trigger: at('fired'),
  actors: [{ ...at('Kestria'), entity: 'e2' }],
  recipients: [],
  killed: { ...at('fired'), value: 2 },
  when: 't1',
  where: 'p1',
  status: 'happened',
  word: { statement: 's1' },
  why: 'a rule',
  confidence: 0.5,
}

/** A record in which everything that can stand there does, and nothing is wrong. */
function sound(): NewsRecord {
  return structuredClone({
    schema: 'onrecord/1',
    report: { id: 'r1', text, sha256: '0'.repeat(64), published: '2024-10-03', language: 'en' },
    reader: { version: '0.1.0', models: { language: 'ab' }, codebook: 'cd' },
    entities: [
      { id: 'e1', kind: 'person', name: 'Venn', mentions: [{ ...at('Venn'), form: 'name' }], titles: [at('Venn')] },
      { id: 'e2', kind: 'place', name: 'Kestria', mentions: [{ ...at('Kestria'), form: 'name' }], titles: [] },
    ],
    times: [
      { ...at('had'), id: 't1', type: 'DATE', value: '2024-10-02', anchor: 'published' },
      { ...at('fired'), id: 't2', type: 'DATE', value: '2024-10-01', anchor: 't1' },
    ],
    places: [{ ...at('Kestria'), id: 'p1', entity: 'e2' }],
    statements: [statement, { ...statement, id: 's2', within: 's1' }],
    events: [event],
    links: [{ from: 'v1', to: 's1', kind: 'denies' }],
    notes: [{ code: 'odd', message: 'Odd.', ...at('🙂') }],
  })
}

test('a sound record has no problem', () => {
  expect(checkRecord(sound())).toEqual([])
})

const face = text.indexOf('🙂')

test.each<[string, string, (record: NewsRecord) => void]>([
  ['shape', 'schema', (r) => Object.assign(r, { schema: 'onrecord/2' })],
  ['shape', 'statements[0].content', (r) => Object.assign(r.statements[0], { content: [] })],
  ['shape', 'statements[0].confidence', (r) => Object.assign(r.statements[0], { confidence: 1.2 })],
  ['shape', 'events[0].trigger.start', (r) => Object.assign(r.events[0].trigger, { start: 1.5 })],
  ['shape', 'entities[0].mentions', (r) => Object.assign(r.entities[0], { mentions: [] })],
  ['shape', 'report.published', (r) => Object.assign(r.report, { published: '2024-02-31' })],
  ['span-outside', 'statements[0].source', (r) => Object.assign(r.statements[0], { source: { start: 0, end: 99 } })],
  ['span-outside', 'events[0].trigger', (r) => Object.assign(r.events[0].trigger, { start: 98, end: 99 })],
  ['span-empty', 'statements[1].content[0]', (r) => Object.assign(r.statements[1].content[0], { start: 3, end: 3 })],
  ['span-empty', 'entities[0].titles[0]', (r) => Object.assign(r.entities[0].titles[0], { start: 3, end: 2 })],
  ['span-splits-character', 'statements[0].cue', (r) => Object.assign(r.statements[0].cue ?? {}, { end: face + 1 })],
  ['span-splits-character', 'times[0]', (r) => Object.assign(r.times[0], { start: face + 1 })],
  ['span-outside', 'entities[1].mentions[0]', (r) => Object.assign(r.entities[1].mentions[0], { end: 99 })],
  ['span-outside', 'places[0]', (r) => Object.assign(r.places[0], { end: 99 })],
  ['span-outside', 'events[0].actors[0]', (r) => Object.assign(r.events[0].actors[0], { end: 99 })],
  ['span-outside', 'events[0].killed', (r) => Object.assign(r.events[0].killed ?? {}, { end: 99 })],
  ['span-half', 'notes[0]', (r) => Reflect.deleteProperty(r.notes[0], 'end')],
  ['id-repeated', 'events[0].id', (r) => Object.assign(r.events[0], { id: 't1' })],
  ['id-repeated', 'entities[1].id', (r) => r.entities.push(...r.entities.splice(0, 2, r.entities[1], r.entities[1]))],
  ['id-unresolved', 'times[1].anchor', (r) => Object.assign(r.times[1], { anchor: 'yesterday' })],
  ['id-unresolved', 'places[0].entity', (r) => Object.assign(r.places[0], { entity: 'p1' })],
  ['id-unresolved', 'statements[0].speaker', (r) => Object.assign(r.statements[0], { speaker: 'e9' })],
  ['id-unresolved', 'statements[0].to[0]', (r) => Object.assign(r.statements[0], { to: ['s1'] })],
  ['id-unresolved', 'statements[0].when', (r) => Object.assign(r.statements[0], { when: 'e1' })],
  ['id-unresolved', 'statements[0].where', (r) => Object.assign(r.statements[0], { where: 'e2' })],
  ['id-unresolved', 'statements[1].within', (r) => Object.assign(r.statements[1], { within: 'v1' })],
  ['id-unresolved', 'events[0].actors[0].entity', (r) => Object.assign(r.events[0].actors[0], { entity: 't1' })],
  ['id-unresolved', 'events[0].when', (r) => Object.assign(r.events[0], { when: 'p1' })],
  ['id-unresolved', 'events[0].where', (r) => Object.assign(r.events[0], { where: 't1' })],
  ['id-unresolved', 'events[0].word.statement', (r) => Object.assign(r.events[0].word, { statement: 'e1' })],
  ['id-unresolved', 'links[0].from', (r) => Object.assign(r.links[0], { from: 't1' })],
  ['id-unresolved', 'links[0].to', (r) => Object.assign(r.links[0], { to: 'v9' })],
  ['within-cycle', 'statements[0].within', (r) => Object.assign(r.statements[0], { within: 's1' })],
  ['within-cycle', 'statements[0].within', (r) => Object.assign(r.statements[0], { within: 's2' })],
])('%s at %s', (code, path, spoil) => {
  const record = sound()
  spoil(record)
  expect(checkRecord(record).map((problem) => [problem.code, problem.path])).toContainEqual([code, path])
})

test('fields that a newer version may have added are passed over, unless who asks is strict', () => {
  const record = sound()
  Object.assign(record, { extra: { start: 3, end: 1 } })
  Object.assign(record.statements[1], { mood: 'sour' })
  Object.assign(record.events[0].actors[0], { age: 4 })
  expect(checkRecord(record)).toEqual([])
  expect(checkRecord(record, { strict: true }).map(({ code, path }) => `${code} ${path}`)).toEqual([
    'shape statements[1].mood',
    'shape events[0].actors[0].age',
    'shape extra',
  ])
})

test.each([[undefined], [null], [17], ['a record'], [[]], [{}]])('%j is no record, and nothing is thrown', (value) => {
  expect(checkRecord(value).every(({ code }) => code === 'shape')).toBe(true)
  expect(checkRecord(value).length).toBeGreaterThan(0)
})

test('a half character that stands alone in the text is no character to split', () => {
  const record = sound()
  record.report.text = `\ud83d${text.slice(1)}`
  expect(checkRecord(record)).toEqual([])
})

test('a part may stand before its whole', () => {
  const record = sound()
  record.statements = [record.statements[1], record.statements[0]]
  expect(checkRecord(record)).toEqual([])
})

test('a long chain of statements within each other is checked quickly', () => {
  const record = sound()
  record.statements = Array.from({ length: 20_000 }, (_, n) => ({
    ...statement,
    id: `s${n + 1}`,
    ...(n > 0 && { within: `s${n}` }),
  }))
  expect(checkRecord(record)).toEqual([])
})
