import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumberOf, dayNumbersOf, momentAfter, secondsOf, UNDATED, UNDATED_DAY } from './moments.ts'

test.each([
  ['1970-01-01', 0],
  ['1970-01-02', 86_400],
  ['1970-01-02T00:00Z', 86_400],
  ['1970-01-02T01:00:05+01:00', 86_405],
  ['1970-01-01T00:00:60Z', 59],
  ['1970-01-01T12:30', 45_000],
  ['0033-04-03', Date.UTC(2033, 3, 3) / 1000 - 63_113_904_000],
  ['1970-13-01', UNDATED],
  ['on Monday', UNDATED],
  [undefined, UNDATED],
])('the moment of %s', (text, expected) => expect(secondsOf(text)).toBe(expected))

test.each([
  ['1970', [0, 365]],
  ['1970-02', [31, 59]],
  ['1970-12', [334, 365]],
  ['1970-12-31', [364, 365]],
])('the days of %s', (text, expected) => expect(dayNumbersOf(text)).toEqual(expected))

test('a day is within its month, its month within its year, and a date lasts a day', () => {
  const dates = fc.date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(dates, (date) => {
      const day = date.toISOString().slice(0, 10)
      const number = dayNumberOf(day)
      for (const text of [day, day.slice(0, 7), day.slice(0, 4)]) {
        const [from, to] = dayNumbersOf(text)
        expect(number >= from && number < to).toBe(true)
      }
      expect(dayNumbersOf(day)).toEqual([number, number + 1])
      expect(momentAfter(day) - secondsOf(day)).toBe(86_400)
    }),
  )
})

test('what is no day', () => expect(dayNumberOf('2025')).toBe(UNDATED_DAY))
