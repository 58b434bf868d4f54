import { expect, test } from 'vitest'
import { fieldsOf } from '../../src/desk/conditions.ts'
import { exampleDesk } from '../../src/desk/fixture.ts'
import { lists } from '../../src/rows/filter.ts'
import { countedBy, narrowedBy } from '../../src/rows/filter-fields.ts'
import { fieldNames } from './fields.ts'
import { asked, listOf, partsOf, stands, withBounds, withValue } from './filter.ts'

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

test.each(lists)('%s can be narrowed in the page by every field that the desk takes, each with its name', (list) => {
  expect([...narrowedBy[list]].sort()).toEqual([...fieldsOf(list)].sort())
  for (const field of [...narrowedBy[list], ...countedBy[list]]) expect(fieldNames).toHaveProperty(field)
})

test.each(lists)('the desk counts the values of every field that the page counts beside %s', async (list) => {
  const desk = await exampleDesk()
  expect(Object.keys(desk.facets({ list, filter: {} }, countedBy[list]))).toEqual(countedBy[list])
  desk.close()
})

test('fields of one value are set, changed and let go', () => {
  const form = new Map([
    ['since', '2025-03-01'],
    ['until', ''],
    ['least', ' 0.5 '],
  ])
  expect(withBounds(query('until=2025-04-01&act=deny&since=2025'), form).toString()).toBe(
    'act=deny&since=2025-03-01&least=0.5',
  )
})
