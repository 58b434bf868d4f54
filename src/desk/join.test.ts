import { expect, test } from 'vitest'
import { openReader } from '../open.ts'
import { keptOf, memoryDesk } from './fixture.ts'
import { allJoined, joiningsOf, joinNamed, partNamed } from './join.ts'
import { namesakesOf } from './namesakes.ts'
import { pairsOf } from './pairs.ts'
import { openWriter } from './write.ts'

const reader = await openReader()
const AT = '2025-03-20T08:00:00Z'
const saying = { by: 'Ilse', at: AT, why: 'two spellings' }
const texts = [
  'Dario Venn said on Monday that the port of Almeth was open. Dario Venn praised Ilse Marek.',
  'Darius Ven said that the road to Tessaly was closed. Darius Ven visited Ilse Marek. Jonas Reth said that Darius Ven had lied.',
  'Jonas Reth accused Darius Ven of lying. Ilse Marek told Darius Ven that the harbour was safe.',
]
const read = (id: string, text: string) => keptOf(reader.read({ id, text, published: '2025-03-14' }))
function deskOf() {
  const desk = memoryDesk()
  openWriter(desk).keep(texts.map((text, i) => read(`r${i}`, text)))
  return desk
}
type OfDesk = ReturnType<typeof deskOf>
const count = (desk: OfDesk, list: 'statements' | 'events', filter: object) => desk.count({ list, filter })
const entity = (desk: OfDesk, name: string) =>
  [...desk.all({ list: 'entities', filter: {} })].find((row) => row.name === name)
/** All that a desk says of names, to be compared. */
const told = (desk: OfDesk) => ({
  statements: [...desk.all({ list: 'statements', filter: {} })],
  events: [...desk.all({ list: 'events', filter: {} })],
  entities: [...desk.all({ list: 'entities', filter: {} })],
  pairs: pairsOf(desk, 'speaks', {}, 20).pairs,
})

test('who is joined stands under one name in lists, counts, facets, pairs and searches; records keep the names as they were read', () => {
  const desk = deskOf()
  const before = told(desk)
  const records = texts.map((_, i) => JSON.stringify(desk.record(`r${i}`)))
  const [venn, ven] = ['Dario Venn', 'Darius Ven'].map((name) => entity(desk, name)!)
  const said = (name: string) => count(desk, 'statements', { speaker: [name] })
  const [ofVenn, ofVen, aboutVen] = [
    said('Dario Venn'),
    said('Darius Ven'),
    count(desk, 'statements', { about: ['Darius Ven'] }),
  ]
  expect([ofVenn > 0, ofVen > 0, aboutVen > 0]).toEqual([true, true, true])

  const joined = joinNamed(desk, 'Darius Ven', 'Dario Venn', saying)
  expect(joined).toMatchObject({ key: venn.key, name: 'Dario Venn', also: [{ name: 'Darius Ven', ...saying }] })
  for (const name of ['Dario Venn', 'Darius Ven', venn.key, ven.key]) {
    expect(said(name), name).toBe(ofVenn + ofVen)
    expect(count(desk, 'statements', { about: [name] }), name).toBeGreaterThanOrEqual(aboutVen)
  }
  expect(namesakesOf(desk, { filter: { speaker: ['Darius Ven'] } })).toEqual([])
  const names = new Set([...desk.all({ list: 'statements', filter: {} })].map(({ speaker }) => speaker?.name))
  expect([names.has('Dario Venn'), names.has('Darius Ven')]).toEqual([true, false])
  // the words of the report stay beside the name
  expect([...desk.all({ list: 'statements', filter: { report: ['r1'] } })][0].speaker).toMatchObject({
    ...{ name: 'Dario Venn', text: 'Darius Ven' },
  })
  expect(desk.facets({ list: 'statements', filter: {} }, ['speaker'])['speaker']).toContainEqual(
    expect.objectContaining({ value: 'Dario Venn', count: ofVenn + ofVen }),
  )
  expect(
    pairsOf(desk, 'speaks', {}, 20).pairs.some(({ to, from }) => to === 'Darius Ven' || from === 'Darius Ven'),
  ).toBe(false)
  expect(pairsOf(desk, 'speaks', { speaker: ['Jonas Reth'] }, 20).pairs.map(({ to }) => to)).toContain('Dario Venn')
  expect(entity(desk, 'Darius Ven')).toBeUndefined()
  expect(entity(desk, 'Dario Venn')).toMatchObject({
    also: ['Darius Ven'],
    reports: 3,
    mentions: venn.mentions + ven.mentions,
    statements: venn.statements + ven.statements,
    acts: venn.acts + ven.acts,
    receives: venn.receives + ven.receives,
  })
  // and is found by either
  expect([...desk.all({ list: 'entities', filter: { words: 'Darius' } })].map(({ name }) => name)).toEqual([
    'Dario Venn',
  ])
  expect(texts.map((_, i) => JSON.stringify(desk.record(`r${i}`)))).toEqual(records)

  // reports to come are told so too
  openWriter(desk).keep([read('r3', 'Darius Ven said that the bridge was safe. Police arrested Darius Ven in Almeth.')])
  expect(said('Dario Venn')).toBe(ofVenn + ofVen + 1)
  expect(entity(desk, 'Dario Venn')?.reports).toBe(4)
  expect(entity(desk, 'Darius Ven')).toBeUndefined()

  partNamed(desk, 'Darius Ven', { by: 'Jonas', at: '2025-03-21T08:00:00Z' })
  expect(joiningsOf(desk).map(({ name, sameAs, by }) => [name, sameAs?.name, by])).toEqual([
    ['Darius Ven', 'Dario Venn', 'Ilse'],
    ['Darius Ven', undefined, 'Jonas'],
  ])
  expect(said('Darius Ven')).toBe(ofVen + 1)
  // as if nothing had been said, but for the report that came meanwhile
  const whole = deskOf()
  openWriter(whole).keep([
    read('r3', 'Darius Ven said that the bridge was safe. Police arrested Darius Ven in Almeth.'),
  ])
  expect(told(desk)).toEqual(told(whole))
  expect(before.statements.length).toBeLessThan(told(whole).statements.length)
})

