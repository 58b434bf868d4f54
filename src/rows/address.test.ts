import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filterToParams, paramsToQuery, queryToParams } from './address.ts'
import type { Filter } from './filter.ts'

test.each<[Filter, string]>([
  [{}, ''],
  [{ speaker: ['Jonas Reth', 'Ilse Marek'] }, 'speaker=Jonas+Reth&speaker=Ilse+Marek'],
  [{ act: ['deny'], not: { outlet: ['Post & Co'] } }, 'act=deny&not.outlet=Post+%26+Co'],
  [{ words: '"cease fire" -flood', least: 0.5, copies: true }, 'words=%22cease+fire%22+-flood&least=0.5&copies=true'],
])('%j is ?%s, and back', (filter, text) => {
  expect(filterToParams(filter).toString()).toBe(text)
  expect(paramsToQuery('statements', new URLSearchParams(text)).filter).toEqual(filter)
})

test.each([
  ['colour=red', /no parameter 'colour'/],
  ['limit=0', /limit/],
  ['least=much', /least/],
  ['status=perhaps', /status/],
  ['since=yesterday', /since/],
  ['least=', /least/],
  ['__proto__=1', /no parameter '__proto__'/],
  ['not.__proto__=1', /no parameter 'not.__proto__'/],
  ['constructor=1', /no parameter 'constructor'/],
  ['copies=perhaps', /copies/],
  ['descending=yes', /descending/],
  ['since=2025-01-01&since=2025-02-01', /since is given 2 times/],
  ['not.words=a', /no parameter 'not\.words'/],
])('?%s says what is wrong', (text, message) => {
  expect(() => paramsToQuery('events', new URLSearchParams(text))).toThrow(
    expect.objectContaining({ code: 'bad-argument' }),
  )
  expect(() => paramsToQuery('events', new URLSearchParams(text))).toThrow(message)
})

test('every query comes back from its address', () => {
  const values = fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(
      values,
      values,
      fc.integer({ min: 1, max: 999 }),
      fc.boolean(),
      (speaker, outlet, limit, descending) => {
        const query = { list: 'statements' as const, filter: { speaker, not: { outlet } }, limit, descending }
        expect(paramsToQuery('statements', queryToParams(query))).toEqual(query)
      },
    ),
  )
})
