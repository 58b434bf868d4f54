import { expect, test } from 'vitest'
import { entityOf, recordOf, spanOfWords, statementOf } from '../fixture.ts'
import { describe as describeBlock } from './strip.tsx'
import { COLOURS, voicesOf } from './voices.ts'

const text = 'Reth said that Marek had told him it was late.\n“Never,” said Marek.\nNothing else.'
const content = (words: string) => [spanOfWords(text, words)]
const record = recordOf({
  text,
  entities: [entityOf(text, 'e1', 'Reth'), entityOf(text, 'e2', 'Marek')],
  statements: [
    statementOf('s1', content('that Marek had told him it was late'), {
      speaker: 'e1',
      source: spanOfWords(text, 'Reth'),
    }),
    statementOf('s2', content('it was late'), { speaker: 'e2', within: 's1' }),
    statementOf('s3', content('“Never,”'), { speaker: 'e2' }),
  ],
})

test('words within words are the voice of who is quoted by the report itself', () => {
  const { paragraphs } = voicesOf(record)
  expect(paragraphs.map(({ runs }) => runs.map(({ voice, length }) => `${voice?.name ?? '-'} ${length}`))).toEqual([
    ['- 10', 'Reth 35', '- 1'],
    ['Marek 8', '- 12'],
    ['- 13'],
  ])
})

test('who speaks most comes first, with a colour of its own', () => {
  const { all, of } = voicesOf(record)
  expect(all.map(({ name, colour }) => `${colour} ${name}`)).toEqual(['1 Reth', '2 Marek'])
  expect(all[0].share).toBeCloseTo(35 / text.length)
  expect(of(record.statements[1])?.name).toBe('Marek')
})

test('a block says in words what its colours show', () => {
  const [first] = voicesOf(record).paragraphs
  expect(describeBlock(first, 0)).toBe('Paragraph 1: Reth 76 %, the report 24 %')
})

test('a source that is no entity is a voice by its words, and one that has no words is none', () => {
  const alone = recordOf({
    text,
    statements: [
      statementOf('s1', content('“Never,”'), { source: spanOfWords(text, 'Marek') }),
      statementOf('s2', content('late')),
    ],
  })
  expect(voicesOf(alone).all.map(({ key, name }) => [key, name])).toEqual([['marek', 'Marek']])
})

test('more speakers than colours share colour 0', () => {
  const words = Array.from({ length: 12 }, (_, at) => `Speaker${at}`)
  const many = words.join(' ')
  const { all } = voicesOf(
    recordOf({
      text: many,
      statements: words.map((word, at) =>
        statementOf(`s${at}`, [spanOfWords(many, word)], { source: spanOfWords(many, word) }),
      ),
    }),
  )
  expect(all.filter(({ colour }) => colour === 0)).toHaveLength(words.length - COLOURS)
})
