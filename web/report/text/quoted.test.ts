import { expect, test } from 'vitest'
import { quotedSpans } from './quoted.ts'

test.each<[string, 'direct' | 'indirect' | 'mixed', string[]]>([
  ['the army would “answer fire with fire”', 'mixed', ['“answer fire with fire”']],
  ['it was "late", and "wrong"', 'mixed', ['"late"', '"wrong"']],
  ['they ‘don’t wait’ for us', 'mixed', ['‘don’t wait’']],
  ['he called it “a start and went on', 'mixed', ['“a start and went on']],
  ['„so nicht“, he said', 'mixed', ['„so nicht“']],
  ['no marks at all', 'mixed', []],
  ['“all of it,”', 'direct', ['“all of it,”']],
  ['that “it” was late', 'indirect', []],
])('%s (%s)', (text, quotation, expected) => {
  const spans = quotedSpans(text, { quotation, content: [{ start: 0, end: text.length }] })
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})
