import { expect, test } from 'vitest'
import type { StatementRow } from '../rows/rows.ts'
import { writeClaimReview } from './claim-review.ts'
import { oddRows } from './fixture.ts'

const [said, denied] = oddRows().statements
const graphOf = (rows: StatementRow[]) => JSON.parse([...writeClaimReview(rows)].join(''))['@graph']

test('who claims what, and where it stands', () => {
  expect(graphOf([said])).toMatchObject([
    {
      '@type': 'ClaimReview',
      creativeWorkStatus: 'Incomplete',
      claimReviewed: 'Kestria\u0301 shelled\r\nAlmeth, | \\ & <killed> three.',
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Ilse Marek', sameAs: 'http://www.wikidata.org/entity/Q1' },
        dateCreated: '2025-03-13',
        appearance: {
          '@type': 'NewsArticle',
          url: 'https://courier.example/1?a=1&b=2',
          publisher: { name: 'The Almeth Courier' },
        },
      },
    },
  ])
})

test('nothing is rated or reviewed', () => {
  const [review] = graphOf([{ ...said, decided: { verdict: 'right', by: 'Tessa Orlin', at: '2025-03-16' } }])
  for (const field of ['reviewRating', 'author', 'datePublished', 'url']) expect(review).not.toHaveProperty(field)
  expect(review['onrecord:decided']).toBe('right')
})

test('what is denied is never given as what is claimed', () => {
  const sentence = 'Jonas Reth denied that troops had fired.'
  const content = 'that troops had fired'
  const row: StatementRow = { ...denied, content, sentence }
  expect(graphOf([row])[0]).toMatchObject({ claimReviewed: sentence, 'onrecord:denied': true })
  expect(graphOf([{ ...row, act: 'state', negated: true }])[0].itemReviewed.text).toBe(sentence)
  expect(graphOf([{ ...row, sentence: undefined }])[0].claimReviewed).toBe('𝐕enn … denied … that troops had fired')
})

test.each([
  ['2025-02', '2025-02-01', '2025-03-01', '2025-02'],
  ['2024', '2024-01-01', '2025-01-01', '2024'],
  ['2025-03-13', '2025-03-13', undefined, undefined],
])('said in %s: no day that is not told', (value, from, to, expected) => {
  expect(graphOf([{ ...said, when: { value, from, to } }])[0].itemReviewed.dateCreated).toBe(expected)
})
