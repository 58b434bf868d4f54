import { expect, test } from 'vitest'
import { asked, listOf, partsOf, stands, withValue } from './filter.ts'

const query = (text: string) => new URLSearchParams(text)

test.each([
  ['', 'act', 'deny', 1, 'act=deny'],
  ['act=deny', 'act', 'accuse', 1, 'act=deny&act=accuse'],
  ['act=deny&act=accuse', 'act', 'deny', -1, 'act=accuse&not.act=deny'],
  ['not.act=deny', 'act', 'deny', 0, ''],
  ['not.act=deny&words=x', 'act', 'deny', 1, 'words=x&act=deny'],
] as const)('?%s with %s %s as %i', (before, field, value, how, after) => {
  const next = withValue(query(before), field, value, how)
  expect(next.toString()).toBe(after)
  expect(stands(next, field, value)).toBe(how)
})

test('what is the page’s own is not asked of the API', () => {
  expect(asked(query('list=events&type=ASSAULT&unit=week&limit=5')).toString()).toBe('type=ASSAULT&limit=5')
})

test('an unknown list is the first', () => {
  expect([listOf(query('list=birds')), listOf(query('list=events'))]).toEqual(['statements', 'events'])
})

test('parts of the filter', () => {
  expect(partsOf(query('list=events&type=ASSAULT&not.word=report&sort=when'))).toEqual([
    { field: 'type', value: 'ASSAULT', without: false },
    { field: 'word', value: 'report', without: true },
  ])
})
