import { expect, test } from 'vitest'
import { withPastDate } from './past-date.ts'
import type { Taking } from './taking.ts'

const told = (published?: string) => ({ id: 'a', text: 'The port opened.', published })
const taking = { now: () => '2025-03-14T08:00:00Z' } as Taking

test.each([
  '2035-03-13T00:00:00Z',
  '2025-03-16',
  '2025-03-15T08:00:01Z',
  '2025-03-15T20:00:00+11:00',
  '2025-03-15T09:00:00',
])('%s is yet to come: no date is better than a false one', (published) => {
  const { told: past, notes } = withPastDate(told(published), [], taking)
  expect(past).toEqual({ id: 'a', text: 'The port opened.' })
  expect(notes.map(({ code }) => code)).toEqual(['published-in-future'])
})

test.each([undefined, '1815-06-09', '2025-03-14', '2025-03-15', '2025-03-15T19:00:00+11:00', '2025-03-15T07:00:00'])(
  '%s stays',
  (published) => expect(withPastDate(told(published), [], taking)).toEqual({ told: told(published), notes: [] }),
)

test('who has no clock leaves every date', () =>
  expect(withPastDate(told('2035-03-13'), [], { ...taking, anyDate: true }).told.published).toBe('2035-03-13'))
