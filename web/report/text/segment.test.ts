import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLine, cutLines, cutText, LONGEST_SHOWN_LINE, type Mark, wholeCharacter } from './segment.ts'

const pieces = (text: string, marks: Mark[]) =>
  cutText(text, marks).map((line) =>
    cutLine(line).map(({ start, end, marks }) => [text.slice(start, end), ...marks.map(({ row }) => row)].join('|')),
  )

test.each<[string, [number, number, string][], string[][]]>([
  ['Venn left.', [], [['Venn left.']]],
  ['Venn left.', [[0, 4, 'a']], [['Venn|a', ' left.']]],
  [
    'Reth said Venn left.',
    [
      [5, 20, 'a'],
      [10, 19, 'b'],
    ],
    [['Reth ', 'said |a', 'Venn left|a|b', '.|a']],
  ],
  [
    'abcdef',
    [
      [0, 4, 'a'],
      [2, 6, 'b'],
    ],
    [['ab|a', 'cd|a|b', 'ef|b']],
  ],
  ['one\r\ntwo\n\nthree', [[0, 15, 'a']], [['one|a'], ['two|a'], ['three|a']]],
  ['😀 Venn 😀', [[3, 7, 'a']], [['😀 ', 'Venn|a', ' 😀']]],
  ['e\u0301lan', [[0, 2, 'a']], [['e\u0301|a', 'lan']]],
  [
    'outside',
    [
      [3, 3, 'empty'],
      [5, 99, 'far'],
      [-1, 2, 'before'],
    ],
    [['outside']],
  ],
  ['', [], []],
])('%j', (text, spans, expected) => {
  expect(
    pieces(
      text,
      spans.map(([start, end, row]) => ({ start, end, row, part: 'content' })),
    ),
  ).toEqual(expected)
})

test('segments and the breaks between lines are the text again, whatever the marks', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '😀', '“', '\u202e'), maxLength: 60 })
  const marks = fc.array(fc.record({ start: fc.nat(60), end: fc.nat(60), part: fc.constant<'cue'>('cue') }))
  fc.assert(
    fc.property(texts, marks, (text, marks) => {
      const lines = cutText(text, marks)
      const covered = lines.flatMap(cutLine)
      expect(covered.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/[\n\r]/g, ''))
      for (const { start, end, marks: here } of covered) {
        const wanted = marks.filter((mark) => mark.end <= text.length && mark.start < end && mark.end > start)
        expect(new Set(here)).toEqual(new Set(wanted.filter((mark) => mark.start < mark.end)))
        for (const mark of here) expect(mark.start <= start && mark.end >= end).toBe(true)
      }
    }),
  )
})

test('a line of a megabyte is cut, and no character is parted', () => {
  const text = '😀'.repeat(500_000)
  const lines = cutLines(text)
  expect(Math.max(...lines.map(({ start, end }) => end - start))).toBeLessThanOrEqual(LONGEST_SHOWN_LINE)
  for (const { start } of lines) expect(wholeCharacter(text, start)).toBe(start)
})
