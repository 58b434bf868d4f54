/** Words that make a run: as many as two texts hardly share by chance. */
export const RUN = 5

/**
 * Every run of five words of a text, as one number each; of fewer words, none. Two different runs have the same number about once in 10^15 pairs: 53
 * bits of two hashes (FNV-1a).
 */
export function runsOf(keys: readonly string[]): number[] {
  const count = keys.length - RUN + 1
  if (count <= 0) return []
  const low = new Int32Array(keys.length)
  const high = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]
    let a = 0x811c9dc5
    let b = 0x01234567
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i)
      a = Math.imul(a ^ code, 0x01000193)
      b = Math.imul(b ^ code, 0x85ebca6b)
    }
    low[at] = a ^ (a >>> 15)
    high[at] = b ^ (b >>> 13)
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
    runs[first] = (b >>> 11) * 4294967296 + (a >>> 0)
  }
  return runs
}
