import { expect, test } from 'vitest'
import { datesOf } from './dates.ts'

const time = (value: string, from?: string, to?: string) => datesOf({ value, from, to })

test.each<[string, ReturnType<typeof time>, ReturnType<typeof time>]>([
  [
    'a day',
    time('2025-03-14', '2025-03-14', '2025-03-15'),
    { start: '2025-03-14', end: '2025-03-14', precision: 'day' },
  ],
  [
    'a night',
    time('2025-03-14TNI', '2025-03-14T18:00', '2025-03-15T06:00'),
    { start: '2025-03-14', end: '2025-03-14', precision: 'day' },
  ],
  [
    'midnight',
    time('2025-03-14T24:00', '2025-03-15T00:00', '2025-03-15T00:01'),
    { start: '2025-03-15', end: '2025-03-15', precision: 'day' },
  ],
  [
    'a weekend',
    time('2025-W11-WE', '2025-03-15', '2025-03-17'),
    { start: '2025-03-15', end: '2025-03-16', precision: 'week' },
  ],
  [
    'a month',
    time('2025-02', '2025-02-01', '2025-03-01'),
    { start: '2025-02-01', end: '2025-02-28', precision: 'month' },
  ],
  [
    'a summer',
    time('2025-SU', '2025-06-01', '2025-09-01'),
    { start: '2025-06-01', end: '2025-08-31', precision: 'quarter' },
  ],
  ['a year', time('1991', '1991-01-01', '1992-01-01'), { start: '1991-01-01', end: '1991-12-31', precision: 'year' }],
  [
    'a decade',
    time('199', '1990-01-01', '2000-01-01'),
    { start: '1990-01-01', end: '1999-12-31', precision: 'decade' },
  ],
  [
    'a century',
    time('19', '1900-01-01', '2000-01-01'),
    { start: '1900-01-01', end: '1999-12-31', precision: 'century' },
  ],
  ['since a year', time('1991', '1991-01-01'), { start: '1991-01-01', precision: 'year' }],
  ['by a day', time('2025-03-14', undefined, '2025-03-15'), { end: '2025-03-14', precision: 'day' }],
  [
    'three days',
    time('P3D', '2025-03-11', '2025-03-14'),
    { start: '2025-03-11', end: '2025-03-13', precision: 'week' },
  ],
  ['an age ago', time('PAST_REF'), undefined],
  [
    'the year 1',
    time('0001', '0001-01-01', '0002-01-01'),
    { start: '0001-01-01', end: '0001-12-31', precision: 'year' },
  ],
])('%s', (_name, found, expected) => expect(found).toEqual(expected))
