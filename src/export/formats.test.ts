import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { rowsOf } from '../rows/rows-of.ts'
import { oddRecord } from './fixture.ts'
import type { Selection } from './format.ts'
import { writeFtm } from './ftm.ts'
import * as library from './index.ts'
import { writeJsonLd } from './json-ld.ts'
import { readRecords, writeRecords } from './records.ts'
import { filesForTimeml, timemlOf } from './timeml.ts'
import { writeTrees } from './trees.ts'

const record = oddRecord()
const { text } = record.report
const selection: Selection = { record, whole: true, ...rowsOf(record) }
const one = (chunks: Iterable<string>) => [...chunks].join('')
const lines = (chunks: Iterable<string>) =>
  one(chunks)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('onrecord/export gives exactly these names', () => {
  expect(Object.keys(library).sort()).toEqual([
    'codebookOf',
    'columns',
    'exportDesk',
    'filesFromDesk',
    'formats',
    'offsetsOf',
    'readBrat',
    'readCsv',
    'readJsonl',
    'readRecords',
    'readWebAnnotation',
    'rowsOf',
    'statementsOf',
    'tableRows',
  ])
})

test('records come back byte for byte', () => {
  const written = one(writeRecords([selection, selection]))
  expect(written).toBe(`${JSON.stringify(record)}\n`.repeat(2))
  expect([...readRecords([written.slice(0, 100), written.slice(100)])]).toEqual([record, record])
})

test.each<[string, string]>([
  ['{}', 'line 1 is not a record'],
  ['{', 'line 1 is not a JSON object'],
  [JSON.stringify({ ...record, events: [{}] }), 'events[0]'],
])('a line that is no record is refused: %.40s', (line, message) => {
  expect(() => [...readRecords([line])]).toThrow(message)
})

