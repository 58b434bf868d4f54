import { type GeoProjection, geoEqualEarth } from 'd3-geo'
import { type Region, regions } from './regions.ts'

export interface Projected {
  projection: GeoProjection
  width: number
  height: number
}

/** Points on each edge of a box: the edges are curves on the map. */
const STEPS = 12

/**
 * The Equal Earth projection, which keeps areas as they are, of the world or a part of it.
 *
 * @param width in the map's own units; circles and lines keep their size in them
 */
export function projectMap(region: Region, width = 960): Projected {
  const box: readonly number[] | undefined = regions[region]
  if (!box) {
    const projection = geoEqualEarth().fitWidth(width, { type: 'Sphere' })
    return { projection, width, height: Math.ceil(projection([0, -90])![1]) }
  }
  const [west, , east] = box
  const outline = { type: 'MultiPoint' as const, coordinates: edgesOf(box) }
  const projection = geoEqualEarth().rotate([-(west + east) / 2, 0])
  projection.fitWidth(width, outline)
  const height = Math.min(
    width * 0.8,
    Math.ceil(Math.max(...outline.coordinates.map((point) => projection(point)![1]))),
  )
  projection.fitExtent(
    [
      [0, 0],
      [width, height],
    ],
    outline,
  )
  return {
    projection: projection.clipExtent([
      [0, 0],
      [width, height],
    ]),
    width,
    height,
  }
}

function edgesOf([west, south, east, north]: readonly number[]): [number, number][] {
  const steps = Array.from({ length: STEPS + 1 }, (_, i) => i / STEPS)
  return steps.flatMap((part) => {
    const lon = west + part * (east - west)
    const lat = south + part * (north - south)
    return [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ] as [number, number][]
  })
}
