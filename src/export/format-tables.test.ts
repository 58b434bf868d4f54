import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rowsOf } from '../rows/rows-of.ts'
import { writeClaimReview } from './claim-review.ts'
import { oddRecord, oddRows } from './fixture.ts'
import type { Selection } from './format.ts'
import { withFormatTables } from './format-tables.ts'
import { writeFtm } from './ftm.ts'
import { writeGeojson } from './geojson.ts'
import { formats } from './index.ts'
import { writeJsonLd } from './json-ld.ts'
import { writePlover } from './plover.ts'
import { writeWebAnnotation } from './web-annotation.ts'

const page = readFileSync(new URL('../../docs/formats.md', import.meta.url), 'utf8')

test.each(['formats', 'events', 'codebook'])(
  'the tables of docs/%s.md are those of the program: npm run formats',
  (name) => {
    const text = readFileSync(new URL(`../../docs/${name}.md`, import.meta.url), 'utf8')
    expect(withFormatTables(text)).toBe(text)
  },
)

test('every format has a section', () => {
  const heads = page.split('\n').filter((line) => line.startsWith('## '))
  for (const name of Object.keys(formats))
    expect(
      heads.some((head) => head.includes(`\`${name}\``)),
      name,
    ).toBe(true)
})

/** A record and rows in which everything that an export can give has a value. */
function everything(): Selection {
  const record = oddRecord()
  Object.assign(record.report, { byline: 'Tessa Orlin' })
  record.entities[1].code = { country: 'KEN', sectors: ['GOV'], basis: 'registry' }
  record.entities[1].link = 'Q2'
  record.entities[2].code = { country: 'KEN', sectors: ['CVL'], basis: 'registry' }
  record.entities[2].link = 'Q3'
  record.entities[0].titles = [{ start: 3, end: 7 }]
  Object.assign(record.places[0], { level: 'town', geonames: 7 })
  const span = record.events[0].trigger
  Object.assign(record.events[0], {
    injured: { ...span, value: 1 },
    arrested: { ...span, value: 1 },
    size: { ...span, value: 9 },
  })
  record.events.push({ ...record.events[0], id: 'v3', when: 't2' })
  record.times.push({ ...span, id: 't2', type: 'DATE', value: '2025-W10', from: '2025-03-03', to: '2025-03-10' })
  const rows = rowsOf(record)
  const [{ decided }] = oddRows().statements
  for (const row of [...rows.statements, ...rows.events]) row.decided = decided
  return { record, whole: true, ...rows }
}

const chosen = everything()
const lines = (chunks: Iterable<string>) => [...chunks].map((line) => JSON.parse(line))
const whole = (chunks: Iterable<string>) => JSON.parse([...chunks].join(''))

const places = whole(writeGeojson([chosen])).features

test.each<[string, unknown[]]>([
  ['plover', lines(writePlover(chosen.events))],
  ['ftm', lines(writeFtm([chosen]))],
  ['json-ld', whole(writeJsonLd([chosen]))['@graph']],
  ['geojson', [...places, ...whole(writeGeojson([{ ...chosen, whole: false }])).features]],
  ['claim-review', whole(writeClaimReview(chosen.statements))['@graph']],
  ['web-annotation', [whole(writeWebAnnotation([chosen]))]],
])('docs/formats.md names every field of %s, and no other', (name, values) => {
  const written = new Set(values.flatMap((value) => pathsOf(value, '')))
  const named = new Set(fieldsOf(name))
  expect([...written].filter((path) => !named.has(path))).toEqual([])
  expect([...named].filter((path) => !written.has(path) && ![...written].some((of) => of.startsWith(path)))).toEqual([])
})

/** The paths of a value's fields, such as 'source[].code'; the row of an annotation is described elsewhere. */
function pathsOf(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.length === 0 ? [] : value.flatMap((item) => pathsOf(item, `${path}[]`))
  if (typeof value !== 'object' || value === null || path.endsWith('.row')) return [path]
  return Object.entries(value).flatMap(([field, item]) => pathsOf(item, path === '' ? field : `${path}.${field}`))
}

/** The fields that a format's table names. */
function fieldsOf(name: string): string[] {
  const [, table = ''] = page.split(`<!-- fields: ${name} -->\n`)
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2)
  return rows.flatMap((row) => [...row.split(' | ')[0].matchAll(/`([^`]+)`/g)].map(([, field]) => field))
}
