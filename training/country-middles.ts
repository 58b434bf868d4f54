/** Outlines of countries as world-atlas has them (TopoJSON). */
export interface Topology {
  transform: { scale: [number, number]; translate: [number, number] }
  arcs: [number, number][][]
  objects: { countries: { geometries: { id?: string; type: string; arcs: number[][] | number[][][] }[] } }
}

/** Every country's middle: the centre of its largest stretch of land. */
export function countryMiddles(
  topology: Topology,
  codeOf: (id: string) => string | undefined,
): { code: string; lat: number; lon: number }[] {
  return topology.objects.countries.geometries.flatMap(({ id, type, arcs }) => {
    const code = id === undefined ? undefined : codeOf(id)
    if (!code) return []
    const polygons = (type === 'Polygon' ? [arcs] : arcs) as number[][][]
    const [{ lat, lon }] = polygons.map(([ring]) => middle(outline(topology, ring))).sort((a, b) => b.area - a.area)
    return [{ code, lat, lon }]
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
