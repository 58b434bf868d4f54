import { expect, test } from 'vitest'
import type { Entity, Event, Record as NewsRecord, Statement } from '../../src/record/types.ts'
import { recordView } from '../report/view.ts'
import { bring, broughtFor, entityAt, namedAt, newEntity, newTime, pointOf } from './brought.ts'
import { changedFields, type Draft, withDraft, withoutSpan, withWords } from './draft.ts'
import { wholeWords } from './selection.ts'
import { newDraft, takeWords } from './take.ts'

const text = 'Mayor Ilse Marek said “the port opens” on Friday, and dockers cheered Jonas Reth in Old Almeth.'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const marek: Entity = {
  id: 'e-marek',
  kind: 'person',
  name: 'Ilse Marek',
  mentions: [{ ...span('Mayor Ilse Marek'), form: 'name' }],
  titles: [span('Mayor')],
}
const friday = { ...span('Friday'), id: 't-friday', type: 'DATE' as const, value: '2025-03-14' }
const record: NewsRecord = {
  schema: 'onrecord/1',
  report: { id: 'r', text, sha256: '0'.repeat(64), language: 'en' },
  reader: { version: '1', models: {}, codebook: '' },
  entities: [marek],
  times: [friday],
  places: [],
  statements: [],
  events: [],
  links: [],
  notes: [],
}
const view = recordView(record)
let made = 0
const start = (kind: Draft['kind'], words: string) => newDraft(kind, span(words), view, () => String(++made))
const take = (draft: Draft, slot: Parameters<typeof takeWords>[1], words: string) =>
  takeWords(draft, slot, span(words), recordView(withDraft(record, draft))) as Draft

test.each<[string, Statement['quotation'], number]>([
  ['“the port opens”', 'direct', 0],
  ['said “the port opens” on Friday', 'mixed', 1],
  ['dockers cheered', 'indirect', 0],
])('a statement that begins with %s is %s', (words, quotation, quoted) => {
  const { quotation: given, quoted: stretches = [] } = start('statement', words).now as Statement
  expect([given, stretches.length]).toEqual([quotation, quoted])
})

test('words that are taken fill a statement: who, the saying, when', () => {
  let draft = start('statement', 'the port opens')
  draft = take(draft, 'source', 'Mayor Ilse Marek')
  draft = take(draft, 'cue', 'said')
  draft = take(draft, 'when', 'on Friday')
  draft = take(draft, 'to', 'dockers')
  const { to, ...said } = changedFields(draft) as { to: string[] }
  expect(said).toEqual({
    content: [span('the port opens')],
    source: span('Mayor Ilse Marek'),
    cue: span('said'),
    speaker: 'e-marek',
    when: 't-friday',
    quotation: 'direct',
    act: 'state',
    negated: false,
  })
  expect(broughtFor({ to }, draft.brings)?.entities).toMatchObject([{ id: to[0], name: 'dockers' }])
})

test('words that are taken fill an event: its sides with who they are, its place with one more entity', () => {
  let draft = start('event', 'cheered')
  expect((draft.now as Event).type).toBe('')
  draft = take(draft, 'actors', 'dockers')
  draft = take(draft, 'recipients', 'Ilse Marek')
  draft = take(draft, 'where', 'Old Almeth')
  const { actors, recipients, where } = draft.now as Event
  expect(actors).toEqual([span('dockers')])
  expect(recipients).toEqual([{ ...span('Ilse Marek'), entity: 'e-marek' }])
  const brought = broughtFor(changedFields(draft), draft.brings)
  expect(brought).toMatchObject({ places: [{ id: where }], entities: [{ kind: 'place', name: 'Old Almeth' }] })
  expect(takeWords(draft, 'when', span('cheered'), view)).toBeUndefined()
})

test('an event within what somebody says stands on their word', () => {
  const statement = { ...(start('statement', 'the port opens').now as Statement), id: 's1' }
  const within = newDraft('event', span('opens'), recordView({ ...record, statements: [statement] }), () => 'x')
  expect((within.now as Event).word).toEqual({ statement: 's1' })
})

test('stretches of a content stand in their order, and those that overlap give way', () => {
  let draft = withWords(start('statement', 'dockers'), 'content', span('said'))
  expect((draft.now as Statement).content).toEqual([span('said'), span('dockers')])
  draft = withWords(draft, 'content', span('and dockers cheered'))
  expect((draft.now as Statement).content).toEqual([span('said'), span('and dockers cheered')])
  expect((withoutSpan(draft, 'content', 0).now as Statement).content).toEqual([span('and dockers cheered')])
})

test.each([
  ['2025-03-14', '2025-03-14', '2025-03-15'],
  ['2025-12', '2025-12-01', '2026-01-01'],
  ['2024', '2024-01-01', '2025-01-01'],
  ['2025-02-30', undefined, undefined],
  ['2025-13', undefined, undefined],
  ['Friday', undefined, undefined],
])('a day that is typed: %s', (typed, from, to) => {
  const time = newTime(typed, span('Friday'))
  expect([time?.from, time?.to]).toEqual([from, to])
})

test.each([
  ['46.95, 7.44', { lat: 46.95, lon: 7.44 }],
  ['-33 151.2', { lat: -33, lon: 151.2 }],
  ['146, 7', undefined],
  ['here', undefined],
])('a point that is typed: %s', (typed, point) => expect(pointOf(typed)).toEqual(point))

test('a name stands where the text has it, nearest to the row, or else at the row itself', () => {
  expect(namedAt(text, 'Jonas Reth', span('said'))).toEqual(span('Jonas Reth'))
  expect(namedAt(text, 'Dario Venn', span('said'))).toEqual(span('said'))
  expect(newEntity(text, 'Dario Venn', span('dockers')).mentions).toEqual([{ ...span('dockers'), form: 'nominal' }])
})

test('who words mean: whose mention they are, its title or not', () => {
  expect(entityAt(view, span('Ilse Marek'))?.id).toBe('e-marek')
  expect(entityAt(view, span('Mayor'))).toBeUndefined()
  expect(entityAt(view, span('dockers'))).toBeUndefined()
})

test('what is brought goes along only where the row names it, a place with its entity', () => {
  const reth = newEntity(text, 'Jonas Reth', span('Jonas Reth'))
  const brings = bring(bring({}, { entities: [reth] }), { entities: [{ ...reth, kind: 'group' }] })
  expect(brings.entities).toEqual([{ ...reth, kind: 'group' }])
  expect(broughtFor({ speaker: reth.id }, brings)?.entities).toHaveLength(1)
  expect(broughtFor({ speaker: 'e-marek' }, brings)).toBeUndefined()
})

test.each([
  ['ort open', 'port opens'],
  [' Marek ', 'Marek'],
  [', and ', ', and'],
])('words that are selected as %j are %j', (selected, expected) => {
  const found = wholeWords(text, span(selected))
  expect(found && text.slice(found.start, found.end)).toBe(expected)
})
