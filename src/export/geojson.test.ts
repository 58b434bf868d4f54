import { expect, test } from 'vitest'
import { rowsOf } from '../rows/rows-of.ts'
import { oddRecord } from './fixture.ts'
import { writeGeojson } from './geojson.ts'

const record = oddRecord()
const rows = rowsOf(record)
const collectionOf = (selections: Parameters<typeof writeGeojson>[0]) =>
  JSON.parse([...writeGeojson(selections)].join(''))

test('a feature for each row with a point, degrees east first', () => {
  const { type, features } = collectionOf([{ record, whole: false, statements: [], events: rows.events }])
  expect(type).toBe('FeatureCollection')
  expect(features).toMatchObject([
    {
      type: 'Feature',
      id: 'odd/1#v1',
      geometry: { type: 'Point', coordinates: [40.5, -3.25] },
      properties: { type: 'ASSAULT', date_start: '2025-03-13', date_precision: 'day', date_basis: 'event', killed: 3 },
    },
  ])
})

test('a statement has its own columns', () => {
  const { features } = collectionOf([{ record, whole: false, statements: rows.statements, events: [] }])
  expect(features).toMatchObject([{ id: 'odd/1#s1', properties: { speaker: 'Ilse Marek', act: 'state' } }])
})

test('of whole records, each place once', () => {
  const again = { ...oddRecord(), report: { ...record.report, id: 'odd/2' } }
  again.places.push({ ...again.places[0], id: 'p2' }, { start: 0, end: 1, id: 'p3' })
  const { features } = collectionOf([
    { record, whole: true, ...rows },
    { record: again, whole: true, ...rows },
  ])
  expect(features).toEqual([
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [40.5, -3.25] },
      properties: { place: 'Almeth', place_country: 'VAR', mentions: 3, reports: 2 },
    },
  ])
})

test('of nothing, a collection of nothing', () => {
  expect(collectionOf([])).toEqual({ type: 'FeatureCollection', features: [] })
})
