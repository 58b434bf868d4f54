import { parseTable, type Resources } from '../resources.ts'
import { openGazetteer } from './gazetteer.ts'
import { placeKey } from './place-key.ts'

/** A place on the map: a town, a division of a state, a country, or a region (a sea, a peninsula, a part of the world). */
export interface Spot {
  country: string
  lat?: number
  lon?: number
  level: 'town' | 'division' | 'country' | 'region'
  people: number
  /** GeoNames' id */
  geonames?: number
  /** GeoNames' code of the first division that it is or lies in: 'US.TX' */
  division?: string
  /** written by hand, by the name that news uses */
  usual?: true
}

/** What is known of places: the codebook's tables, and the gazetteer of all towns where it was loaded. */
export interface Atlas {
  /** all places of a name, by its `placeKey`; countries are not among them */
  find(key: string): readonly Spot[]
  /** a country's middle */
  country(code: string): Spot
  /** the division that a short form stands for: 'Fla.', and 'FL' where it stands behind a town */
  short(form: string, behind: boolean): Spot | undefined
  /** whether the name alone may be something else: 'Victoria', 'Central' */
  isDoubtful(key: string): boolean
  /** names of the tables with the place that most likely bears each, for codes */
  readonly usual: readonly { name: string; key: string; spot: Spot }[]
}

/** Path of the gazetteer: loaded in Node, and in browsers that ask for it. */
export const GAZETTEER = 'models/places.bin'

const rows = (resources: Resources, name: string) => parseTable(resources.text(`codebook/entity/${name}.tsv`))
const MOST_KEPT = 20_000

export function openAtlas(resources: Resources): Atlas {
  const towns = resources.has?.(GAZETTEER) ? openGazetteer(resources.bytes(GAZETTEER)) : undefined
  const tables = openTables(resources, towns !== undefined)
  const seen = new Map<string, readonly Spot[]>()
  const search = (key: string): readonly Spot[] => {
    const known = tables.byKey.get(key) ?? []
    const ids = new Set(known.map(({ geonames }) => geonames))
    const more = (towns?.(key) ?? []).filter(({ geonames }) => !ids.has(geonames))
    more.sort((a, b) => (a.level === b.level ? b.people - a.people : a.level === 'town' ? -1 : 1))
    return [...known, ...more.map((town) => ({ ...town, country: tables.countryOf(town.division) }))]
  }
  return {
    ...tables,
    find(key) {
      const kept = seen.get(key)
      if (kept) return kept
      const found = search(key)
      if (seen.size >= MOST_KEPT) seen.clear()
      seen.set(key, found)
      return found
    },
    country: (code) => tables.middles.get(code) ?? { country: code, level: 'country', people: 0 },
  }
}

type Tables = Omit<Atlas, 'find' | 'country'> & {
  byKey: Map<string, Spot[]>
  middles: Map<string, Spot>
  countryOf: (division: string) => string
}

/** The tables; where the gazetteer has all towns, those of the table are not kept twice. */
function openTables(resources: Resources, hasTowns: boolean): Tables {
  const byKey = new Map<string, Spot[]>()
  const usual: { name: string; key: string; spot: Spot }[] = []
  const add = (name: string, spot: Spot, isFound = true) => {
    const key = placeKey(name)
    usual.push({ name, key, spot })
    if (!isFound) return
    const known = byKey.get(key)
    if (known) known.push(spot)
    else byKey.set(key, [spot])
  }
  const divisions = new Map<string, Spot>()
  for (const [names, country = '', lat, lon, level] of rows(resources, 'more-places')) {
    const spot: Spot = {
      country,
      lat: Number(lat),
      lon: Number(lon),
      level: level as Spot['level'],
      people: 0,
      usual: true,
    }
    for (const name of names.split('|')) add(name, spot)
  }
  for (const [names, country, lat, lon, thousands, division, id] of rows(resources, 'divisions')) {
    const people = Number(thousands) * 1000
    const spot: Spot = {
      country,
      lat: Number(lat),
      lon: Number(lon),
      level: 'division',
      people,
      geonames: Number(id),
      division,
    }
    divisions.set(division, spot)
    for (const name of names.split('|')) add(name, spot)
  }
  const middles = new Map<string, Spot>()
  for (const [name, country, lat, lon, thousands, division, id] of rows(resources, 'places')) {
    const point = { country, lat: Number(lat), lon: Number(lon) }
    if (name === country) middles.set(country, { ...point, level: 'country', people: 0 })
    else
      add(
        name,
        { ...point, level: 'town', people: Number(thousands) * 1000, geonames: Number(id), division },
        !hasTowns,
      )
  }
  const countries = new Map([...divisions].map(([code, { country }]) => [code.split('.')[0], country]))
  const doubtful = new Set(parseTable(resources.text('codebook/entity/not-places.txt')).map(([word]) => word))
  const shorts = new Map<string, { spot: Spot; behind: boolean }>()
  for (const [forms, code, where = ''] of rows(resources, 'division-abbreviations')) {
    const spot = divisions.get(code)
    if (spot) for (const form of forms.split('|')) shorts.set(form, { spot, behind: where === 'behind' })
  }
  return {
    byKey,
    middles,
    usual,
    countryOf: (division) => divisions.get(division)?.country ?? countries.get(division.split('.')[0]) ?? '',
    isDoubtful: (key) => doubtful.has(key),
    short(form, behind) {
      const found = shorts.get(form)
      return found && (behind || !found.behind) ? found.spot : undefined
    },
  }
}
