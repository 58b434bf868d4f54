import type { EventRow, StatementRow } from '../rows/rows.ts'
import { chosenColumns } from './columns.ts'
import type { Selection } from './format.ts'
import { flatRow } from './jsonl.ts'

/** The columns of the tables that stand in a feature's properties, under the same names. */
const geoColumns = {
  statements: [
    ...['row_key', 'speaker', 'speaker_role', 'act', 'negated', 'quotation', 'content', 'sentence'],
    ...['date_start', 'date_end', 'date_precision', 'date_basis', 'place', 'place_country', 'place_level'],
    ...['confidence', 'decided', 'report', 'published', 'outlet', 'title', 'url'],
  ],
  events: [
    ...['row_key', 'type', 'event_mode', 'status', 'actors', 'recipients', 'word', 'trigger_text', 'sentence'],
    ...['date_start', 'date_end', 'date_precision', 'date_basis', 'place', 'place_country', 'place_level'],
    ...['killed', 'injured', 'arrested', 'participants'],
    ...['confidence', 'decided', 'report', 'published', 'outlet', 'title', 'url'],
  ],
} as const

const columns = {
  statements: chosenColumns('statements', geoColumns.statements),
  events: chosenColumns('events', geoColumns.events),
}

/** A point that is named: over all reports that are exported, one feature. */
interface Spot {
  name: string
  country?: string
  level?: string
  geonames?: number
  lat: number
  lon: number
  mentions: number
  reports: number
}

/**
 * GeoJSON (RFC 7946): a feature for each row whose place has a point; of whole records, for each place that reports name. Rows without a point are left
 * out. The point of a country is its middle, and `place_level` says so.
 */
export function* writeGeojson(selections: Iterable<Selection>): Generator<string> {
  let before = '{"type":"FeatureCollection","features":[\n'
  const written = (feature: object) => {
    const text = before + JSON.stringify(feature)
    before = ',\n'
    return text
  }
  const spots = new Map<string, Spot>()
  for (const selection of selections) {
    if (selection.whole) {
      count(selection, spots)
      continue
    }
    for (const row of selection.statements) if (hasPoint(row)) yield written(featureOf(row))
    for (const row of selection.events) if (hasPoint(row)) yield written(featureOf(row))
  }
  for (const spot of spots.values()) yield written(placeFeature(spot))
  yield before === ',\n' ? '\n]}\n' : `${before}]}\n`
}

const hasPoint = ({ where }: StatementRow | EventRow) => where?.lat !== undefined && where.lon !== undefined

function featureOf(row: StatementRow | EventRow): object {
  const properties = row.list === 'events' ? flatRow('events', row, columns.events) : statementOf(row)
  return { type: 'Feature', id: row.key, geometry: pointOf(row.where as Spot), properties }
}

const statementOf = (row: StatementRow) => flatRow('statements', row, columns.statements)

function placeFeature({ name, country, level, geonames, mentions, reports, ...point }: Spot): object {
  const properties = { place: name, place_country: country, place_level: level, geonames, mentions, reports }
  return { type: 'Feature', geometry: pointOf(point), properties }
}

/** Degrees east before degrees north. */
const pointOf = ({ lat, lon }: { lat: number; lon: number }) => ({ type: 'Point', coordinates: [lon, lat] })

/** Counts the places with points that a record names. */
function count({ record }: Selection, spots: Map<string, Spot>): void {
  const seen = new Set<string>()
  for (const { entity, start, end, lat, lon, country, level, geonames } of record.places) {
    if (lat === undefined || lon === undefined) continue
    const name = record.entities.find(({ id }) => id === entity)?.name ?? record.report.text.slice(start, end)
    const key = `${geonames ?? name} ${lat} ${lon}`
    const spot = spots.get(key) ?? { name, country, level, geonames, lat, lon, mentions: 0, reports: 0 }
    spots.set(key, spot)
    spot.mentions++
    if (!seen.has(key)) spot.reports++
    seen.add(key)
  }
}
