import { expect, test } from 'vitest'
import { openResources } from '../open-resources.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { openOrigins, originFiles, originsOf } from './origins.ts'

const originOf = openOrigins(await openResources(undefined, originFiles))
const record = (id: string, outlet: string, text: string, agency?: string) =>
  ({
    report: {
      id,
      outlet,
      text,
      ...(agency && { dateline: { start: 0, end: 0, place: { start: 0, end: 0 }, agency } }),
    },
  }) as unknown as NewsRecord
const words =
  'Two barges met in the fog off Almeth on Monday and one of them sank within minutes, the harbour master said. Nobody was hurt, and the port stayed open all day.'

test.each([
  ['Copyright 2017 The Associated Press. All rights reserved.', 'AP'],
  ['Copyright © 2018 Reuters. All rights reserved.', 'Reuters'],
  ['© 2018 by the Almeth Post', undefined],
])('a line of copyright credits an agency: %s', (line, name) => {
  const { name: found, basis } = originOf(record('a', 'Almeth Post', `${words}\n${line}`))
  expect([found, basis]).toEqual(name === undefined ? ['Almeth Post', 'own'] : [name, 'credit'])
})

test('who prints the words that a later report has from an agency has them from there, and so have those that print him', () => {
  const reports = [
    record('post', 'Almeth Post', words),
    record('herald', 'Tessaly Herald', words),
    record('courier', 'Kestria Courier', words, 'AP'),
    record(
      'radio',
      'Radio Tessaly',
      'Ships wait before the harbour, and nobody knows when the fog will lift again this week.',
    ),
  ]
  expect(originsOf(reports, originOf).map(({ origin }) => [origin.name, origin.basis])).toEqual([
    ['AP', 'copy'],
    ['AP', 'copy'],
    ['AP', 'dateline'],
    ['Radio Tessaly', 'own'],
  ])
})

test('a long report is not an agency’s because a short one of the agency repeats a part of it', () => {
  const more = Array.from({ length: 60 }, (_, n) => `Sentence ${n} tells of pier ${n * 7}.`).join(' ')
  const [{ origin }] = originsOf(
    [record('post', 'Almeth Post', `${words} ${more}`), record('wire', 'W', words, 'AP')],
    originOf,
  )
  expect(origin).toEqual({ name: 'Almeth Post', basis: 'own' })
})
