import { expect, test } from 'vitest'
import { partAddress, type Shown } from './part-address.ts'

const events: Shown = { list: 'events', by: 'status', unit: 'day', values: ['happened', 'denied', 'other'] }
const sources: Shown = { list: 'statements', by: 'country', unit: 'month', values: ['KES', 'other'] }

test.each<[string, Shown, string, string | undefined]>([
  ['outlet=Post&unit=day&by=status', events, 'denied', '/?outlet=Post&list=events&status=denied&day=2025-03-10'],
  ['', events, 'other', '/?list=events&not.status=happened&not.status=denied&day=2025-03-10'],
  ['', { ...events, unit: 'week' }, 'denied', '/?list=events&status=denied&from=2025-03-10&to=2025-03-16'],
  ['', { ...events, unit: 'year' }, 'denied', '/?list=events&status=denied&day=2025'],
  ['sort=when', sources, 'KES', '/?source=KES&day=2025-03'],
  ['', sources, 'other', '/?not.source=KES&day=2025-03'],
  ['', { ...sources, by: 'sector' }, 'other', undefined],
  ['', { ...events, by: 'country' }, 'KES', undefined],
])('?%s leads, for a part, to what it holds', (query, shown, value, expected) => {
  expect(partAddress(new URLSearchParams(query), shown, '2025-03-10', value)).toBe(expected)
})
