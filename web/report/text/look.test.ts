import { expect, test } from 'vitest'
import { lookOf } from './look.ts'
import { cutLine, cutText, type Mark } from './segment.ts'

const text = 'Reth said Marek told him “we fired” late.'
const at = (words: string, part: Mark['part'], more: Partial<Mark> = {}): Mark => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, part, ...more }
}
const outer = { row: 's1', depth: 1, colour: 1 }
const inner = { row: 's2', depth: 2, colour: 2 }
const marks = [
  at('Reth', 'source', { ...outer, first: true }),
  at('said', 'cue', outer),
  at('Marek told him “we fired” late', 'content', outer),
  at('Marek', 'source', { ...inner, first: true }),
  at('told', 'cue', inner),
  at('“we fired”', 'content', inner),
  at('“we fired”', 'quoted', inner),
  at('fired', 'trigger', { row: 'v1', status: 'denied', first: true }),
  at('late', 'time'),
]
const looks = new Map(
  cutText(text, marks)
    .flatMap(cutLine)
    .map((segment) => [text.slice(segment.start, segment.end), lookOf(segment)]),
)

test.each([
  ['Reth', 'source by-1', ['s1'], 's1'],
  ['said', 'cue by-1', ['s1'], undefined],
  ['Marek', 'said voice-1 source by-2', ['s2', 's1'], 's2'],
  ['“we ', 'said voice-2 quoted outer outer-1', ['s2', 's1'], undefined],
  ['fired', 'said voice-2 quoted outer outer-1 also-trigger is-denied', ['v1', 's2', 's1'], 'v1'],
  ['late', 'said voice-1 time', ['s1'], undefined],
  ['.', '', [], undefined],
])('%s looks like %s', (words, classes, rows, anchor) => expect(looks.get(words)).toEqual({ classes, rows, anchor }))
