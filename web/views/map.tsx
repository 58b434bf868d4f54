import type { Places } from '../../src/desk/places.ts'
import { placesTable } from '../../src/export/picture-tables.ts'
import { apiAddress, ask } from '../api.ts'
import { Chips } from '../desk/chips.tsx'
import { Choice } from '../desk/choice.tsx'
import { Figures } from '../desk/figures.tsx'
import { addressOf, askedFilter, withOne } from '../desk/filter.ts'
import { Narrow } from '../desk/narrow.tsx'
import { saidBy } from '../desk/said-by.ts'
import { loadAtlas } from '../map/atlas.ts'
import { regionNames, regionOf } from '../map/regions.ts'
import { WorldMap } from '../map/world-map.tsx'
import { navigate } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { useAsked } from '../use-asked.ts'

const splits = ['status', 'type', 'word', 'outlet'] as const

/** Where events are told to have been. */
export default function MapView({ address: { query } }: ViewProps) {
  const by = splits.find((split) => split === query.get('by')) ?? splits[0]
  const region = regionOf(query.get('region'))
  const params = askedFilter(query)
  params.set('by', by)
  const { value, error } = useAsked(
    (signal) => ask<Places & { says: string }>('/api/places', params, { signal }),
    [params.toString()],
  )
  const atlas = useAsked(loadAtlas, [])
  const go = (name: string, wanted: string) => navigate(addressOf('/map', withOne(query, name, wanted)))
  const search = (places: readonly { name: string }[]) => {
    const next = askedFilter(query)
    next.set('list', 'events')
    next.delete('place')
    for (const { name } of places) next.append('place', name)
    return addressOf('/', next)
  }
  return (
    <div class="desk">
      <h1>Events by place</h1>
      <Chips path="/map" query={query} />
      <Narrow path="/map" list="events" query={query} />
      <div class="says">
        <p>{saidBy(value, error)}</p>
        <Choice label="colour by" value={by} options={splits} onValue={(wanted) => go('by', wanted)} />
        <Choice label="of" value={region} options={regionNames} onValue={(wanted) => go('region', wanted)} />
      </div>
      {value && <p class="left-out">{leftOut(value)}</p>}
      {atlas.error && <p class="remark">The map could not be drawn: {atlas.error.message}</p>}
      {value && atlas.value && (
        <WorldMap
          by={by}
          atlas={atlas.value}
          places={value.places}
          values={value.values}
          region={region}
          addressOf={search}
        />
      )}
      <p class="muted">
        Land and borders come from Natural Earth. They are drawn to find one’s way, and take no position on whose land
        is whose.
      </p>
      {value && (
        <Figures
          table={placesTable(value)}
          csv={apiAddress('/api/places.csv', params)}
          cellAddress={(row, at) => (at === 0 && value.places[row] ? search([value.places[row]]) : undefined)}
        />
      )}
    </div>
  )
}

/** What the map cannot show, in numbers. */
function leftOut({ events, nowhere, places }: Places): string {
  const unknown = places.filter(({ lat }) => lat === undefined)
  const count = unknown.reduce((sum, { count }) => sum + count, 0)
  const first = `${nowhere.toLocaleString('en')} of ${events.toLocaleString('en')} events have no place.`
  return count === 0
    ? first
    : `${first} Of ${count.toLocaleString('en')} the place is told, but not known to the map; the table has them.`
}
