import { join } from './features.ts'
import type { Scene } from './scene.ts'

/** How one word lies to another in the tree of their sentence. */
export interface Way {
  /** steps up from the first word, and down to the second; -1 where they stand in different sentences */
  up: number
  down: number
  /** hash of the relations on the way, with the preposition at its end */
  hash: number
  /** the same without the preposition, and cut after three steps on each side */
  short: number
}

const LONGEST = 12
const NOWHERE: Way = { up: -1, down: -1, hash: 1, short: 1 }
const ups = new Int32Array(LONGEST + 1)

/** The way from word a to word b. */
export function wayBetween({ grammar: { language, tree }, hashed }: Scene, a: number, b: number): Way {
  const { head, sentence } = language
  if (sentence[a] !== sentence[b]) return NOWHERE
  let n = 0
  for (let x = a; x >= 0 && n <= LONGEST; x = head[x]) ups[n++] = x
  let down = 0
  let low = 7
  let lowShort = 7
  for (let x = b; x >= 0 && down <= LONGEST; x = head[x], down++) {
    for (let up = 0; up < n; up++) {
      if (ups[up] !== x) continue
      let high = 3
      for (let k = 0; k < up; k++) high = join(high, hashed.relation[ups[k]])
      let highShort = 3
      for (let k = 0; k < Math.min(up, 3); k++) highShort = join(highShort, hashed.relation[ups[k]])
      const marker = tree.child(b, 'case')
      const short = join(highShort, lowShort)
      return { up, down, hash: join(join(high, low), marker < 0 ? 0 : hashed.lower[marker]), short }
    }
    low = join(low, hashed.relation[x])
    if (down < 3) lowShort = join(lowShort, hashed.relation[x])
  }
  return NOWHERE
}
