import { expect, test } from 'vitest'
import { RUN, runsOf } from './runs.ts'

test('a run a word from which five are left, the same number for the same words and others for others', () => {
  const words = Array.from({ length: 3000 }, (_, n) => `word${n % 1500}`)
  const runs = runsOf(words)
  expect(runs).toHaveLength(words.length - RUN + 1)
  expect(runs[0]).toBe(runs[1500])
  expect(new Set(runs).size).toBe(1500)
  expect(runs.every(Number.isSafeInteger)).toBe(true)
  expect(runsOf(words.slice(0, 4))).toEqual([])
  expect(runsOf(['a', 'b', 'c', 'd', 'e'])).not.toEqual(runsOf(['b', 'a', 'c', 'd', 'e']))
})
