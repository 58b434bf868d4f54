import { type BagKind, bagKinds, type ReportFeatures } from './features.ts'

/** Terms are told apart by so many bits of their hash. */
const BITS = 19
/** How many numbers terms can have. */
export const TERMS: number = 1 << BITS
/** Most often that a term is counted in one report. */
const MOST = 8

/** A report's terms as a desk keeps them: for each kind the terms' numbers, ascending, each with how often it stands there (at most eight times). */
export interface ReportTerms {
  /** day of publication as a count of days, where it is known */
  day?: number
  kinds: { readonly [kind in BagKind]: Terms }
}
export interface Terms {
  numbers: Int32Array
  counts: Uint8Array
}

/** Terms by number, from a report's features. */
export function termsOf({ day, bags }: ReportFeatures): ReportTerms {
  const kinds = {} as { [kind in BagKind]: Terms }
  bagKinds.forEach((kind, salt) => {
    const counted = new Map<number, number>()
    for (const [term, count] of bags[kind]) {
      const number = numberOf(term, salt)
      counted.set(number, Math.min(MOST, (counted.get(number) ?? 0) + count))
    }
    const numbers = Int32Array.from(counted.keys()).sort()
    kinds[kind] = { numbers, counts: Uint8Array.from(numbers, (number) => counted.get(number) as number) }
  })
  return { ...(day !== undefined && { day }), kinds }
}

/** The number of a term of the nth kind: FNV-1a, its upper bits folded in. */
function numberOf(term: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193)
  return ((hash >>> BITS) ^ hash) & (TERMS - 1)
}

/** The same in few bytes: for each kind the number of its terms, and for each term its distance from the one before with its count, as varints. */
export function packTerms({ kinds }: ReportTerms): Uint8Array {
  const bytes: number[] = []
  const put = (value: number) => {
    let left = value
    while (left > 127) {
      bytes.push((left & 127) | 128)
      left >>>= 7
    }
    bytes.push(left)
  }
  for (const kind of bagKinds) {
    const { numbers, counts } = kinds[kind]
    put(numbers.length)
    for (let i = 0, last = 0; i < numbers.length; last = numbers[i++]) put(((numbers[i] - last) << 3) | (counts[i] - 1))
  }
  return Uint8Array.from(bytes)
}

/** What `packTerms` packed. */
export function unpackTerms(bytes: Uint8Array, day: number | undefined): ReportTerms {
  let at = 0
  const get = () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
  const kinds = {} as { [kind in BagKind]: Terms }
  for (const kind of bagKinds) {
    const length = get()
    const numbers = new Int32Array(length)
    const counts = new Uint8Array(length)
    for (let i = 0, last = 0; i < length; i++) {
      const value = get()
      last += value >>> 3
      numbers[i] = last
      counts[i] = (value & 7) + 1
    }
    kinds[kind] = { numbers, counts }
  }
  return { ...(day !== undefined && { day }), kinds }
}
