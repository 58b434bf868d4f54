import { expect, test } from 'vitest'
import type { EventRow } from '../rows/rows.ts'
import { acledColumns, writeAcled } from './acled.ts'
import { csvText } from './csv.ts'
import { oddRows } from './fixture.ts'
import type { ShapedColumn } from './shaped.ts'
import { ucdpGedColumns, writeUcdpGed } from './ucdp-ged.ts'

const [shelled] = oddRows().events

/** The cells of one event by their columns; no cell of these tests has a comma but the sentence's. */
function cellsOf(columns: readonly ShapedColumn[], row: EventRow): { [column: string]: string | number } {
  return Object.fromEntries(columns.map(({ name, value }) => [name, value(row) ?? '']))
}

test('an event in the columns of ACLED', () => {
  const where = { name: 'Almeth', country: 'NOR', lat: -3.25, lon: 40.5, level: 'town' }
  const cells = cellsOf(acledColumns, { ...shelled, where })
  expect(cells).toMatchObject({
    ...{ event_id_cnty: 'odd/1#v1', event_date: '2025-03-13', year: '2025', time_precision: 1 },
    ...{ disorder_type: 'Political violence', event_type: 'Explosions/Remote violence' },
    ...{ sub_event_type: 'Shelling/artillery/missile attack', actor1: 'Kestria\u0301', assoc_actor_1: '' },
    ...{ actor2: 'Almeth', assoc_actor_2: 'three', inter1: '', civilian_targeting: '', admin1: '' },
    ...{ iso3: 'NOR', country: 'Norway', location: 'Almeth', latitude: -3.25, longitude: 40.5, geo_precision: 1 },
    ...{ source: 'The Almeth Courier', fatalities: 3, tags: '', word: 'Ilse Marek|𝐕enn', plover_type: 'ASSAULT' },
  })
})

test('an event in the columns of GED', () => {
  const where = { name: 'Norway', country: 'NOR', lat: 61, lon: 9, level: 'country' }
  expect(cellsOf(ucdpGedColumns, { ...shelled, where })).toMatchObject({
    ...{ id: 'odd/1#v1', year: '2025', type_of_violence: '', date_prec: 1, date_start: '2025-03-13' },
    ...{ side_a: 'Kestria\u0301', side_b: 'Almeth, three', dyad_name: 'Kestria\u0301 - Almeth, three' },
    ...{ source_date: '2025-03-14', source_original: '𝐕enn', where_prec: 6, geom_wkt: 'POINT (9 61)' },
    ...{ best: 3, low: '', high: '', deaths_civilians: '', event_clarity: '' },
  })
})

const day = { value: '2025-03-13', from: '2025-03-13', to: '2025-03-14' }

// what ACLED's event_date, year and time_precision are, and GED's date_prec, date_start and date_end
test.each<[string, EventRow['when'], (string | number)[]]>([
  ['a day', day, ['2025-03-13', '2025', 1, 1, '2025-03-13', '2025-03-13']],
  [
    'a week',
    { value: '2025-W11', from: '2025-03-10', to: '2025-03-17' },
    ['', '2025', 2, 3, '2025-03-10', '2025-03-16'],
  ],
  [
    'a month',
    { value: '2025-02', from: '2025-02-01', to: '2025-03-01' },
    ['', '2025', 3, 4, '2025-02-01', '2025-02-28'],
  ],
  ['a year', { value: '2024', from: '2024-01-01', to: '2025-01-01' }, ['', '2024', '', 5, '2024-01-01', '2024-12-31']],
  ['ten years', { value: '199', from: '1990-01-01', to: '2000-01-01' }, ['', '', '', '', '1990-01-01', '1999-12-31']],
  ['since a day', { value: '2025-03-13', from: '2025-03-13' }, ['', '', '', '', '2025-03-13', '']],
  ['until a day', { value: '2025-03-13', to: '2025-03-14' }, ['', '', '', '', '', '2025-03-13']],
  ['no time of its own', undefined, ['', '', '', '', '', '']],
])('%s becomes no day that is not told', (_what, when, expected) => {
  const row = { ...shelled, when }
  const [acled, ged] = [cellsOf(acledColumns, row), cellsOf(ucdpGedColumns, row)]
  expect([
    ...[acled['event_date'], acled['year'], acled['time_precision']],
    ...[ged['date_prec'], ged['date_start'], ged['date_end']],
  ]).toEqual(expected)
})

test('the point of a country is none of an event', () => {
  const where = { name: 'Norway', country: 'NOR', lat: 61, lon: 9, level: 'country' }
  const { latitude, geo_precision, country } = cellsOf(acledColumns, { ...shelled, where })
  expect([latitude, geo_precision, country]).toEqual(['', '', 'Norway'])
})

test('both are CSV with a line an event', () => {
  for (const [columns, write] of [
    [acledColumns, writeAcled],
    [ucdpGedColumns, writeUcdpGed],
  ] as const) {
    const [head, row, ...more] = write([{ ...shelled, sentence: '=1, "2"' }])
    expect(head).toBe(`${columns.map(({ name }) => name).join(',')}\r\n`)
    expect(row).toContain(`"'=1, ""2"""`)
    expect(csvText(`'=1, "2"`)).toBe('=1, "2"')
    expect(more).toEqual([])
  }
})
