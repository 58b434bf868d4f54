import { expect, test } from 'vitest'
import { sharedReader } from '../fixture.ts'
import { keptOf, memoryDesk } from './fixture.ts'
import { hintsOf, sayHint } from './hints.ts'
import { namedQuery, namesakesOf, sayNamesakes } from './namesakes.ts'
import { pairsOf } from './pairs.ts'
import { openWriter } from './write.ts'

/** A minister in Kenya, a footballer in France, the ministries of two countries, and one man whom two outlets call different things. */
const texts = {
  'kenya-1':
    "NAIROBI, Kenya - Kenya's trade minister Ilse Marek said on Friday that tea prices would rise. “Farmers will gain,” Marek said. Tomas Odell of the Tea Board disagreed.",
  'kenya-2':
    'NAIROBI, Kenya - Trade Minister Ilse Marek denied on Sunday that Kenya had closed a port. Tomas Odell said the ships were waiting. He said so twice.',
  'france-1':
    'PARIS, France - French striker Ilse Marek said on Tuesday she would leave Lyon. “I need a rest,” Marek said. Coach Petra Solen wished her well.',
  'brazil-1':
    'BRASILIA, Brazil - The Foreign Ministry denied reports of a strike on Friday. It said Brazil was ready. Who said otherwise was unclear.',
  'norway-1': 'OSLO, Norway - The Foreign Ministry said on Tuesday that Norway welcomed the step. We wait, it said.',
  'spain-1':
    'MADRID, Spain - Spanish Finance Minister Jonas Reth said on Monday that taxes would fall, Dario Venn reported.',
  'italy-1': 'ROME, Italy - Jonas Reth, the finance minister, told Dario Venn on Monday that he would visit Rome.',
}

const reader = await sharedReader
const desk = memoryDesk()
openWriter(desk).keep(
  Object.entries(texts).map(([id, text]) =>
    keptOf(reader.read({ id, text, published: '2025-04-14', outlet: 'Almeth Post' })),
  ),
)
const speakersOf = (name: string) => namesakesOf(desk, { filter: { speaker: [name] } })
const reportsBy = (speaker: string) =>
  [...new Set([...desk.all({ list: 'statements', filter: { speaker: [speaker] } })].map(({ report }) => report))].sort()

test('two who share a name are told apart, with codes, counts and a report each', () => {
  const [{ bearers }] = speakersOf('ilse marek')
  expect(bearers.map(({ countries }) => countries)).toEqual([['KEN'], ['FRA']])
  expect(bearers.map(({ key }) => reportsBy(key))).toEqual([['kenya-1', 'kenya-2'], ['france-1']])
  expect(bearers[0]).toMatchObject({ statements: 3, reports: 2 })
  expect(bearers[0].beside).toContain('Tomas Odell')
  const said = sayNamesakes(speakersOf('ilse marek')[0], '--')
  expect(said).toContain('2 are called ilse marek; which is meant says --speaker with its key:')
  expect(said).toMatch(/e\d+ {2}person, FRA.*: 2 statements.* in 1 report such as france-1/)
  expect(reportsBy('Ilse Marek')).toEqual(['france-1', 'kenya-1', 'kenya-2'])
})

test('ministries of two countries are two', () => {
  expect(
    speakersOf('Foreign Ministry')[0]
      .bearers.map(({ countries }) => countries[0])
      .sort(),
  ).toEqual(['BRA', 'NOR'])
})

test('one whose reports share a name beside his is one, whatever country each is about', () => {
  expect(speakersOf('Jonas Reth')).toEqual([])
  expect(reportsBy('Jonas Reth')).toEqual(['italy-1', 'spain-1'])
})

test('facets count each by itself, under the key that a filter takes', () => {
  const { speaker } = desk.facets({ list: 'statements', filter: {} }, ['speaker'], 100)
  const marek = speaker.filter(({ value }) => value === 'Ilse Marek')
  expect(marek.map(({ count, who }) => [count, who?.split(', ')[1]])).toEqual([
    [3, 'KEN'],
    [2, 'FRA'],
  ])
  for (const { key = '', count } of marek)
    expect(desk.count({ list: 'statements', filter: { speaker: [key] } })).toBe(count)
})

test('no pronoun is a key over all reports', () => {
  const names = [
    ...desk.facets({ list: 'statements', filter: {} }, ['speaker'], 100).speaker,
    ...desk.facets({ list: 'events', filter: {} }, ['actor', 'recipient', 'word'], 100).actor,
  ].map(({ value }) => value.toLowerCase())
  for (const word of ['i', 'it', 'he', 'who', 'we', 'she']) {
    expect(names).not.toContain(word)
    expect(desk.count({ list: 'statements', filter: { speaker: [word] } })).toBe(0)
  }
  expect([...desk.all({ list: 'entities', filter: {} })].map(({ name }) => name)).not.toContain('I')
  expect(hintsOf(desk, { list: 'statements', filter: { speaker: ['We'] } }).map(sayHint)).toEqual([
    "'We' stands for nobody over all reports; name whom it stands for",
  ])
  for (const { from, to } of pairsOf(desk, 'speaks', {}).pairs) expect(['I', 'it', 'he']).not.toContain(from || to)
})

test('a key is said with its name', () => {
  const [{ key }] = speakersOf('Ilse Marek')[0].bearers
  expect(
    namedQuery(desk, { list: 'statements', filter: { speaker: [key], not: { about: ['e99999'] } } }).filter,
  ).toEqual({
    speaker: [`Ilse Marek (${key})`],
    not: { about: ['e99999'] },
  })
})
