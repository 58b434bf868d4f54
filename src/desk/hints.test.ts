import { expect, test } from 'vitest'
import { oddRecord } from '../export/fixture.ts'
import { checkFits } from './fits.ts'
import { keptOf, memoryDesk } from './fixture.ts'
import { hintsOf, sayHint } from './hints.ts'
import { openWriter } from './write.ts'

const desk = memoryDesk()
openWriter(desk).keep([keptOf(oddRecord())])
const says = (filter: object, list: 'statements' | 'events' = 'statements') =>
  hintsOf(desk, { list, filter }).map(sayHint)

test.each<[object, string[]]>([
  [{ speaker: ['marek'] }, ["no speaker is called 'marek'; did you mean Ilse Marek (1)?"]],
  [{ speaker: ['Ilsa Marek'] }, ["no speaker is called 'Ilsa Marek'; did you mean Ilse Marek (1)?"]],
  [{ speaker: ['Maret'] }, ["no speaker is called 'Maret'; did you mean Ilse Marek (1)?"]],
  [{ speaker: ['Tessaly'] }, ["no speaker is called 'Tessaly', nor anything like it"]],
  [{ speaker: ['ilse marek', 'e1'] }, []],
  [{ outlet: ['almeth courier'] }, ["no outlet is called 'almeth courier'; did you mean The Almeth Courier (1)?"]],
  [{ report: ['odd'] }, ["there is no report 'odd'; did you mean odd/1 (1)?"]],
  [{ word: ['report'], act: ['deny'] }, []],
])('%j', (filter, expected) => expect(says(filter)).toEqual(expected))

test.each<[object, RegExp]>([
  [{ act: ['denny'] }, /^act: there is no act 'denny'; did you mean deny\?; there are accuse, /],
  [{ not: { sector: ['GOVT'] } }, /^sector: there is no sector 'GOVT'; did you mean GOV\?/],
  [{ country: ['XQZ'] }, /^country: there is no country 'XQZ'/],
  [{ source: ['KENYA'] }, /did you mean KEN\?/],
])('a code that is none is refused: %j', (filter, message) =>
  expect(() => desk.find({ list: 'statements', filter })).toThrow(message),
)

test('codes are taken in capitals or not; those that the desk alone has are known', () => {
  expect(desk.count({ list: 'statements', filter: { act: ['DENY'] } })).toBe(1)
  expect(desk.count({ list: 'events', filter: { type: ['assault'], country: ['kes'] } })).toBe(1)
})

test('a field that a list does not have is refused by name', () => {
  expect(() => checkFits({ list: 'events', filter: { act: ['deny'] } }, '--')).toThrow(
    /^--act: events cannot be narrowed by act; they can be narrowed by /,
  )
})

test('what people decided is wrong is in no list and no count, unless it is asked for', () => {
  const [{ key }] = desk.find({ list: 'events', filter: {} }).rows
  const count = (filter = {}) => desk.count({ list: 'events', filter })
  const before = count()
  desk.decide([{ key, verdict: 'wrong', by: 'Tessa Orlin', at: '2025-03-21T08:00:00Z' }])
  expect([count(), count({ decided: ['wrong'] }), count({ decided: ['none', 'wrong'] })]).toEqual([
    before - 1,
    1,
    before,
  ])
  desk.decide([{ key, verdict: 'right', by: 'Tessa Orlin', at: '2025-03-21T09:00:00Z' }])
  expect(count()).toBe(before)
})
