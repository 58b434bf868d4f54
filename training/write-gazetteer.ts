import { BLOCK, MAGIC, peopleStep } from '../src/entity/gazetteer-format.ts'

export interface GazetteerPlace {
  geonames: number
  /** as `placeKey` gives them */
  names: readonly string[]
  lat: number
  lon: number
  people: number
  /** GeoNames' code of the first division that it lies in, 'US.TX' */
  division: string
  level: 'town' | 'division'
}

/** The bytes that `openGazetteer` reads; see gazetteer-format.ts. */
export function writeGazetteer(all: readonly GazetteerPlace[]): Uint8Array {
  const places = all.filter(({ names }) => names.length > 0).sort((a, b) => a.geonames - b.geonames)
  const divisions = [...new Set(places.map(({ division }) => division))].sort()
  const divisionAt = new Map(divisions.map((code, i) => [code, i]))
  const codes = new TextEncoder().encode(divisions.join('\n'))
  const { starts, names } = nameTable(places)
  const head = new Uint32Array([MAGIC, places.length, starts.length, codes.length, names.length])
  const geonames = Uint32Array.from(places, (place) => place.geonames)
  const points = Int16Array.from(places.flatMap(({ lat, lon }) => [Math.round(lat * 100), Math.round(lon * 100)]))
  const within = Uint16Array.from(places, ({ division }) => divisionAt.get(division) ?? 0)
  const people = Uint8Array.from(places, (place) => peopleStep(place.people))
  const isDivision = Uint8Array.from(places, ({ level }) => (level === 'division' ? 1 : 0))
  const parts = [head, geonames, new Uint32Array(starts), points, within, people, isDivision, codes, names]
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)))
}

function nameTable(places: readonly GazetteerPlace[]): { starts: number[]; names: Uint8Array } {
  const bearers = new Map<string, number[]>()
  places.forEach(({ names }, at) => {
    for (const name of names) bearers.set(name, [...(bearers.get(name) ?? []), at])
  })
  const bytes: number[] = []
  const starts: number[] = []
  let before = ''
  const varint = (value: number) => {
    for (let rest = value; ; rest >>>= 7)
      if (rest < 128) {
        bytes.push(rest)
        return
      } else bytes.push((rest & 127) | 128)
  }
  const sorted = [...bearers.keys()].sort()
  sorted.forEach((name, i) => {
    if (i % BLOCK === 0) {
      starts.push(bytes.length)
      before = ''
    }
    let shared = 0
    while (shared < before.length && before[shared] === name[shared]) shared++
    bytes.push(shared, name.length - shared)
    for (let c = shared; c < name.length; c++) bytes.push(name.charCodeAt(c))
    const list = bearers.get(name) ?? []
    varint(list.length)
    let last = 0
    for (const at of list) {
      varint(at - last)
      last = at
    }
    before = name
  })
  return { starts, names: Uint8Array.from(bytes) }
}
