import { expect, test } from 'vitest'
import { type GazetteerPlace, writeGazetteer } from '../../training/write-gazetteer.ts'
import { openGazetteer } from './gazetteer.ts'
import { placeKey } from './place-key.ts'

const place = (geonames: number, names: string[], more: Partial<GazetteerPlace> = {}): GazetteerPlace => ({
  geonames,
  names,
  lat: geonames / 10,
  lon: -geonames / 10,
  people: geonames * 1000,
  division: geonames % 2 ? 'VL.01' : 'VL.02',
  level: 'town',
  ...more,
})

test('every name of a place finds it, over the borders of blocks', () => {
  const places = Array.from({ length: 100 }, (_, i) => place(i + 1, [`almeth ${i}`, `tessaly ${i}`, 'orvane']))
  const find = openGazetteer(writeGazetteer(places))
  for (const { geonames, names, lat, division } of places)
    for (const name of names.slice(0, 2)) expect(find(name)).toMatchObject([{ geonames, lat, division, level: 'town' }])
  expect(find('orvane')).toHaveLength(100)
  expect(find('orvane')[41].people / 42_000).toBeCloseTo(1, 1)
})

test.each(['', 'a', 'almeth', 'almeth 1000', 'zz'])("no place is called '%s'", (name) => {
  const find = openGazetteer(writeGazetteer([place(1, ['almeth 1']), place(2, ['tessaly'])]))
  expect(find(name)).toEqual([])
})

test('what is no gazetteer is refused', () => {
  expect(() => openGazetteer(new Uint8Array(64))).toThrow('training/places.ts')
})

test.each([
  ['Saint-Étienne', 'st etienne'],
  ['St. Almeth', 'st almeth'],
  ['the Orvane', 'orvane'],
  ["N'Tessaly", 'ntessaly'],
  ['Łódka', 'lodka'],
])('%s is looked up as %s', (name, key) => expect(placeKey(name)).toBe(key))
