import { expect, test } from 'vitest'
import { NO_PLACE, pairsTable, placesTable, seriesTable } from './picture-tables.ts'

const series = {
  spans: ['2025-03-10', '2025-03-17'],
  series: [
    { value: 'happened', counts: [2, 0] },
    { value: '', counts: [1, 3] },
  ],
}

test('counts over time', () => {
  expect(seriesTable(series)).toEqual({
    head: ['from', 'happened', 'not known'],
    rows: [
      ['2025-03-10', 2, 1],
      ['2025-03-17', 0, 3],
    ],
  })
})

test('shares over time', () => {
  expect(seriesTable(series, true).rows).toEqual([
    ['2025-03-10', 0.6667, 0.3333],
    ['2025-03-17', 0, 1],
  ])
})

test('pairs', () => {
  expect(pairsTable([{ from: 'Kestria', to: 'Varlonia', count: 3 }])).toEqual({
    head: ['from', 'to', 'count'],
    rows: [['Kestria', 'Varlonia', 3]],
  })
})

test('places, and events without one', () => {
  const places = [
    {
      name: 'Almeth',
      count: 2,
      parts: [1, 1],
      words: [
        { value: 'report', count: 1 },
        { value: '', count: 1 },
      ],
    },
    {
      name: 'Geneva',
      country: 'CHE',
      lat: 46.2,
      lon: 6.15,
      position: 'place' as const,
      count: 1,
      parts: [1, 0],
      words: [],
    },
  ]
  expect(placesTable({ values: ['happened', 'denied'], places, nowhere: 4 })).toEqual({
    head: ['place', 'country', 'latitude', 'longitude', 'position', 'on the word of', 'count', 'happened', 'denied'],
    rows: [
      ['Almeth', '', '', '', '', 'report: 1; not known: 1', 2, 1, 1],
      ['Geneva', 'CHE', 46.2, 6.15, 'place', '', 1, 1, 0],
      [NO_PLACE, '', '', '', '', '', 4, '', ''],
    ],
  })
  expect(placesTable({ values: [], places: [], nowhere: 0 }).rows).toEqual([])
})
