import { expect, test } from 'vitest'
import type { Decision } from '../../src/rows/decision.ts'
import { standing, withMend } from './standing.ts'

const decision = (key: string, verdict: Decision['verdict'], at: string): Decision => ({ key, verdict, by: 'A', at })

test.each<[string, Decision[], Record<string, string>]>([
  ['nothing', [], {}],
  ['one', [decision('r#s1', 'right', '1')], { 'r#s1': 'right' }],
  ['the later', [decision('r#s1', 'right', '1'), decision('r#s1', 'wrong', '2')], { 'r#s1': 'wrong' }],
  [
    'the later, whatever the order',
    [decision('r#s1', 'wrong', '2'), decision('r#s1', 'right', '1')],
    { 'r#s1': 'wrong' },
  ],
  [
    'the last of the same moment',
    [decision('r#s1', 'right', '1'), decision('r#s1', 'wrong', '1')],
    { 'r#s1': 'wrong' },
  ],
  ['taken back', [decision('r#s1', 'right', '1'), decision('r#s1', 'open', '2')], {}],
  ['two rows', [decision('r#s1', 'right', '1'), decision('r#v1', 'wrong', '1')], { 'r#s1': 'right', 'r#v1': 'wrong' }],
])('what stands: %s', (_name, decisions, expected) => {
  expect(Object.fromEntries([...standing(decisions)].map(([key, { verdict }]) => [key, verdict]))).toEqual(expected)
})

test('a mend takes the place of a field, and null takes away what may be left out', () => {
  const row = { id: 's1', act: 'state', when: 't1', cue: { start: 1, end: 2 } }
  expect(withMend(row, { act: 'deny', when: null, cue: null })).toEqual({ id: 's1', act: 'deny', cue: null })
  expect(row.when).toBe('t1')
})
