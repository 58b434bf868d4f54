import { Command } from 'commander'
import { expect, test } from 'vitest'
import { type Filter, filterSchema } from '../rows/filter.ts'
import { filterOf, withFilterOptions } from './filter-options.ts'

function parse(...args: string[]): Filter {
  const command = withFilterOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
  return filterOf(command.parse(args, { from: 'user' }).opts())
}

test.each<[string[], Filter]>([
  [[], {}],
  [['--speaker', 'Ilse Marek', '--speaker', 'Dario Venn'], { speaker: ['Ilse Marek', 'Dario Venn'] }],
  [['--words', '"the port" -storm'], { words: '"the port" -storm' }],
  [['--least', '0.5', '--copies'], { least: 0.5, copies: true }],
  [['--not-type', 'AID', '--type', 'ASSAULT'], { type: ['ASSAULT'], not: { type: ['AID'] } }],
  [['--since', '2025-03-01', '--until', '2025-03-31'], { since: '2025-03-01', until: '2025-03-31' }],
  [['--decided', 'wrong', '--country', 'KES'], { decided: ['wrong'], country: ['KES'] }],
])('%j', (args, filter) => {
  expect(parse(...args)).toEqual(filter)
})

test.each<[string[], string]>([
  [['--least', 'much'], '--least: '],
  [['--least', '2'], '--least: '],
  [['--since', 'March'], '--since: an ISO 8601 date'],
  [['--status', 'maybe'], '--status: '],
  [['--not-country', 'Kestria'], '--not-country: a code of three letters'],
  [['--bogus', 'x'], "unknown option '--bogus'"],
  [['--not-words', 'x'], "unknown option '--not-words'"],
])('%j is refused', (args, message) => {
  expect(() => parse(...args)).toThrow(message)
})

test('every field of a filter has its option, and says what it is', () => {
  const command = withFilterOptions(new Command())
  for (const field of Object.keys(filterSchema.shape)) {
    if (field === 'not') continue
    expect(command.options.find(({ long }) => long === `--${field}`)?.description, field).toMatch(/\w/)
  }
})
