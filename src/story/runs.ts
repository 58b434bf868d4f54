import { hash53 } from '../record/hash53.ts'

/** Words that make a run: as many as two texts hardly share by chance. */
export const RUN = 5

/** Every run of five words of a text, as one number each; of fewer words, none. Two different runs have the same number about once in 10^15 pairs. */
export function runsOf(keys: readonly string[]): number[] {
  const count = keys.length - RUN + 1
  if (count <= 0) return []
  const low = new Int32Array(keys.length)
  const high = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    const word = hash53(keys[at])
    low[at] = word
    high[at] = word / 2 ** 32
  }
  const runs = new Array<number>(count)
  for (let first = 0; first < count; first++) {
    let a = 0
    let b = 0
    for (let at = first; at < first + RUN; at++) {
      a = Math.imul(a ^ low[at], 0x01000193)
      b = Math.imul(b ^ high[at], 0xc2b2ae35)
      a ^= a >>> 16
      b ^= b >>> 15
    }
    runs[first] = (b >>> 11) * 2 ** 32 + (a >>> 0)
  }
  return runs
}
