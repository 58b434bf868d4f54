import { expect, test } from 'vitest'
import type { Statement } from '../record/types.ts'
import { resources } from '../time/fixture.ts'
import { openTime } from '../time/index.ts'
import { viewOf, wordAt } from './fixture.ts'
import type { StatementInput } from './types.ts'
import { giveTimes } from './when.ts'

const time = openTime(resources)

const TOLD =
  'Venn/Venn/PROPN/2/nsubj told/tell/VERB/0/root envoys/envoy/NOUN/2/obj on/on/ADP/5/case Tuesday/Tuesday/PROPN/2/obl it/it/PRON/7/nsubj ended/end/VERB/2/ccomp +././PUNCT/2/punct'
const ADDED = 'He/he/PRON/2/nsubj added/add/VERB/0/root it/it/PRON/4/nsubj failed/fail/VERB/2/ccomp +././PUNCT/2/punct'

/** The time and its basis of statements with these cues and speakers. */
function given(
  sentences: readonly string[],
  cues: readonly [cue: string, speaker?: string, content?: string][],
  published?: string,
) {
  const view = viewOf(sentences)
  const { language, tree } = view
  const times = time({ language, tree, ...(published ? { published } : {}) })
  const contentOf = (words?: string) => {
    const start = words === undefined ? -1 : language.text.indexOf(words)
    return words === undefined ? [] : [{ start, end: start + words.length }]
  }
  const rows = cues.map(([cue, speaker, content]) => ({
    statement: { id: cue, speaker, content: contentOf(content) } as Partial<Statement> as Statement,
    detail: { head: cue === '' ? -1 : wordAt(view, cue) } as never,
  }))
  giveTimes({ language, tree, times } as StatementInput, rows)
  return rows.map(({ statement: { when, whenBasis } }) => [times.times.find(({ id }) => id === when)?.value, whenBasis])
}

test('what is said in its own clause', () => {
  expect(given([TOLD], [['told', 'e1']], '2024-10-03')).toEqual([['2024-10-01', 'own-clause']])
})

test('what is said names a time that is not that of saying', () => {
  expect(given([TOLD], [['told', 'e1', 'on Tuesday it ended']], '2024-10-03')).toEqual([[undefined, 'published']])
  expect(given([TOLD], [['told', 'e1', 'it ended']], '2024-10-03')).toEqual([['2024-10-01', 'own-clause']])
})

test('who goes on in the next sentence of the paragraph said it then', () => {
  const cues = [
    ['told', 'e1'],
    ['added', 'e1'],
  ] as const
  expect(given([TOLD, ADDED], [...cues] as never, '2024-10-03')[1]).toEqual(['2024-10-01', 'sentence-before'])
})

test('another speaker, another paragraph, or no one known: the report’s date is what is left', () => {
  const left = [undefined, 'published']
  expect(
    given(
      [TOLD, ADDED],
      [
        ['told', 'e1'],
        ['added', 'e2'],
      ],
      '2024-10-03',
    )[1],
  ).toEqual(left)
  expect(
    given(
      [TOLD, '¶', ADDED],
      [
        ['told', 'e1'],
        ['added', 'e1'],
      ],
      '2024-10-03',
    )[1],
  ).toEqual(left)
  expect(given([TOLD, ADDED], [['told'], ['added']], '2024-10-03')[1]).toEqual(left)
  expect(given([TOLD], [['']], '2024-10-03')).toEqual([left])
})

test('without a publication date nothing is left', () => {
  expect(given([ADDED], [['added', 'e1']])).toEqual([[undefined, undefined]])
})
