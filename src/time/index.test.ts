import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildTree } from '../language/tree.ts'
import { languageOf, readTimes, resources } from './fixture.ts'
import { openTime } from './index.ts'

const DATE = '2024-10-03'

test('a time has its span, its value, what it covers and what it hangs on', () => {
  const { times, details, notes } = readTimes('The president met/VBD envoys on Wednesday.', DATE)
  expect(times).toEqual([
    {
      id: times[0].id,
      start: 28,
      end: 37,
      type: 'DATE',
      value: '2024-10-02',
      from: '2024-10-02',
      to: '2024-10-03',
      anchor: 'published',
      said: 'XXXX-WXX-3',
    },
  ])
  expect(details).toEqual([{ from: 5, to: 6, said: 'XXXX-WXX-3', certain: false, basis: 'published', rule: 'weekday' }])
  expect(notes).toEqual([])
})

test('what hangs on another time names it', () => {
  const { times, details } = readTimes('It broke/VBD on 2 May 2019. | It rained/VBD two days earlier.', DATE)
  expect(times[1]).toMatchObject({ value: '2019-04-30', anchor: times[0].id })
  expect(details.map(({ certain, basis }) => [certain, basis])).toEqual([
    [true, 'words'],
    [false, 'time'],
  ])
})

test('a computed holiday says that a calendar gave it', () => {
  const { details } = readTimes('Crowds gathered/VBD at Easter 2024. | Crowds gathered/VBD on May Day 2024.')
  expect(details.map(({ basis }) => basis)).toEqual(['calendar', 'words'])
})

test.each([
  ['Exports fell/VBD in 2019.', '2019-01-01', '2020-01-01'],
  ['Exports fell/VBD since 2019.', '2019-01-01', undefined],
  ['Exports fell/VBD until 2019.', undefined, '2020-01-01'],
  ['Exports will fall/VB by Friday.', undefined, '2024-10-05'],
  ['Exports fell/VBD before 2019.', undefined, '2019-01-01'],
  ['Exports fell/VBD after 2019.', '2020-01-01', undefined],
  ['Exports fell/VBD in July.', '2024-07-01', '2024-08-01'],
  ['Exports fell/VBD in the third quarter.', '2024-07-01', '2024-10-01'],
  ['Exports fell/VBD in the first half of 2023.', '2023-01-01', '2023-07-01'],
  ['Exports fell/VBD last week.', '2024-09-23', '2024-09-30'],
  ['Exports fell/VBD over the weekend.', '2024-09-28', '2024-09-30'],
  ['Exports fell/VBD last winter.', '2023-12-01', '2024-03-01'],
  ['Exports fell/VBD in the 1970s.', '1970-01-01', '1980-01-01'],
  ['Exports fell/VBD in the 19th century.', '1800-01-01', '1900-01-01'],
  ['Exports fell/VBD on Tuesday night.', '2024-10-01T18:00', '2024-10-02T06:00'],
  ['Exports fell/VBD at 10 p.m. Tuesday.', '2024-10-01T22:00', '2024-10-01T22:01'],
  ['Exports fell/VBD at midnight Monday.', '2024-10-01T00:00', '2024-10-01T00:01'],
  ['Exports fell/VBD in the past two weeks.', '2024-09-19', '2024-10-04'],
  ['Exports fell/VBD in the past 24 hours.', '2024-10-02', '2024-10-04'],
  ['Exports fell/VBD in 2024-W38.', '2024-09-16', '2024-09-23'],
  ['Exports fell/VBD late on Monday.', '2024-09-30', '2024-10-01'],
  ['Crowds gathered/VBD during Ramadan.', '2024-03-11', '2024-04-10'],
  ['Exports fell/VBD for two weeks.', undefined, undefined],
  ['Exports fell/VBD in fiscal 1989.', undefined, undefined],
  ['Exports are/VBP low now.', undefined, undefined],
])('%s covers %s to %s', (sentence, from, to) => {
  const [time] = readTimes(sentence, DATE).times
  expect([time.from, time.to]).toEqual([from, to])
})

test('without a publication date what the words say is kept, and one note says so', () => {
  const { times, notes } = readTimes('They met/VBD on Wednesday. | They will meet/VB in July.')
  expect(times.map(({ value }) => value)).toEqual(['XXXX-WXX-3', 'XXXX-07'])
  expect(notes.map(({ code }) => code)).toEqual(['no-published-date'])
})

test('without a publication date there is no note where nothing was left open', () => {
  const { notes } = readTimes('They met/VBD on 2 May 2019 for two hours. | They meet/VBP every day now.')
  expect(notes).toEqual([])
})

