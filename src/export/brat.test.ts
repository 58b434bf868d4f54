import { expect, test } from 'vitest'
import { rowsOf } from '../rows/rows-of.ts'
import { filesForBrat, standoffOf } from './brat.ts'
import { fileNames } from './file-names.ts'
import { oddRecord } from './fixture.ts'
import { readBrat, statementsOf } from './read-brat.ts'

const record = oddRecord()
const { text } = record.report
const selection = { record, whole: true, ...rowsOf(record) }
const ann = standoffOf(selection)

test('every annotation is its words at code points of the text', () => {
  const points = [...text]
  const lines = ann.split('\n').filter((line) => line.startsWith('T'))
  expect(lines.length).toBeGreaterThan(15)
  for (const line of lines) {
    const [, what, words] = line.split('\t')
    const pieces = what.slice(what.indexOf(' ') + 1).split(';')
    expect(pieces.map((piece) => points.slice(...piece.split(' ').map(Number)).join('')).join(' ')).toBe(words)
  }
})

test('statements come back with the spans that they had', () => {
  expect(statementsOf(readBrat(text, ann))).toEqual(
    record.statements.map(({ source, cue, content, act }, at) => ({
      id: `E${at + 1}`,
      ...(source && { source: [source] }),
      ...(cue && { cue: [cue] }),
      content,
      act,
    })),
  )
})

test('events, entities, times, words and notes come back', () => {
  const { events, texts, attributes, notes } = readBrat(text, ann)
  const [shelled] = [...events.values()].filter(({ type }) => type === 'ASSAULT')
  const role = (name: string) => shelled.roles.filter(([role]) => role === name).map(([, id]) => texts.get(id)?.spans)
  expect(texts.get(shelled.trigger)?.spans).toEqual([record.events[0].trigger])
  expect(role('Recipient2')[0]).toMatchObject([{ start: record.events[0].recipients[1].start }])
  expect(shelled.roles.at(-1)).toEqual(['Word', 'E2'])
  expect(events.get('E2')?.roles.at(-1)).toEqual(['Within', 'E1'])
  expect(attributes).toContainEqual({ name: 'Status', of: 'E4', value: 'happened' })
  expect(attributes).toContainEqual({ name: 'Negated', of: 'E3' })
  expect(notes.some(({ text }) => text.includes('2025-03-13'))).toBe(true)
  expect([...texts.values()].filter(({ type }) => type === 'Person').length).toBe(2)
})

test('of a choice of rows, only those are written', () => {
  const { events, texts } = readBrat(
    text,
    standoffOf({ record, whole: false, statements: [], events: [selection.events[1]] }),
  )
  expect([...events.values()].map(({ type }) => type)).toEqual(['REJECT'])
  expect(texts.size).toBe(1)
})

test('stretches of a content that only a line break parts stay two', () => {
  const odd = oddRecord()
  const { start } = odd.statements[0].content[0]
  const parts = text.indexOf('\r\n')
  odd.statements[0].content = [
    { start, end: parts },
    { start: parts + 2, end: parts + 8 },
    { start: parts + 10, end: parts + 11 },
  ]
  const standoff = readBrat(text, standoffOf({ record: odd, whole: false, ...rowsOf(odd) }))
  expect(statementsOf(standoff)[0].content).toEqual(odd.statements[0].content)
  expect(standoff.events.get('E1')?.roles.map(([role]) => role)).toEqual(['Content', 'Content2', 'Source', 'Cue'])
})

test('files: a configuration, and a text with its annotations for each report', () => {
  const files = [...filesForBrat([selection, selection])]
  expect(files.map(({ name }) => name)).toEqual([
    'annotation.conf',
    'odd_1.txt',
    'odd_1.ann',
    'odd_1-2.txt',
    'odd_1-2.ann',
  ])
  expect(files[1].text).toBe(text)
  expect(files[0].text).toContain('ASSAULT\tActor*:Participant')
})

test('annotations that others made are read: pieces, mentions that are the same, relations', () => {
  const other = 'Ilse Marek said Kestria\nhad fired. She left.'
  const found = readBrat(
    other,
    'T1\tSource 0 10\tIlse Marek\r\nT2\tCue 11 15\tsaid\nT3\tContent 16 23;24 33\tKestria had fired\nT4\tAttribution 11 15\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\nR1\tKnows Arg1:T1 Arg2:T2\n*\tEquiv T1 T2\nM1\tAct E1 state\n',
  )
  expect(statementsOf(found)).toEqual([
    {
      id: 'E1',
      source: [{ start: 0, end: 10 }],
      cue: [{ start: 11, end: 15 }],
      content: [{ start: 16, end: 33 }],
      act: 'state',
    },
  ])
  expect(found.same).toEqual([['T1', 'T2']])
  expect(found.relations.get('R1')?.type).toBe('Knows')
})

test.each(['X1\tA 0 1\ta', 'T1', 'T1\tA 0 99\ta', 'T1\tA 2 1\ta', 'T1\tA x y\ta', 'E1\tA', 'E1\tA:T1 B'])(
  '%j is refused',
  (line) => {
    expect(() => readBrat('abc', `T9\tA 0 1\ta\n${line}\n`)).toThrow('line 2 of the annotations')
  },
)

test.each<[string, string]>([
  ['a/b c', 'a_b_c'],
  ['../../etc/passwd', '__.._etc_passwd'],
  ['.hidden', '_hidden'],
  ['', 'report'],
  ['Téssaly-1.txt', 'Téssaly-1.txt'],
  ['x'.repeat(300), 'x'.repeat(84)],
  ['é'.repeat(300), 'é'.repeat(42)],
])('the file name of %j', (id, name) => {
  expect(fileNames()(id)).toBe(name)
})

test('file names differ, in capitals too', () => {
  const name = fileNames()
  expect([name('A'), name('a'), name('a-2'), name('a')]).toEqual(['A', 'a-2', 'a-2-2', 'a-3'])
})
