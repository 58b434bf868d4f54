import { firstIndex } from '../first-index.ts'
import { BLOCK, HEAD_NUMBERS, MAGIC, peopleOfStep } from './gazetteer-format.ts'

/** A town or a second division of the gazetteer. */
export interface GazetteerEntry {
  geonames: number
  lat: number
  lon: number
  people: number
  /** GeoNames' code of the first division that it lies in: 'US.TX' */
  division: string
  level: 'town' | 'division'
}

/**
 * Opens models/places.bin: gives all places that bear a name, by its `placeKey`. Nothing is unpacked but the block that a look-up needs.
 *
 * @throws RangeError where the bytes are no gazetteer
 * @example openGazetteer(bytes)('paris') // [{ geonames: 2988507, lat: 48.85, lon: 2.35, people: 2138551, ... }, ...]
 */
export function openGazetteer(bytes: Uint8Array): (key: string) => GazetteerEntry[] {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const { buffer, byteOffset } = whole
  const [magic, size, blocks, codeBytes] = new Uint32Array(buffer, byteOffset, HEAD_NUMBERS)
  if (magic !== MAGIC) throw new RangeError('models/places.bin is no gazetteer; write it anew with training/places.ts')
  let at = byteOffset + HEAD_NUMBERS * 4
  const take = (count: number) => {
    at += count
    return at - count
  }
  const geonames = new Uint32Array(buffer, take(size * 4), size)
  const starts = new Uint32Array(buffer, take(blocks * 4), blocks)
  const points = new Int16Array(buffer, take(size * 4), size * 2)
  const within = new Uint16Array(buffer, take(size * 2), size)
  const people = new Uint8Array(buffer, take(size), size)
  const isDivision = new Uint8Array(buffer, take(size), size)
  const codes = new TextDecoder().decode(new Uint8Array(buffer, take(codeBytes), codeBytes)).split('\n')
  const names = new Uint8Array(buffer, at, byteOffset + whole.byteLength - at)

  const entry = (place: number): GazetteerEntry => ({
    geonames: geonames[place],
    lat: points[2 * place] / 100,
    lon: points[2 * place + 1] / 100,
    people: peopleOfStep(people[place]),
    division: codes[within[place]],
    level: isDivision[place] ? 'division' : 'town',
  })
  return (key) => {
    const block = blockOf(names, starts, key)
    return block < 0 ? [] : bearers(names, starts[block], key).map(entry)
  }
}

/** The last block whose first name does not come after the key; -1 where all do. */
function blockOf(names: Uint8Array, starts: Uint32Array, key: string): number {
  return firstIndex(starts.length, (block) => compareFirst(names, starts[block], key) > 0) - 1
}

/** Whether the first name of a block (written out whole) comes before the key (< 0), is it (0), or comes after it (> 0). */
function compareFirst(names: Uint8Array, start: number, key: string): number {
  const length = names[start + 1]
  for (let i = 0; i < length && i < key.length; i++) {
    const difference = names[start + 2 + i] - key.charCodeAt(i)
    if (difference !== 0) return difference
  }
  return length - key.length
}

/** The numbers of the places that bear the key's name, looked for in one block. */
function bearers(names: Uint8Array, start: number, key: string): number[] {
  let at = start
  let name = ''
  const varint = () => {
    let [value, shift] = [0, 0]
    for (;;) {
      const byte = names[at++]
      value |= (byte & 127) << shift
      if (byte < 128) return value
      shift += 7
    }
  }
  for (let i = 0; i < BLOCK && at < names.length; i++) {
    const [shared, more] = [names[at], names[at + 1]]
    at += 2
    name = name.slice(0, shared) + String.fromCharCode(...names.subarray(at, at + more))
    at += more
    const count = varint()
    const found: number[] = []
    let last = 0
    for (let n = 0; n < count; n++) {
      last += varint()
      found.push(last)
    }
    if (name === key) return found
    if (name > key) return []
  }
  return []
}
