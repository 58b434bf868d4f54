import { expect, test } from 'vitest'
import { momentOf } from './moment.ts'

test.each([
  ['2024-10-03', '2024-10-03'],
  [' 2024-10-03T09:30:00+0100 ', '2024-10-03T09:30:00+01:00'],
  ['2024-10-03T09:30:00.123Z', '2024-10-03T09:30:00Z'],
  ['Thu, 3 Oct 2024 09:30:00 GMT', '2024-10-03T09:30:00Z'],
  ['Thu, 03 Oct 2024 09:30:00 -0500', '2024-10-03T09:30:00-05:00'],
  ['Thu, 3 Oct 2024 09:30 EST', '2024-10-03T09:30:00-05:00'],
  ['October 3, 2024', '2024-10-03'],
  ['03/10/2024', undefined],
  ['Thu, 3 Oct 2024 29:30:00 GMT', '2024-10-03'],
  ['yesterday', undefined],
  ['', undefined],
  [1727913600, undefined],
  [null, undefined],
])('%j is %j', (written, expected) => {
  expect(momentOf(written)).toBe(expected)
})