const time = openTime(resources)
const WORDS =
  'Friday last May 2019 , . the of two weeks ago 10 p.m. - / \u2019s quarter third noon 7:15 \ud83d\ude00 e\u0301 \u200f every'.split(
    ' ',
  )

test('any words in any order: spans lie inside the text, in order, without overlap', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }), fc.boolean(), (words, dated) => {
      const language = languageOf(words.join(' '))
      const { times } = time({ language, tree: buildTree(language), published: dated ? DATE : undefined })
      let end = 0
      for (const t of times) {
        expect(t.start).toBeGreaterThanOrEqual(end)
        expect(t.end).toBeGreaterThan(t.start)
        expect(t.end).toBeLessThanOrEqual(language.text.length)
        expect(t.value).not.toMatch(/NaN|undefined/)
        end = t.end
      }
      expect(new Set(times.map(({ id }) => id)).size).toBe(times.length)
    }),
    { numRuns: 500, seed: 7 },
  )
})

test('nothing to read is no trouble', () => {
  for (const text of ['', ' ', '.', 'May', '1999', '-', 'the', "'"]) {
    const language = languageOf(text)
    expect(() => time({ language, tree: buildTree(language), published: DATE })).not.toThrow()
  }
})

test('an odd publication date leaves relative times open', () => {
  expect(readTimes('They met/VBD on Friday.', 'yesterday').times[0].value).toBe('XXXX-WXX-5')
})

test('one sentence of 60,000 words takes no more than in proportion', () => {
  const cost = (count: number): number => {
    const language = languageOf('On Friday they met/VBD in July 2019 for two weeks and '.repeat(count))
    const tree = buildTree(language)
    const begin = process.cpuUsage()
    time({ language, tree, published: DATE })
    return process.cpuUsage(begin).user / 1000
  }
  cost(300)
  const small = Math.min(cost(500), cost(500), cost(500))
  const large = Math.min(cost(5000), cost(5000))
  expect(large).toBeLessThan(Math.max(small, 2) * 60)
})

describe('the dateline', () => {
  const read = (value: string, published?: string) =>
    readTimes('Troops entered/VBD the town on Sunday. | They will leave/VB on Friday.', published, {
      ...{ start: 0, end: 0 },
      day: { start: 0, end: 6, value },
    })

  test('a full date stands for a publication date that is not known', () => {
    const { times, notes, datelineDay } = read('2024-05-07')
    expect(times.map(({ value }) => value)).toEqual(['2024-05-07', '2024-05-05', '2024-05-10'])
    expect(times.map(({ anchor }) => anchor)).toEqual([undefined, times[0].id, times[0].id])
    expect(notes).toEqual([])
    expect(datelineDay).toBe('2024-05-07')
  })

  test.each([
    ['XXXX-05-07', '2024-05-07', ['2024-05-07', '2024-05-05', '2024-05-10'], ['published', 'published']],
    ['XXXX-12-30', '2025-01-01', ['2024-12-30', '2024-12-29', '2025-01-03'], ['published', 't0']],
    ['XXXX-WXX-2', '2024-05-08', ['2024-05-07', '2024-05-05', '2024-05-10'], ['published', 't0']],
    ['XXXX-05-07', '2024-05-20', ['2024-05-07', '2024-05-19', '2024-05-24'], ['published', 'published']],
  ])('%s, published %s', (value, published, values, anchors) => {
    const { times } = read(value, published)
    expect(times.map((time) => time.value)).toEqual(values)
    expect(times[0].said).toBe(value)
    expect(times.slice(0, 2).map(({ anchor }) => (anchor === times[0].id ? 't0' : anchor))).toEqual(anchors)
  })
})

test("a sentence that was cut after 'p.m.' is read on", () => {
  const { times } = readTimes('Guards came/VBD at 10 p.m. | Wednesday, police said.', DATE)
  expect(times.map(({ value }) => value)).toEqual(['2024-10-02T22:00'])
})

test('a time says which calendar gave its day, and what its words alone say', () => {
  const { times } = readTimes(
    'They met/VBD at Easter. | They met/VBD on Eid al-Fitr 2024. | They met/VBD on 12 Farvardin 1403. | They met/VBD on May Day 2024.',
    DATE,
  )
  expect(times.map(({ value, said, calendar, anchor }) => [value, said, calendar, anchor])).toEqual([
    ['2024-03-31', 'XXXX-XX-XX', 'easter', 'published'],
    ['2024-04-10', undefined, 'islamic', undefined],
    ['2024-03-31', undefined, 'persian', undefined],
    ['2024-05-01', undefined, undefined, undefined],
  ])
})
