import type { GeoProjection } from 'd3-geo'
import { arc, pie } from 'd3-shape'
import type { PlaceCount } from '../../src/desk/places.ts'
import { sum } from '../sum.ts'
import { counted } from '../words/counted.ts'
import { isolated } from '../words/isolated.ts'

/** Places that lie at one point, as one circle whose area is the count. */
export interface Circle {
  x: number
  y: number
  radius: number
  count: number
  /** most events first */
  places: PlaceCount[]
  /** slices, each with the place of its value among the answer's */
  slices: { index: number; count: number; path: string }[]
}

/** The largest radius, as a part of the map's width. */
const LARGEST = 1 / 32
const SMALLEST = 3

/**
 * Circles for places whose position is known and falls on the map, largest first, so that small ones are drawn over large ones.
 *
 * @param width of the map; what is projected outside it and `height` is left out
 */
export function layOutCircles(
  places: readonly PlaceCount[],
  { projection, width, height }: { projection: GeoProjection; width: number; height: number },
): Circle[] {
  const points = [...byPoint(places)]
    .map(([, same]) => ({ same, count: sum(same.map(({ count }) => count)) }))
    .sort((a, b) => b.count - a.count || (a.same[0].name < b.same[0].name ? -1 : 1))
  const most = points[0]?.count ?? 1
  return points.flatMap(({ same, count }) => {
    const point = projection([same[0].lon as number, same[0].lat as number])
    if (!point || point[0] < 0 || point[1] < 0 || point[0] > width || point[1] > height) return []
    const radius = Math.max(SMALLEST, LARGEST * width * Math.sqrt(count / most))
    return [{ x: point[0], y: point[1], radius, count, places: same, slices: slicesOf(same, radius) }]
  })
}

function byPoint(places: readonly PlaceCount[]): Map<string, PlaceCount[]> {
  const found = new Map<string, PlaceCount[]>()
  for (const place of places) {
    if (place.lat === undefined || place.lon === undefined) continue
    const key = `${place.lat} ${place.lon}`
    found.set(key, [...(found.get(key) ?? []), place])
  }
  return found
}

function slicesOf(places: readonly PlaceCount[], radius: number): Circle['slices'] {
  const counts = places[0].parts.map((_, index) => sum(places.map(({ parts }) => parts[index])))
  const draw = arc<{ startAngle: number; endAngle: number }>().innerRadius(0).outerRadius(radius)
  return pie<number>()
    .sort(null)(counts)
    .flatMap((slice, index) => (slice.value > 0 ? [{ index, count: slice.value, path: draw(slice) as string }] : []))
}

/** A circle in words: where, how many events, and on whose word. */
export function circleInWords({ places, count }: Circle): string {
  const names = places.map(({ name }) => isolated(name)).join(', ')
  const country = places[0].country ? ` (${places[0].country})` : ''
  const rough = places.some(({ position }) => position === 'country') ? ', drawn at its country' : ''
  const words = new Map<string, number>()
  for (const place of places)
    for (const { value, count } of place.words) words.set(value, (words.get(value) ?? 0) + count)
  const ranked = [...words].sort((a, b) => b[1] - a[1]).slice(0, 5)
  const said = ranked.map(([value, count]) => `${wordInWords(value)} ${count}`).join(', ')
  return `${names}${country}${rough}: ${counted(count, 'event')}, on the word of ${said}`
}

const wordInWords = (value: string) =>
  value === 'report' ? 'the report itself' : value === '' ? 'somebody not named' : isolated(value)