const plainOf = (xml: string) =>
  xml
    .replace(/<\/?TIMEX3[^>]*>/g, '')
    .replaceAll('\r\n', '\n')
    .replaceAll('&#13;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

test('TimeML: the text stands whole in TEXT, and times are elements', () => {
  const xml = timemlOf(record)
  expect(plainOf(xml.match(/<TEXT>(.*)<\/TEXT>/s)?.[1] ?? '')).toBe(text)
  expect(xml).toContain(
    '<TIMEX3 tid="t1" type="DATE" value="2025-03-13" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0">Thursday</TIMEX3>',
  )
  expect(xml).toContain(
    '<TIMEX3 tid="t0" type="DATE" value="2025-03-14" temporalFunction="false" functionInDocument="CREATION_TIME">',
  )
  expect(xml).toContain('<TITLE>Shelling, &quot;again&quot;</TITLE>')
})

test('TimeML: what XML cannot hold is replaced, times that overlap do not nest', () => {
  const odd = oddRecord()
  odd.report = { ...odd.report, text: `a\u0000b\ud800c on Thursday`, published: undefined }
  const day = { type: 'DATE', value: '2025-03-13' } as const
  odd.times = [
    { ...day, id: 'ta', start: 9, end: 17 },
    { ...day, id: 'tb', start: 6, end: 17 },
  ]
  const xml = timemlOf(odd)
  expect(xml).toContain('<TEXT>a\ufffdb\ufffdc <TIMEX3 tid="t1"')
  expect(xml).toContain('>on Thursday</TIMEX3></TEXT>')
  expect(xml).not.toContain('DCT')
  expect([...filesForTimeml([selection])].map(({ name }) => name)).toEqual(['odd_1.tml'])
})

test('FollowTheMoney: every entity once, and every id that is named is there', () => {
  const entities = lines(writeFtm([selection]))
  const ids = new Set(entities.map(({ id }) => id))
  expect(ids.size).toBe(entities.length)
  for (const { properties } of entities)
    for (const name of ['proof', 'involved', 'entity'])
      for (const id of properties[name] ?? []) expect(ids, `${name} ${id}`).toContain(id)
  const of = (schema: string) =>
    entities.filter((entity) => entity.schema === schema).map(({ properties }) => properties)
  expect(of('Article')).toMatchObject([
    { title: ['Shelling, "again"'], publisher: ['The Almeth Courier'], language: ['eng'] },
  ])
  expect(of('Person')[0]).toMatchObject({ name: ['Ilse Marek'], keywords: ['MIL', 'GOV'], wikidataId: ['Q1'] })
  expect(of('Event')[0]).toMatchObject({
    name: ['ASSAULT heavy-weapons: shelled'],
    date: ['2025-03-13'],
    recordId: ['odd/1#v1'],
  })
  expect(of('Note').length).toBe(record.statements.length)
  for (const { properties } of entities)
    for (const values of Object.values(properties) as unknown[][])
      for (const value of values) expect(typeof value).toBe('string')
})

test('FollowTheMoney: countries are two letters, codes that are none are left out', () => {
  const odd = oddRecord()
  odd.entities[0].code = { country: 'KEN', sectors: [], basis: 'registry' }
  const [, person] = lines(writeFtm([{ record: odd, whole: true, ...rowsOf(odd) }]))
  expect(person.properties.country).toEqual(['ke'])
  expect(lines(writeFtm([selection]))[1].properties.country).toBeUndefined()
})

test('JSON-LD: an article, a quotation, claims and events, tied together', () => {
  const graph = JSON.parse(one(writeJsonLd([selection])))['@graph']
  expect(graph.map((node: { '@type': string }) => node['@type'])).toEqual([
    'NewsArticle',
    'Quotation',
    'Claim',
    'Claim',
    'Event',
    'Event',
  ])
  expect(graph[1]).toMatchObject({
    creator: { '@type': 'Person', name: 'Ilse Marek', sameAs: 'http://www.wikidata.org/entity/Q1' },
    isPartOf: { '@id': graph[0]['@id'] },
    'onrecord:act': 'state',
  })
  expect(graph[2]['onrecord:within']['@id']).toBe(graph[1]['@id'])
  expect(graph[4]['onrecord:word'].map((word: { '@id': string }) => word['@id'])).toEqual([
    graph[1]['@id'],
    graph[2]['@id'],
  ])
  expect(JSON.parse(one(writeJsonLd([])))['@graph']).toEqual([])
})

test('CoNLL-U: the lines that parse gives, and what each word belongs to', async () => {
  const reader = await sharedReader
  const real = reader.read({
    id: 'r',
    published: '2025-03-14',
    text: '🙂 Ilse Marek said on Thursday that Kestria had shelled Almeth.',
  })
  const conllu = one(writeTrees([{ record: real, whole: true, ...rowsOf(real) }], reader))
  const words = conllu.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const cells = words.map((line) => line.split('\t'))
  expect(cells.every((row) => row.length === 10)).toBe(true)
  const [statement] = real.statements
  for (const row of cells) {
    const [, start, end] = row[9].match(/TokenRange=(\d+):(\d+)/) ?? []
    const inContent = statement.content.some((span) => span.start <= Number(start) && Number(end) <= span.end)
    expect(row[9].includes(`${statement.id}:content`), row[1]).toBe(inContent)
  }
  expect(cells.find((row) => row[1] === 'said')?.[9]).toContain(`|Statement=${statement.id}:cue`)
  expect(cells.find((row) => row[1] === 'Thursday')?.[9]).toContain(`|Time=${real.times[0].id}`)
  expect(conllu.replace(/\|(Statement|Event|Entity|Time)=[^|\n]*/g, '')).toBe(
    one(writeTrees([{ record: real, whole: false, statements: [], events: [] }], reader)),
  )
})

test('no format throws on text that is odd', async () => {
  const reader = await sharedReader
  for (const text of [
    '',
    ' ',
    '\ud800',
    '\u0000\r',
    '“',
    '🙂'.repeat(50),
    `Venn said \udc00 "fired" on \ud83d Thursday.`,
  ]) {
    const odd = reader.read({ id: text || 'empty', text, published: '2025-03-14' })
    const chosen = [{ record: odd, whole: true, ...rowsOf(odd) }]
    for (const format of Object.values(library.formats)) {
      if (format.takes === 'folder') expect([...format.files(chosen)].length).toBeGreaterThan(0)
      else if (format.takes === 'trees') expect(one(format.write(chosen, reader))).toContain('# newdoc id')
      else if (format.takes === 'tables')
        expect([...format.write(['events'], (() => rowsOf(odd).events) as never)].length).toBeGreaterThan(0)
      else if (format.takes === 'records') expect(one(format.write(chosen)).length).toBeGreaterThan(0)
      else expect([...format.write('events', rowsOf(odd).events)].length).toBeGreaterThanOrEqual(0)
    }
  }
})
