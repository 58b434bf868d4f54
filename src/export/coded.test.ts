import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codebookTable } from '../codes/meanings.ts'
import type { EventRow } from '../rows/rows.ts'
import { cameoColumns, openCameo, writeCameo } from './cameo.ts'
import { daysOf } from './days.ts'
import { oddRows } from './fixture.ts'
import { writePlover } from './plover.ts'

const [shelled, denied] = oddRows().events
const types = codebookTable('event/types.tsv').map(([type]) => type)

test('an event as a PLOVER record', () => {
  const [line] = writePlover([shelled])
  expect(line.endsWith('\n')).toBe(true)
  expect(JSON.parse(line)).toMatchObject({
    id: 'odd/1#v1',
    has_event: true,
    date: '2025-03-13',
    source: [{ code: 'KES', actor_text: 'Kestria\u0301', identifier_text: 'Kestria\u0301' }],
    recipient: [{ actor_text: 'Almeth' }, { actor_text: 'three' }],
    event: ['ASSAULT'],
    mode: ['heavy-weapons'],
    context: ['military', 'pro_democracy'],
    quad_code: 4,
    event_text: ['shelled'],
    event_loc: { name: 'Almeth', latitude: -3.25, longitude: 40.5, cc3: 'VAR' },
    size: { dead: 3 },
    onrecord: {
      status: 'happened',
      date_basis: 'event',
      word: [
        { statement: 's1', speaker: 'Ilse Marek', act: 'state' },
        { statement: 's2', speaker: '𝐕enn', act: 'deny' },
      ],
    },
  })
})

test.each<[EventRow['status'], string[]]>([
  ['happened', []],
  ['planned', ['future']],
  ['threatened', ['future']],
  ['requested', ['hypothetical']],
  ['supposed', ['hypothetical']],
  ['denied', []],
])('an event that is %s gets the contexts %j', (status, context) => {
  const [line] = writePlover([{ ...denied, status }])
  expect(JSON.parse(line).context).toEqual(context)
})

test('CAMEO: a row for each pair, codes of actors and event', () => {
  const [head, rows] = writeCameo([shelled])
  expect(head.trimEnd().split('\t')).toEqual(cameoColumns.map(([name]) => name))
  const lines = rows.trimEnd().split('\n')
  const cells = lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [cameoColumns[at][0], cell])))
  expect(cells).toMatchObject([
    {
      event_id: 'odd/1#v1',
      date: '20250313',
      source: 'KES',
      target: '---',
      target_name: 'Almeth',
      code: '194',
      root: '19',
    },
    { event_id: 'odd/1#v1/2', target_name: 'three', quad_class: '4', status: 'happened', word: 'Ilse Marek|𝐕enn' },
  ])
})

test('CAMEO: who meet are each the source once', () => {
  const actors = [
    { name: 'Kestria', country: 'KES', sectors: ['GOV'] },
    { name: 'the Courier', country: 'VAR', sectors: ['JRN'] },
  ]
  const [, rows] = writeCameo([{ ...denied, type: 'CONSULT', actors }])
  expect(
    rows
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t').slice(6, 11)),
  ).toEqual([
    ['KESGOV', 'Kestria', 'VARMED', 'the Courier', '040'],
    ['VARMED', 'the Courier', 'KESGOV', 'Kestria', '040'],
  ])
})

test.each<[string, string | undefined, string[], string]>([
  ['ASSAULT', undefined, [], '180'],
  ['ASSAULT', undefined, ['legal', 'military'], '190'],
  ['ASSAULT', 'beat', ['military'], '182'],
  ['RETREAT', 'ceasefire', [], '0871'],
  ['SANCTION', 'convict', [], '116'],
  ['COERCE', 'no-such-mode', [], '170'],
])('CAMEO of %s %s %j is %s', (type, mode, contexts, code) => {
  expect(openCameo().event({ type, mode, contexts }).code).toBe(code)
})

test('the codebook knows CAMEO and the quarter of every type, and of every mode', () => {
  const rows = codebookTable('event/cameo.tsv')
  for (const type of types)
    expect(
      rows.some(([of, mode]) => of === type && mode === '-'),
      type,
    ).toBe(true)
  for (const [type, mode] of codebookTable('event/modes.tsv'))
    expect(
      rows.some(([of, its]) => of === type && its === mode),
      `${type} ${mode}`,
    ).toBe(true)
  for (const row of rows) {
    expect(row.length, row.join(' ')).toBe(6)
    expect(row[3]).toMatch(/^(0[3-9]|1\d|20)\d{1,2}$/)
    if (row[1] !== '-')
      expect(
        codebookTable('event/modes.tsv').some(([t, m]) => t === row[0] && m === row[1]),
        row[1],
      ).toBe(true)
  }
  expect(codebookTable('event/quads.tsv').map(([type]) => type)).toEqual([...types].sort())
})

const day = (date: string, basis: 'event' | 'published' = 'event') => ({
  start: date,
  end: date,
  precision: 'day' as const,
  basis,
})

test.each<[{ from?: string; to?: string } | undefined, string | undefined, ReturnType<typeof daysOf>]>([
  [{ from: '2025-03-13', to: '2025-03-14' }, '2025-03-20', day('2025-03-13')],
  [
    { from: '2025-03-01', to: '2025-04-01' },
    undefined,
    { start: '2025-03-01', end: '2025-03-31', precision: 'month', basis: 'event' },
  ],
  [{ from: '2025-03-13T09:00', to: '2025-03-13T10:00' }, undefined, day('2025-03-13')],
  [{ from: '2025-03-01' }, undefined, { start: '2025-03-01', precision: 'day', basis: 'event' }],
  [{ to: '2025-03-01' }, '2025-03-20T08:00:00Z', { end: '2025-02-28', precision: 'day', basis: 'event' }],
  [undefined, '2025-03-20', day('2025-03-20', 'published')],
  [undefined, undefined, undefined],
])('the days of %j, published %s', (when, published, days) => {
  expect(daysOf({ when: when && { value: 'x', ...when }, published })).toEqual(days)
})

test('the tables are in order, so that a person finds a row', () => {
  const lines = readFileSync(new URL('../../codebook/event/cameo.tsv', import.meta.url), 'utf8').split('\n')
  const keys = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').slice(0, 3).join(' '))
  expect(keys).toEqual([...keys].sort())
})

test('what is known to the year alone is of no day', () => {
  const when = { value: '1991', from: '1991-01-01', to: '1992-01-01' }
  const [plover] = writePlover([{ ...shelled, when }])
  expect(JSON.parse(plover)).toMatchObject({
    onrecord: { date_basis: 'event', date_precision: 'year', date_start: '1991-01-01', date_end: '1991-12-31' },
  })
  expect(JSON.parse(plover)).not.toHaveProperty('date')
  const [, cameo] = writeCameo([{ ...shelled, when }])
  expect(cameo.split('\t').slice(1, 6)).toEqual(['', 'event', 'year', '19910101', '19911231'])
})
