import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsOf } from '../desk/conditions.ts'
import { exampleDesk } from '../desk/fixture.ts'
import { lists, sorts } from '../rows/filter.ts'
import { answerOf, connected } from './fixture.ts'
import { recordLists } from './record.ts'

const faults: unknown[] = []
const client = await connected(await exampleDesk(), (error) => faults.push(error))

const known = ['border-clash', 'Kestria', 'deny', '2025-03-14', '"', "'; --", 'e1', 'a*', '-', 'KES']
const word = fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'binary', minLength: 1 }))
const words = fc.array(word, { minLength: 1, maxLength: 3 })
const odd = fc.oneof(words, word, fc.double(), fc.jsonValue({ maxDepth: 2 }))
/** What is asked for, and now and then anything. */
const mostly = <T>(wanted: fc.Arbitrary<T>) => fc.oneof({ weight: 15, arbitrary: wanted as fc.Arbitrary<unknown> }, odd)
const between = (min: number, max: number) => mostly(fc.integer({ min, max }))
const some = mostly(fc.subarray([...recordLists], { minLength: 1 }))

const queryOf = (list: (typeof lists)[number]) => ({
  list: mostly(fc.constant(list)),
  filter: mostly(
    fc
      .tuple(fc.dictionary(fc.constantFrom(...fieldsOf(list)), mostly(words), { maxKeys: 1 }), fc.option(word))
      .map(([filter, words]) => (words === null ? filter : { ...filter, words })),
  ),
})
const place = fc.tuple(fc.constantFrom('statement/added/0', 'event/added/0'), odd, odd)
const cursor = fc.oneof(place, fc.jsonValue()).map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'))
const calls = {
  find: fc.constantFrom(...lists).chain((list) =>
    fc.record(
      {
        ...queryOf(list),
        sort: fc.oneof({ weight: 5, arbitrary: fc.constant('added') }, fc.constantFrom(...sorts)),
        after: fc.oneof(word, cursor),
        limit: between(1, 100),
      },
      { requiredKeys: ['list', 'filter'] },
    ),
  ),
  count: fc
    .constantFrom(...lists)
    .chain((list) =>
      fc.record(
        { ...queryOf(list), by: mostly(fc.subarray(fieldsOf(list))), most: between(1, 100) },
        { requiredKeys: ['list'] },
      ),
    ),
  report: fc.record(
    {
      id: mostly(fc.constantFrom('border-clash', 'flood')),
      offset: between(0, 2000),
      length: between(2, 900),
      lists: some,
    },
    { requiredKeys: ['id'] },
  ),
  read: fc.record(
    { text: mostly(word), published: mostly(fc.constant('2025-03-14')), lists: some, title: mostly(word) },
    { requiredKeys: ['text'] },
  ),
}

test.each(Object.entries(calls))('%s answers whatever it is called with', async (name, made) => {
  let answered = 0
  await fc.assert(
    fc.asyncProperty(made as fc.Arbitrary<object>, async (args) => {
      const result = await client.callTool({ name, arguments: JSON.parse(JSON.stringify(args)) })
      const answer = answerOf(result)
      if (result.isError) expect(answer.error.code).not.toBe('reader-failed')
      else answered++
    }),
    { numRuns: 400, seed: 20250314 },
  )
  expect(faults).toEqual([])
  expect(answered).toBeGreaterThan(30)
})
