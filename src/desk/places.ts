import { readFileSync } from 'node:fs'
import { Failure } from '../record/failure.ts'
import { parseTable } from '../resources.ts'
import type { Filter } from '../rows/filter.ts'
import { allOf, conditionsOf } from './conditions.ts'
import type { OpenedDesk } from './open.ts'
import { mostOf, type Split, splitOf } from './splits.ts'

/** A place at which events are told to have been. */
export interface PlaceCount {
  name: string
  country?: string
  /** degrees; left out where the codebook knows neither the place nor its country */
  lat?: number
  lon?: number
  /** whose position it is: the place's own, or that of the country it lies in */
  position?: 'place' | 'country'
  count: number
  /** counts for each of the answer's `values` */
  parts: number[]
  /** on whose word, most first: 'report' or a speaker's name */
  words: { value: string; count: number }[]
}

export interface Places {
  /** what events are split by, most first; what is left is under 'other' */
  values: string[]
  /** most events first */
  places: PlaceCount[]
  /** events under the filter */
  events: number
  /** those of them whose place is not told */
  nowhere: number
}

interface Row {
  name: string
  country: string | null
  lat: number | null
  lon: number | null
  value: string
  word: string
  count: number
}

/** Speakers that are named for each place. */
const WORDS = 5

/**
 * Events by the place where they are told to have been, under a filter. None is dropped: those without a place are counted as `nowhere`, and
 * a place that no position is known of has none.
 *
 * @param by what events are split by: status, type, mode, word or outlet
 * @throws Failure `bad-argument` where events cannot be split by it, or an event may stand under several values
 */
export function placesOf(
  { db }: OpenedDesk,
  filter: Filter,
  { by = 'status', most = 8 }: { by?: string; most?: number } = {},
): Places {
  const { text: where, values } = allOf(conditionsOf(db, 'events', filter))
  const split: Split = splitOf('events', by)
  if (split.join) throw new Failure('bad-argument', `places cannot be split by ${by}: an event may have several`)
  const sql = `SELECT min(l.name) AS name, coalesce(h.country, t.place_country) AS country, h.lat AS lat, h.lon AS lon,
      coalesce(${split.value}, '') AS value, coalesce(${splitOf('events', 'word').value}, '') AS word, count(*) AS count
    FROM events t JOIN named l ON l.named = t.place_named
    LEFT JOIN places p ON p.reading = t.reading AND p.n = t."where" LEFT JOIN spots h ON h.spot = p.spot
    WHERE ${where} GROUP BY folded(l.name), 2, 3, 4, 5, 6`
  const rows = db.prepare(sql).all(...values) as Row[]
  const events = db
    .prepare(`SELECT count(*) FROM events t WHERE ${where}`)
    .pluck()
    .get(...values) as number
  const placed = rows.reduce((sum, { count }) => sum + count, 0)
  return { ...gathered(rows, most, split.isName), events, nowhere: events - placed }
}

function gathered(rows: readonly Row[], most: number, isName?: boolean): Pick<Places, 'values' | 'places'> {
  const { values, at } = mostOf(rows, most, isName)
  // by name alone, as a search for a place finds them; where it lies is what most rows say
  const places = [...byName(rows)].map((same) => {
    const place = { ...positioned(same), count: 0, parts: values.map(() => 0) }
    const said = new Map<string, number>()
    for (const { value, word, count } of same) {
      place.count += count
      place.parts[at(value)] += count
      said.set(word, (said.get(word) ?? 0) + count)
    }
    return { ...place, words: ranked(said).slice(0, WORDS) }
  })
  return { values, places: places.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) }
}

function byName(rows: readonly Row[]): Iterable<Row[]> {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const same = found.get(row.name.toLowerCase())
    if (same) same.push(row)
    else found.set(row.name.toLowerCase(), [row])
  }
  return found.values()
}

const ranked = (counts: ReadonlyMap<string, number>) =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))

type Position = Pick<PlaceCount, 'name' | 'country' | 'lat' | 'lon' | 'position'>

function positioned(same: readonly Row[]): Position {
  const byCount = [...same].sort((a, b) => b.count - a.count)
  const { name, country, lat, lon } =
    byCount.find(({ lat }) => lat !== null) ?? byCount.find(({ country }) => country) ?? same[0]
  const known = country ? { name, country } : { name }
  if (lat !== null && lon !== null) return { ...known, lat, lon, position: 'place' }
  const spot = country ? middles().get(country) : undefined
  return spot ? { ...known, ...spot, position: 'country' } : known
}

let read: Map<string, { lat: number; lon: number }> | undefined

/** A point in each country: rows of the codebook's places whose name is a country's code. */
function middles(): Map<string, { lat: number; lon: number }> {
  read ??= new Map(
    parseTable(readFileSync(new URL('../../codebook/entity/places.tsv', import.meta.url), 'utf8'))
      .filter(([name, country]) => name === country)
      .map(([, country, lat, lon]) => [country, { lat: Number(lat), lon: Number(lon) }]),
  )
  return read
}
