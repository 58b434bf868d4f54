import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readWordLists } from './word-lists.ts'

const of = (table: string) => ({ bytes: () => new Uint8Array(), text: () => table })

it('reads lists of words and phrases, in the order of the file', () => {
  const lists = readWordLists(of('# list\twords\nbeside\tnear_to by\toutward\nloud\tshout\tverbs\n'), 'w.tsv', [
    'beside',
    'loud',
  ])
  expect([...lists.beside]).toEqual(['near to', 'by'])
  expect(lists.loud.has('shout')).toBe(true)
})

it.each([
  ['beside\tby\n', "w.tsv: the list 'loud' is missing; write it there"],
  [
    'beside\tby\nloud\tshout\nquiet\thush\n',
    "w.tsv: no step of reading asks for the list 'quiet'; it asks for beside, loud",
  ],
])('refuses %j', (table, message) => {
  expect(() => readWordLists(of(table), 'w.tsv', ['beside', 'loud'])).toThrow(message)
})

it.each(['words', 'entity/words', 'event/words', 'statement/words', 'time/words'])(
  'codebook/%s.tsv is sorted, its words too where no order counts, and says what each list is',
  (table) => {
    const rows = readFileSync(`codebook/${table}.tsv`, 'utf8')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
    const names = rows.map((row) => row.split('\t')[0])
    expect(names).toEqual([...new Set(names)].sort())
    for (const row of rows) {
      const [name, words, what] = row.split('\t')
      const list = words.split(' ')
      expect(what, `${name}: what it is, and (file) that asks`).toMatch(/\(.+\)$/)
      expect(new Set(list).size, name).toBe(list.length)
      if (!/order of|in this order/.test(what)) expect(list, name).toEqual([...list].sort())
    }
  },
)
