import { expect, test } from 'vitest'
import { finding } from './finding.ts'

const data = {
  spans: ['2025-03-11', '2025-03-12'],
  series: [
    { value: 'happened', counts: [3, 1] },
    { value: 'denied', counts: [1, 0] },
  ],
  coarse: [{ from: '2024-01-01', to: '2025-01-01', counts: [1, 0] }],
}

test.each([
  [data, 'status', '6 events: 5 told as a fact, 1 denied or told as not having happened. Most on 11 Mar 2025: 4.'],
  [
    { ...data, series: [{ value: 'ASSAULT', counts: [1, 0] }], coarse: [] },
    'type',
    '1 event: most, 1, of type use of force. Most on 11 Mar 2025: 1.',
  ],
  [{ spans: [], series: [], coarse: [] }, 'status', ''],
])('%j by %s', (given, by, expected) => {
  expect(finding(given, { list: 'events', by, unit: 'day' })).toBe(expected)
})
