import { expect, test } from 'vitest'
import { addMonths, dayNumber, dayOf, isoDate, isoWeekOf, nthWeekdayOf, weekdayOf } from './calendar.ts'
import { easter, orthodoxEaster } from './calendars/easter.ts'
import { hebrewNewYear, passover } from './calendars/hebrew.ts'
import { islamicDay, islamicInYear } from './calendars/islamic.ts'
import { persianDay } from './calendars/persian.ts'

test('day numbers go there and back', () => {
  for (let number = -800000; number < 400000; number += 997) expect(dayNumber(dayOf(number))).toBe(number)
})

test.each([
  ['1970-01-01', 4, '1970-W01'],
  ['2021-01-03', 7, '2020-W53'],
  ['2024-12-30', 1, '2025-W01'],
  ['2024-10-03', 4, '2024-W40'],
])('%s is weekday %i of %s', (date, weekday, week) => {
  const [year, month, day] = date.split('-').map(Number)
  const number = dayNumber({ year, month, day })
  expect([weekdayOf(number), isoWeekOf(number)]).toEqual([weekday, week])
})

test('months are counted from the last day too', () => {
  expect(addMonths({ year: 2024, month: 3, day: 31 }, -1)).toEqual({ year: 2024, month: 2, day: 29 })
  expect(addMonths({ year: 2024, month: 1, day: 31 }, 13)).toEqual({ year: 2025, month: 2, day: 28 })
})

test.each([
  ['the fourth Thursday of November 2023', nthWeekdayOf(2023, 11, 4, 4), '2023-11-23'],
  ['the last Monday of May 2024', nthWeekdayOf(2024, 5, 1, -1), '2024-05-27'],
  ['Easter 2000', easter(2000), '2000-04-23'],
  ['Easter 2024', easter(2024), '2024-03-31'],
  ['Orthodox Easter 2024', orthodoxEaster(2024), '2024-05-05'],
  ['1 Tishri 5784', hebrewNewYear(5784), '2023-09-16'],
  ['1 Tishri 5785', hebrewNewYear(5785), '2024-10-03'],
  ['Passover 2024', passover(2024), '2024-04-23'],
  ['1 Farvardin 1403', persianDay(1403, 1, 1), '2024-03-20'],
  ['1 Farvardin 1404', persianDay(1404, 1, 1), '2025-03-21'],
  ['22 Bahman 1357', persianDay(1357, 11, 22), '1979-02-11'],
  ['1 Muharram 1445', islamicDay(1445, 1, 1), '2023-07-19'],
])('%s', (_name, number, date) => {
  expect(isoDate(number)).toBe(date)
})

test('an Islamic feast may fall twice in a year', () => {
  expect(islamicInYear(2000, 10, 1).map(isoDate)).toEqual(['2000-01-08', '2000-12-28'])
})
