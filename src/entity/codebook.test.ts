import fs from 'node:fs'
import { expect, test } from 'vitest'
import { parseTable } from '../resources.ts'

const rows = (name: string) => parseTable(fs.readFileSync(`codebook/entity/${name}.tsv`, 'utf8'))
const sectors = new Set(rows('sectors').map(([sector]) => sector))
const countries = new Set([...rows('countries').map(([code]) => code), 'UNO', 'IGO', 'NGO', 'EUR', 'MNC', ''])

/** Tables with the column of their country and of their sectors, -1 where they have none. */
const tables: [name: string, width: number, country: number, sector: number][] = [
  ['countries', 5, 0, -1],
  ['disputed', 3, 1, 2],
  ['modifiers', 3, -1, 2],
  ['divisions', 7, 1, -1],
  ['more-places', 5, 1, -1],
  ['nouns', 4, -1, 1],
  ['organizations', 4, 1, 2],
  ['other-names', 3, 1, 2],
  ['people', 6, 0, 1],
  ['titles', 3, -1, 1],
]

test.each(tables)(
  '%s: every row has its columns, known countries and known sectors',
  (name, width, country, sector) => {
    for (const row of rows(name)) {
      expect(row.length, row.join(' | ')).toBe(width)
      if (country >= 0) expect(countries.has(row[country]), `${row[country]} in ${row.join(' | ')}`).toBe(true)
      if (sector < 0 || !row[sector]) continue
      for (const each of row[sector].split('|'))
        expect(sectors.has(each.replace('?', '')), `${each} in ${row.join(' | ')}`).toBe(true)
    }
  },
)

test('terms of office end after they begin', () => {
  for (const [, , from, to, , names] of rows('people')) {
    expect(from, names).toMatch(/^\d{4}(-\d\d){0,2}$/)
    if (to)
      expect(to.slice(0, 4) >= from.slice(0, 4) && to >= from.slice(0, to.length), `${names} ${from} ${to}`).toBe(true)
  }
})

test('a noun stands in one row only for its kind and sector', () => {
  const seen = new Map<string, string>()
  for (const [kind, sector, gender, nouns] of rows('nouns'))
    for (const noun of nouns.split('|')) {
      const key = `${kind} ${sector} ${gender} ${noun}`
      expect(seen.get(key), key).toBeUndefined()
      seen.set(key, noun)
    }
})
