import { beforeAll, expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import type { OpenedReader } from '../read.ts'

let reader: OpenedReader
beforeAll(async () => {
  reader = await sharedReader
})

/** Every place of the text: its words, country, level and basis. */
function placesOf(text: string, outlet?: string): string[] {
  const { places, entities, report } = reader.read({ id: 'r', text, published: '2024-05-01', outlet })
  for (const { entity, country } of places) {
    const code = entities.find(({ id }) => id === entity)?.code
    if (code?.country && country) expect(code.country, text).toBe(country)
  }
  return places.map(({ start, end, country, level, basis }) =>
    [report.text.slice(start, end), country, level, basis].join(' '),
  )
}

test.each([
  ['Police in Paris, Texas closed a road.', ['Paris USA town named', 'Texas USA division named']],
  ['Rebels attacked Hyderabad, Pakistan, on Monday.', ['Hyderabad PAK town named', 'Pakistan PAK country named']],
  ['Troops entered Tripoli (Lebanon) on Monday.', ['Tripoli LBN town named', 'Lebanon LBN country named']],
  ['The mayor of Melbourne, Fla., resigned.', ['Melbourne, Fla. USA town named', 'Fla. USA division named']],
])('a state or country behind a town settles it: %s', (text, expected) => {
  expect(placesOf(text)).toEqual(expect.arrayContaining(expected))
})

test('a country named often settles its towns, a world city stays where it is', () => {
  const text =
    'Pakistani troops left Hyderabad on Monday, officials of Pakistan said. The minister of Pakistan then flew to London.'
  const found = placesOf(text)
  expect(found).toContain('Hyderabad PAK town nearby')
  expect(found).toContain('London GBR town largest')
})

test('a place inside the name of a body has a row of its own', () => {
  expect(placesOf('The Kentucky State Police arrested two men on Monday.')).toEqual(['Kentucky USA division largest'])
})

test('a newspaper is not where its name says', () => {
  expect(placesOf('He told the Boston Globe on Monday that he would resign.')).toEqual([])
})

test('a list is no address', () => {
  const found = placesOf('The envoy visited Athens, Georgia and Armenia on Monday.')
  expect(found).toContain('Georgia GEO country named')
})
