import { expect, test } from 'vitest'
import { eventOf, recordOf, spanOfWords, statementOf } from './fixture.ts'
import { listedRows, wordChain } from './rows.ts'

const text = 'Reth said Marek told him guards fired. Later shells fell. Venn said it was over.'
const content = (words: string) => [spanOfWords(text, words)]

test('rows stand in the order of the text, each below what it stands on', () => {
  const record = recordOf({
    text,
    statements: [
      statementOf('s3', content('it was over')),
      statementOf('s1', content('Marek told him guards fired'), { source: spanOfWords(text, 'Reth') }),
      statementOf('s2', content('guards fired'), { within: 's1' }),
    ],
    events: [
      eventOf('v2', spanOfWords(text, 'fell')),
      eventOf('v1', spanOfWords(text, 'fired'), { word: { statement: 's2' } }),
    ],
  })
  expect(listedRows(record).map(({ id, depth }) => `${id} ${depth}`)).toEqual(['s1 0', 's2 1', 'v1 2', 'v2 0', 's3 0'])
})

test('what stands on a row that is not there, or on each other in a circle, is listed once', () => {
  const record = recordOf({
    text,
    statements: [
      statementOf('s1', content('Marek told him'), { within: 's2' }),
      statementOf('s2', content('guards fired'), { within: 's1' }),
    ],
    events: [eventOf('v1', spanOfWords(text, 'fell'), { word: { statement: 'gone' } })],
  })
  expect(
    listedRows(record)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['s1', 's2', 'v1'])
  const byId = new Map(record.statements.map((statement) => [statement.id, statement]))
  expect(wordChain(byId, 's1').map(({ id }) => id)).toEqual(['s1', 's2'])
  expect(wordChain(byId, 'gone')).toEqual([])
})

test('a record of nothing has no rows', () => expect(listedRows(recordOf({ text: '' }))).toEqual([]))
