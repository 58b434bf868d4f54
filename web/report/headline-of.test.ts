import { expect, test } from 'vitest'
import type { Report } from '../../src/record/types.ts'
import { recordOf } from './fixture.ts'
import { headlineOf } from './headline-of.ts'

const long = `ALMETH, Varlonia (Post) — ${'Guards were killed and the port was closed, '.repeat(5)}the ministry said.`

test.each<[string, string, Partial<Report>, string, boolean]>([
  ['a title', 'Reth spoke of the port on Monday.', { title: 'Port to open' }, 'Port to open', true],
  [
    'the first sentence',
    'date 2025-03-14\n\nReth spoke of the port on Monday. Venn did not.',
    {},
    'Reth spoke of the port on Monday.',
    false,
  ],
  [
    'no address',
    'https://post.example/a b c d e\nReth spoke of the port today',
    {},
    'Reth spoke of the port today',
    false,
  ],
  [
    'after a dateline',
    long,
    { dateline: { start: 0, end: 24 } },
    'Guards were killed and the port was closed, Guards were killed and the port was closed, Guards were killed and …',
    false,
  ],
  ['nothing but a word', 'Rain', {}, 'Rain', false],
  ['nothing at all', '', {}, 'r1', false],
])('%s', (_name, text, known, words, isTitle) => {
  const { report } = recordOf({ text })
  expect(headlineOf({ report: { ...report, id: 'r1', ...known } })).toEqual({ words, isTitle })
})
