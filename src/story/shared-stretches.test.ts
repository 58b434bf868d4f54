import { expect, test } from 'vitest'
import { sharedStretches } from './shared-stretches.ts'

test.each([
  [
    'Shells fell on the harbour of Almeth at night.',
    'At noon, shells fell on the harbour of Almeth.',
    ['Shells fell on the harbour of Almeth'],
  ],
  ['Shells fell on the harbour.', 'Rain fell on the harbour.', []],
  [
    'One two three four five and six seven eight nine ten',
    'One two three four five or six seven eight nine ten',
    ['One two three four five', 'six seven eight nine ten'],
  ],
])('%s | %s', (a, b, found) => {
  const [first, second] = sharedStretches(a, b)
  expect(first.map(({ start, end }) => a.slice(start, end))).toEqual(found)
  expect(second.map(({ start, end }) => b.slice(start, end).toLowerCase())).toEqual(
    found.map((words) => words.toLowerCase()),
  )
})
