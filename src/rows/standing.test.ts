import { expect, test } from 'vitest'
import type { Decision } from './decision.ts'
import { standingOf, standings, withMend, withoutWrong } from './standing.ts'

const decision = (verdict: Decision['verdict'], rest: Partial<Decision> = {}): Decision => ({
  key: 'r#s1',
  verdict,
  by: 'A',
  at: '2025-03-20T09:00:00Z',
  ...rest,
})
const mend = { act: 'deny' }

test.each<[string, Decision[], { verdict?: string; mended?: object; added?: boolean } | undefined]>([
  ['nothing', [], undefined],
  ['one', [decision('right')], { verdict: 'right' }],
  ['the later', [decision('right'), decision('wrong')], { verdict: 'wrong' }],
  ['all taken back', [decision('mended', { mend }), decision('right'), decision('open')], undefined],
  [
    'right, said of the row as it was mended',
    [decision('mended', { mend }), decision('right')],
    { verdict: 'right', mended: mend },
  ],
  [
    'a later mend, in place of the earlier',
    [decision('mended', { mend }), decision('mended', { mend: { act: 'ask' } })],
    { verdict: 'mended', mended: { act: 'ask' } },
  ],
  [
    'a row that was added, then found right',
    [decision('added', { mend: { content: [] } }), decision('right')],
    { verdict: 'right', added: true },
  ],
  ['a row that was added and taken back', [decision('added', { mend: { content: [] } }), decision('open')], undefined],
  [
    'the last taken back alone',
    [decision('right', { id: 'a' }), decision('wrong', { id: 'b' }), decision('open', { undoes: 'b' })],
    { verdict: 'right' },
  ],
  [
    'one of before taken back',
    [decision('mended', { id: 'a', mend }), decision('right', { id: 'b' }), decision('open', { undoes: 'a' })],
    { verdict: 'right' },
  ],
  [
    'a taking back taken back',
    [decision('wrong', { id: 'a' }), decision('open', { id: 'b', undoes: 'a' }), decision('open', { undoes: 'b' })],
    { verdict: 'wrong' },
  ],
])('what stands: %s', (_name, decisions, expected) => {
  const standing = standingOf(decisions)
  expect(standing?.verdict).toBe(expected?.verdict)
  expect(standing?.mended?.mend).toEqual(expected?.mended)
  expect(standing?.added !== undefined).toBe(expected?.added ?? false)
})

test('each row has its own', () => {
  const found = standings([decision('right'), decision('wrong', { key: 'r#v1' }), decision('open', { key: 'r#v2' })])
  expect([...found].map(([key, { verdict }]) => [key, verdict])).toEqual([
    ['r#s1', 'right'],
    ['r#v1', 'wrong'],
  ])
})

test('a mend takes the place of a field, and null takes away what may be left out', () => {
  const row = { id: 's1', act: 'state', when: 't1', cue: { start: 1, end: 2 } }
  expect(withMend(row, { act: 'deny', when: null, cue: null })).toEqual({ id: 's1', act: 'deny', cue: null })
  expect(row.when).toBe('t1')
})

test('a statement that is wrong goes, unless an event that is not rests on it', () => {
  const statements = [{ id: 's1' }, { id: 's2', within: 's1' }, { id: 's3' }]
  const record = {
    statements,
    events: [{ id: 'v1', word: { statement: 's2' } }],
    entities: [],
    links: [{ from: 's3', to: 's1', kind: 'denies' }],
  }
  const left = (wrong: string[]) => withoutWrong(record as never, new Set(wrong))
  expect(left(['s1', 's2', 's3']).statements.map(({ id }) => id)).toEqual(['s1', 's2'])
  expect(left(['s1', 's2', 'v1']).statements.map(({ id }) => id)).toEqual(['s3'])
  expect(left(['s3']).links).toEqual([])
})
