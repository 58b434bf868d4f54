import { expect, test } from 'vitest'
import { nextSpan, spanInWords } from './next-span.ts'

test.each([
  ['2025-02-28', 'day', '2025-03-01'],
  ['2024-02-28', 'day', '2024-02-29'],
  ['2024-12-30', 'week', '2025-01-06'],
  ['2024-12-01', 'month', '2025-01-01'],
  ['0099-01-01', 'year', '0100-01-01'],
  ['-0043-03-15', 'day', ''],
] as const)('after %s comes, by %s, %s', (span, unit, next) => {
  expect(nextSpan(span, unit)).toBe(next)
})

test.each([
  ['2025-03-01', 'year', '2025'],
  ['2025-03-01', 'month', '2025-03'],
  ['-0043-03-01', 'month', '-0043-03'],
  ['2025-03-03', 'week', '2025-03-03'],
] as const)('%s by %s is written %s', (span, unit, words) => {
  expect(spanInWords(span, unit)).toBe(words)
})
