import { expect, test } from 'vitest'
import { rowsOf } from '../rows/rows-of.ts'
import { oddRecord } from './fixture.ts'
import type { Selection } from './format.ts'
import { readWebAnnotation, writeWebAnnotation } from './web-annotation.ts'

const record = oddRecord()
const { text } = record.report
const selection: Selection = { record, whole: true, ...rowsOf(record) }
const written = [...writeWebAnnotation([selection, selection])].join('')
const points = [...text]

test('the page is JSON-LD with an annotation for each row', () => {
  const page = JSON.parse(written)
  expect(page['@context'][0]).toBe('http://www.w3.org/ns/anno.jsonld')
  expect(page.type).toBe('AnnotationPage')
  expect(page.items.length).toBe(2 * (record.statements.length + record.events.length))
  expect(page.items[0]).toMatchObject({
    id: 'urn:onrecord:row:odd%2F1%23s1',
    type: 'Annotation',
    body: [
      { value: 'statement' },
      { purpose: 'tagging', value: 'state' },
      { type: 'Statement', row: { speaker: 'Ilse Marek' } },
    ],
    target: [{ part: 'content' }, { part: 'source' }, { part: 'cue' }],
  })
})

test('offsets are code points of the text, and quotes its words', () => {
  for (const { target } of JSON.parse(written).items) {
    for (const { selector } of target) {
      const [position, quote] = selector
      expect(points.slice(position.start, position.end).join('')).toBe(quote.exact)
      const before = points.slice(0, position.start).join('')
      expect(before.endsWith(quote.prefix)).toBe(true)
      expect(text.startsWith(quote.prefix + quote.exact + quote.suffix, before.length - quote.prefix.length)).toBe(true)
    }
  }
})

const spans = record.statements.flatMap(({ source, cue, content }) =>
  [...content, source, cue].filter((s) => s !== null),
)

test('what was written comes back as the spans that it was', () => {
  const back = readWebAnnotation(written, text)
  expect(back.slice(0, spans.length).map(({ span }) => span)).toEqual(spans)
  expect(back[0]).toEqual({ annotation: 'urn:onrecord:row:odd%2F1%23s1', part: 'content', span: spans[0] })
})

test('where the text has moved, the quote finds the words; where they are gone, there is no span', () => {
  const moved = `Updated 🙂🙂. ${text}`
  const shift = moved.length - text.length
  const back = readWebAnnotation(written, moved).slice(0, spans.length)
  expect(back.map(({ span }) => span)).toEqual(
    spans.map((span) => ({ start: span.start + shift, end: span.end + shift })),
  )
  expect(readWebAnnotation(written, 'Rain fell.').every(({ span }) => span === undefined)).toBe(true)
})

test('no rows are a page without items', () => {
  expect(JSON.parse([...writeWebAnnotation([])].join('')).items).toEqual([])
})

test.each(['', 'no', '{}', '{"items": 1}'])('%j is refused', (json) => {
  expect(() => readWebAnnotation(json, text)).toThrow('not a W3C annotation page')
})

test.each<[unknown]>([
  [undefined],
  [[]],
  ['https://a.example/'],
  [{ selector: { type: 'FragmentSelector' } }],
  [{ selector: [{ type: 'TextPositionSelector', start: -1, end: 'x' }] }],
])('a target that says no span gives none: %j', (target) => {
  const back = readWebAnnotation(JSON.stringify([{ id: 'a', target }]), text)
  expect(back.every(({ span }) => span === undefined)).toBe(true)
})
