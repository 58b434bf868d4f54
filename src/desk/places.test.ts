import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { keptOf } from './fixture.ts'
import { openDesk } from './open.ts'
import { placesOf } from './places.ts'
import { openWriter } from './write.ts'

const text = [
  'Soldiers killed four people in Geneva on Monday.',
  'Jonas Reth said that rebels attacked a convoy in Orlemba.',
  'Dario Venn denied that police arrested Ilse Marek in Geneva.',
  'Rebels attacked a village in Aceh.',
].join(' ')
const reader = await sharedReader
const desk = openDesk(':memory:', { create: true, memory: true })
const kept = (id: string, words: string) =>
  keptOf(reader.read({ id, published: '2025-03-14', outlet: 'Almeth Post', text: words }))
openWriter(desk).keep([kept('r1', text), kept('r2', 'Police arrested Dario Venn.')])

test('every event is at its place, at a place that is not on the map, or nowhere', () => {
  const { places, events, nowhere, values } = placesOf(desk, {})
  expect(events).toBe(desk.count({ list: 'events', filter: {} }))
  expect(places.map(({ name, count, lat, position }) => [name, count, lat, position])).toEqual([
    ['Geneva', 2, 46.2, 'place'],
    ['Aceh', 1, 4.22, 'place'],
    ['Orlemba', 1, undefined, undefined],
  ])
  expect(places.reduce((sum, { count }) => sum + count, 0) + nowhere).toBe(events)
  expect(nowhere).toBe(2)
  expect(values).toEqual(['happened', 'denied'])
  for (const { count, parts } of places) expect(parts.reduce((sum, part) => sum + part, 0)).toBe(count)
})

test('on whose word', () => {
  const [geneva, , orlemba] = placesOf(desk, {}).places
  expect(geneva.words).toEqual([
    { value: 'Dario Venn', count: 1 },
    { value: 'report', count: 1 },
  ])
  expect(orlemba.words).toEqual([{ value: 'Jonas Reth', count: 1 }])
})

test('a search for a place finds as many events as its circle says', () => {
  for (const { name, count } of placesOf(desk, {}).places)
    expect([name, desk.count({ list: 'events', filter: { place: [name] } })]).toEqual([name, count])
})

test('filters narrow, and what events are split by is chosen', () => {
  const { values, places, nowhere } = placesOf(desk, { type: ['COERCE'] }, { by: 'word' })
  expect(values).toEqual(['Dario Venn'])
  expect(places.map(({ name, parts }) => [name, parts])).toEqual([['Geneva', [1]]])
  expect(nowhere).toBe(1)
  expect(placesOf(desk, { outlet: ['Nobody'] })).toEqual({ values: [], places: [], events: 0, nowhere: 0 })
  expect(() => placesOf(desk, {}, { by: 'colour' })).toThrow(
    'events cannot be split by colour; split them by status, type',
  )
  expect(() => placesOf(desk, {}, { by: 'country' })).toThrow('places cannot be split by country')
})

test('the last value holds what is left', () => {
  expect(placesOf(desk, {}, { by: 'type', most: 1 }).values).toEqual(['ASSAULT', 'other'])
})
