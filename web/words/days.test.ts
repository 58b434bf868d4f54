import { expect, test } from 'vitest'
import { dayInWords } from './days.ts'

test.each([
  ['2025', '2025'],
  ['2025-03', 'March 2025'],
  ['2025-03-14', '14 Mar 2025'],
  ['2025-03-14T24:00', '14 Mar 2025, 24:00'],
  ['2025-03-14T09:30:00', '14 Mar 2025, 09:30'],
  ['2025-03-13TMO', '13 Mar 2025, morning'],
  ['XXXX-07', 'XXXX-07'],
  ['P2W', 'P2W'],
  ['2025-W11', '2025-W11'],
  ['', ''],
])('%s reads %s', (value, expected) => expect(dayInWords(value)).toBe(expected))
