import { expect, test } from 'vitest'
import { cutText } from './segment.ts'
import { steadyLines } from './steady-lines.ts'

test('only lines whose marks changed are new', () => {
  const text = 'one two\nthree four\nfive'
  const mark = { start: 0, end: 3, part: 'cue' as const, row: 's1' }
  const before = cutText(text, [mark])
  const after = steadyLines(before, cutText(text, [mark, { start: 8, end: 13, part: 'cue', row: 's2' }]))
  expect(after.map((line, index) => line === before[index])).toEqual([true, false, true])
  expect(after[1].marks).toHaveLength(1)
})
