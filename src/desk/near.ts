/**
 * Tells near copies: a wire report that several outlets print with a sentence less or a headline more. MinHash (Broder 1997) over
 * runs of five words; documents that are likely alike share a band of their signatures (locality-sensitive hashing).
 */

const SHINGLE = 5
const HASHES = 64
/** Not of all hashes: a copy at the border shares one of so many with a chance of 998 in 1,000. */
const BANDS = 12
const ROWS = 4

/** From this share of common runs of words on, a text is a copy. */
export const COPY = 0.8

/** Multipliers and summands of the hash functions: odd numbers from one seed, the same for ever, since signatures are kept. */
const [multipliers, summands] = constants()

/**
 * The signature of a text: for each of 64 hash functions, the least value over its runs of five words (case and punctuation count for
 * nothing). Texts under five words have one run.
 */
export function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(HASHES).fill(0xffffffff)
  const last = new Uint32Array(SHINGLE)
  let words = 0
  const take = () => {
    let run = 0x811c9dc5
    for (let k = 0; k < SHINGLE; k++) run = Math.imul(run ^ last[(words + k) % SHINGLE], 0x01000193)
    run ^= run >>> 15
    for (let h = 0; h < HASHES; h++) {
      const value = (Math.imul(run, multipliers[h]) + summands[h]) >>> 0
      if (value < signature[h]) signature[h] = value
    }
  }
  let hash = 0
  const end = () => {
    if (hash === 0) return
    last[words++ % SHINGLE] = hash
    hash = 0
    if (words >= SHINGLE) take()
  }
  for (let i = 0; i < text.length; i++) {
    const code = folded(text.charCodeAt(i))
    if (code > 0) hash = Math.imul((hash || 0x811c9dc5) ^ code, 0x01000193) | 1
    else end()
  }
  end()
  if (words < SHINGLE) take()
  return signature
}

/** A letter or digit, capitals as small letters; 0 for everything that parts words. */
function folded(code: number): number {
  if (code >= 65 && code <= 90) return code + 32
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 0xbf)
    return code >= 0x2010 && code <= 0x206f ? 0 : code
  return 0
}

/** What is kept of a signature to tell how alike texts are: the lowest byte of each value (b-bit minwise hashing, Li and König 2010). */
export function shortOf(signature: Uint32Array): Uint8Array {
  return Uint8Array.from(signature, (value) => value & 255)
}

/** One hash a band; texts that are alike share at least one, nearly always. */
export function bandsOf(signature: Uint32Array): number[] {
  return Array.from({ length: BANDS }, (_, b) => {
    let hash = 0x811c9dc5 ^ b
    for (let r = 0; r < ROWS; r++) hash = Math.imul(hash ^ signature[b * ROWS + r], 0x01000193)
    return hash | 0
  })
}

/** The share of runs of words that two texts have in common, as their signatures, or what is kept of them, tell it: 0 to 1. */
export function likeness(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let same = 0
  for (let h = 0; h < HASHES; h++) if (a[h] === b[h]) same++
  return same / HASHES
}

function constants(): [Uint32Array, Uint32Array] {
  let state = 0x9e3779b9
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  const odd = Uint32Array.from({ length: HASHES }, () => next() | 1)
  return [odd, Uint32Array.from({ length: HASHES }, next)]
}
