import { expect, test } from 'vitest'
import { sharedReader } from '../../fixture.ts'

const reader = await sharedReader
const read = (text: string) => reader.read({ id: 'r', published: '2031-05-09', text })
const whenOf = (text: string, word: string) => {
  const { events, times, report } = read(text)
  const event = events.find(({ trigger, also = [] }) =>
    [trigger, ...also].some(({ start, end }) => report.text.slice(start, end) === word),
  )
  expect(event, word).toBeDefined()
  return times.find(({ id }) => id === event?.when)?.value
}

test('the day of a remembering is not the day of what is remembered', () => {
  expect(
    whenOf(
      'Hundreds gathered on Tuesday to mark the anniversary of the day when Kestrian soldiers attacked the village of Orlec.',
      'attacked',
    ),
  ).toBeUndefined()
  expect(
    whenOf('Mayor Ilse Marek on Tuesday recalled the day in 1987 when soldiers attacked the village.', 'attacked'),
  ).toBe('1987')
  expect(whenOf('Kestrian soldiers attacked the village of Orlec on Tuesday.', 'attacked')).toBe('2031-05-06')
})

test('blows that others give to others are happenings of their own', () => {
  const { events } = read(
    'Gunmen attacked a village near Almeth on Monday.\n\nHundreds of dockers attacked the office of the harbour company.',
  )
  expect(events.map(({ also }) => also ?? [])).toEqual([[], []])
})
