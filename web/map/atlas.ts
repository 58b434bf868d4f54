import { geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import address from 'world-atlas/countries-110m.json?url'
import type { Projected } from './project.ts'

export type WorldTopology = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** The outlines of land and countries, from Natural Earth; a file of the page's own, fetched when a map is first shown. */
export async function loadAtlas(signal?: AbortSignal): Promise<WorldTopology> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`the outlines of the map could not be loaded (${response.status})`)
  return response.json() as Promise<WorldTopology>
}

export interface Outlines {
  sphere: string
  land: string
  borders: string
}

/** Land as one shape, borders as lines: no country looks other than the next. */
export function outlinesOf(atlas: WorldTopology, { projection }: Pick<Projected, 'projection'>): Outlines {
  const draw = geoPath(projection).digits(1)
  return {
    sphere: draw({ type: 'Sphere' }) ?? '',
    land: draw(feature(atlas, atlas.objects.land)) ?? '',
    borders: draw(mesh(atlas, atlas.objects.countries, (a, b) => a !== b)) ?? '',
  }
}