test('joinings follow one another to their end, and a decision laid over a report keeps to them', () => {
  const desk = deskOf()
  joinNamed(desk, 'Darius Ven', 'Dario Venn', saying)
  joinNamed(desk, 'Dario Venn', 'Jonas Reth', saying)
  expect(allJoined(desk).map(({ name, also }) => [name, also.map((one) => one.name)])).toEqual([
    ['Jonas Reth', ['Dario Venn', 'Darius Ven']],
  ])
  const all = count(desk, 'statements', { speaker: ['Jonas Reth'] })
  const row = [...desk.all({ list: 'statements', filter: { report: ['r1'] } })][0]
  desk.decide([{ key: row.key, verdict: 'mended', by: 'Ilse', at: AT, mend: { act: 'deny' } }])
  expect(count(desk, 'statements', { speaker: ['Jonas Reth'] })).toBe(all)
  expect(entity(desk, 'Jonas Reth')?.reports).toBe(3)
  partNamed(desk, 'Dario Venn', saying)
  expect(allJoined(desk).map(({ name }) => name)).toEqual(['Dario Venn'])
})

test.each([
  ['Darius Ven', 'Nobody Atall', 'name-unknown'],
  ['he', 'Dario Venn', 'name-unknown'],
  ['Dario Venn', 'Dario Venn', 'bad-argument'],
  ['e999999', 'Dario Venn', 'name-unknown'],
])('%s is not joined with %s', (who, other, code) => {
  expect(() => joinNamed(deskOf(), who, other, saying)).toThrow(expect.objectContaining({ code }))
})

test('what was said of names is never changed or removed', () => {
  const desk = deskOf()
  joinNamed(desk, 'Darius Ven', 'Dario Venn', saying)
  expect(() => desk.db.exec('DELETE FROM joinings')).toThrow(/never removed/)
  expect(() => desk.db.exec('UPDATE joinings SET same_as = NULL')).toThrow(/never changed/)
  expect(() => partNamed(desk, 'Ilse Marek', saying)).toThrow(expect.objectContaining({ code: 'name-unknown' }))
})
