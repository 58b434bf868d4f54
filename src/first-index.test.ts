import { expect, test } from 'vitest'
import { firstIndex } from './first-index.ts'

test.each([0, 1, 2, 7, 8, 100])('the first of %i is found wherever it stands, and none where there is none', (size) => {
  for (let first = 0; first <= size; first++) expect(firstIndex(size, (index) => index >= first)).toBe(first)
})
