import { expect, test } from 'vitest'
import type { Statement } from '../../src/record/types.ts'
import {
  changedFields,
  type Draft,
  type Edge,
  entityAsRole,
  moveEdge,
  rowEdges,
  snapToWord,
  stepOffset,
  withField,
} from './draft.ts'

const text = 'Reth said the 😀 port, which is old, would open.'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const statement: Statement = {
  id: 's1',
  source: span('Reth'),
  cue: span('said'),
  content: [span('the 😀 port'), span('would open')],
  quotation: 'indirect',
  act: 'state',
  negated: false,
  to: [],
  when: 't1',
  confidence: 0.9,
}
const draft: Draft = { kind: 'statement', was: statement, now: statement, brings: {} }
const contentOf = (after: Draft) => (after.now as Statement).content.map(({ start, end }) => text.slice(start, end))

test.each<[Edge, number, string[]]>([
  [{ field: 'content', index: 0, side: 'end' }, text.indexOf(', which'), ['the 😀 port', 'would open']],
  [{ field: 'content', index: 0, side: 'end' }, text.indexOf(' port'), ['the 😀', 'would open']],
  [{ field: 'content', index: 0, side: 'end' }, text.indexOf('😀') + 1, ['the ', 'would open']],
  [{ field: 'content', index: 0, side: 'end' }, 999, ['the 😀 port, which is old, ', 'would open']],
  [{ field: 'content', index: 0, side: 'start' }, 999, ['t', 'would open']],
  [{ field: 'content', index: 1, side: 'start' }, -5, ['the 😀 port', ', which is old, would open']],
  [{ field: 'content', index: 1, side: 'end' }, 999, ['the 😀 port', 'would open.']],
])('%j to %i', (edge, offset, expected) => {
  expect(contentOf(moveEdge(draft, edge, offset, text))).toEqual(expected)
})

test.each<[number, 1 | -1, 'word' | 'character', number]>([
  [0, 1, 'word', 4],
  [4, 1, 'word', 5],
  [5, -1, 'word', 4],
  [14, 1, 'character', 16],
  [16, -1, 'character', 14],
  [0, -1, 'word', 0],
  [text.length, 1, 'word', text.length],
])('from %i by %i %s to %i', (from, step, by, expected) => expect(stepOffset(text, from, step, by)).toBe(expected))

test('an edge that is dragged comes to rest where a word begins or ends', () => {
  expect(snapToWord(text, 1)).toBe(0)
  expect(snapToWord(text, 3)).toBe(4)
  expect(snapToWord(text, text.length + 3)).toBe(text.length)
})

test('a statement has two edges for each of its spans', () => {
  expect(rowEdges(draft)).toHaveLength(8)
  const { now } = { now: { ...statement, source: null } }
  expect(rowEdges({ kind: 'statement', was: statement, now, brings: {} })).toHaveLength(6)
})

test('only what changed is sent, and what is gone is null', () => {
  expect(changedFields(draft)).toEqual({})
  const after = withField(withField(withField(draft, 'act', 'deny'), 'when', undefined), 'speaker', 'e1')
  expect(changedFields(after)).toEqual({ act: 'deny', when: null, speaker: 'e1' })
  expect(changedFields(withField(after, 'act', 'state'))).toEqual({ when: null, speaker: 'e1' })
})

test('an entity is taken up with its mention nearest to the trigger', () => {
  const mentions = [
    { start: 0, end: 4 },
    { start: 30, end: 34 },
  ]
  expect(entityAsRole({ id: 'e1', mentions }, { start: 24, end: 28 })).toEqual({ start: 30, end: 34, entity: 'e1' })
})
