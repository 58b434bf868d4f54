import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Resources } from '../resources.ts'
import { readDate } from './date.ts'
import { blankHeader, openHeader } from './index.ts'

const resources: Resources = {
  bytes: (path) => readFileSync(new URL(`../../${path}`, import.meta.url)),
  text: (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'),
}
const readHeader = openHeader(resources)

test.each([
  ['2024-10-03', '2024-10-03'],
  ['2024-10-03T09:30:00Z and more', '2024-10-03T09:30:00Z'],
  ['2024-10-03 09:30', '2024-10-03T09:30'],
  ['2024-10-03T09:30:00.123+0330', '2024-10-03T09:30:00+03:30'],
  ['2024/10/03', '2024-10-03'],
  ['20241003', '2024-10-03'],
  ['3 October 2024', '2024-10-03'],
  ['3rd Oct. 2024', '2024-10-03'],
  ['Thursday, October 3, 2024', '2024-10-03'],
  ['Thu, 3 Oct 2024 09:30:00 GMT', '2024-10-03'],
  ['Sept. 9, 2024', '2024-09-09'],
  ['03/10/2024', undefined],
  ['25/10/2024', '2024-10-25'],
  ['10/25/2024', '2024-10-25'],
  ['10.10.2024', '2024-10-10'],
  ['25/13/2024', undefined],
  ['2024 October 3', '2024-10-03'],
  ['2024-Oct-03', '2024-10-03'],
  ['THU,3 OCT 2024', '2024-10-03'],
  ['Thursday 3rd October, 2024', '2024-10-03'],
  ['2024-02-31', undefined],
  ['31 April 2024', undefined],
  ['October', undefined],
  ['2024-10-031', undefined],
  ['in 2024', undefined],
])('readDate(%j) gives %j', (text, expected) => {
  expect(readDate(text)?.value).toBe(expected)
})

test.each([
  ['date 2024-10-03 The river rose.', { published: '2024-10-03' }, ' The river rose.'],
  [' date 2024-10-03 The river rose.', { published: '2024-10-03' }, ' The river rose.'],
  ['\uFEFFDate: 2024-10-03\r\n\r\nThe river rose.', { published: '2024-10-03' }, '\r\n\r\nThe river rose.'],
  ['Published: October 3, 2024, 9:30 a.m. GMT\nIt rose.', { published: '2024-10-03' }, '\nIt rose.'],
  ['PUBLISHED ON 3 October 2024\n\nIt rose.', { published: '2024-10-03' }, '\n\nIt rose.'],
  [
    'Title: River rises\nOutlet: The Almeth Post\nBy: Ada Corvin\nURL: https://example.org/1\nDate: 2024-10-03\nIt rose.',
    {
      title: 'River rises',
      outlet: 'The Almeth Post',
      byline: 'Ada Corvin',
      url: 'https://example.org/1',
      published: '2024-10-03',
    },
    '\nIt rose.',
  ],
  [
    'https://www.orvadaily.example/1/port\n\nThe river rose.',
    { url: 'https://www.orvadaily.example/1/port', outlet: 'orvadaily.example' },
    '\n\nThe river rose.',
  ],
  [
    'https://orvadaily.example/1\n\nRiver rises again in Almeth\n\nThe river rose.',
    { url: 'https://orvadaily.example/1', outlet: 'orvadaily.example', title: 'River rises again in Almeth' },
    '\n\nThe river rose.',
  ],
  ['By Ilse Marek\n\nThe river rose.', { byline: 'Ilse Marek' }, '\n\nThe river rose.'],
  [
    'River rises again\nBy Ilse Marek and Jonas van der Reth, Orva News\nIt rose.',
    { title: 'River rises again', byline: 'Ilse Marek and Jonas van der Reth, Orva News' },
    '\nIt rose.',
  ],
  ['By Ilse Marek | March 13, 2025\nIt rose.', { byline: 'Ilse Marek', published: '2025-03-13' }, '\nIt rose.'],
  [
    'River rises again\n\nThursday, 13 March 2025\n\nIt rose.',
    { title: 'River rises again', published: '2025-03-13' },
    '\n\nIt rose.',
  ],
])('a header is read: %j', (text, expected, rest) => {
  const { end, dated, ...fields } = readHeader(text)
  expect(fields).toEqual(expected)
  expect(text.slice(end)).toBe(rest)
  expect(readDate(text.slice(dated?.start, dated?.end))?.value).toBe((expected as { published?: string }).published)
})

test.each([
  [''],
  ['   \n'],
  ['The river rose on 2024-10-03.'],
  ['Date for the vote is not set.'],
  ['date to be set'],
  ['Dates: 2024-10-03'],
  ['Title:\nThe river rose.'],
  ['Venn: we shall go on. date 2024-10-03'],
  ['Published in 2024, the report was long.'],
  ['2024-10-03 The river rose.'],
  ['By Friday the river had risen.'],
  ['By Ilse Marek’s account the river rose.'],
  ['River rises again\n\nThe river rose.'],
  ['See https://orvadaily.example/1 for more.'],
  ['www.orvadaily.example is closed.'],
])('no header is seen in %j', (text) => {
  expect(readHeader(text)).toEqual({ end: 0 })
})

test('a field is taken once; a second line of the same ends the header', () => {
  expect(readHeader('Date: 2024-10-03\nDate: 2024-10-04\nIt rose.')).toMatchObject({
    published: '2024-10-03',
    end: 16,
  })
})

test('blanking keeps length and line breaks', () => {
  const text = 'Date: 2024-10-03\r\nIt rose.'
  expect(blankHeader(text, readHeader(text))).toBe(`${' '.repeat(16)}\r\nIt rose.`)
})
