import { hashText, join } from './hash.ts'
import type { View } from './view.ts'

/** Longest stretch of words to each side of a cue that is looked at. */
export const REACH = 100

/**
 * How the words of one sentence lie to one cue in the tree. The cue and its ancestors are its *line*; every other word
 * hangs, through its *branch*, on one word of the line. Arrays go by word, from `from`; they are filled anew for each cue.
 */
export interface Lie {
  from: number
  to: number
  cue: number
  /** child of the line under which the word hangs; for a word of the line, itself */
  branch: Int32Array
  /** steps from the cue up to where the branch hangs; -1 while not known */
  climb: Int32Array
  /** steps from the word up to its branch; -1 for a word of the line */
  drop: Int32Array
  /** hash of the way from cue to word, relation by relation */
  way: Int32Array
}

const FAR = 31

export function openLie(): Lie {
  const make = () => new Int32Array(2 * REACH + 1)
  return { from: 0, to: 0, cue: 0, branch: make(), climb: make(), drop: make(), way: make() }
}

/** Fills `lie` for the cue whose head is word `cue`. */
export function fillLie(view: View, cue: number, lie: Lie): void {
  const { head, sentence, sentences } = view.language
  const bounds = sentences[sentence[cue]]
  lie.cue = cue
  lie.from = Math.max(bounds.from, cue - REACH)
  lie.to = Math.min(bounds.to, cue + REACH + 1)
  const { from, to, branch, climb, drop, way } = lie
  climb.fill(-1, 0, to - from)
  let chain = 0
  for (let x = cue, k = 0; x >= 0 && k < FAR; x = head[x], k++) {
    if (x >= from && x < to) {
      branch[x - from] = x
      climb[x - from] = k
      drop[x - from] = -1
      way[x - from] = chain
    }
    if (k < 4) chain = join(chain, view.relation[x])
  }
  for (let w = from; w < to; w++) if (climb[w - from] < 0) settle(view, w, lie)
}

const pile = new Int32Array(2 * REACH + 1)

/** Finds a word's place from its head's, the head's first where that is not known yet. */
function settle(view: View, word: number, lie: Lie): void {
  const { from, to, branch, climb, drop, way } = lie
  const { head } = view.language
  let depth = 0
  for (let x = word; x >= from && x < to && climb[x - from] < 0 && depth < pile.length; x = head[x]) pile[depth++] = x
  while (depth > 0) {
    const x = pile[--depth]
    const i = x - from
    const h = head[x] - from
    if (h < 0 || h >= to - from || climb[h] < 0) {
      branch[i] = x
      climb[i] = FAR
      drop[i] = 0
      way[i] = join(view.relation[x], FAR)
    } else if (drop[h] < 0) {
      branch[i] = x
      climb[i] = climb[h]
      drop[i] = 0
      way[i] = join(way[h], view.relation[x])
    } else {
      branch[i] = branch[h]
      climb[i] = climb[h]
      drop[i] = drop[h] + 1
      way[i] = drop[i] < 4 ? join(way[h], view.plain[x]) : way[h]
    }
  }
}

const BITS = new Map(
  [
    ['nsubj', 1],
    ['nsubj:pass', 2],
    ['csubj', 2],
    ['obj', 4],
    ['ccomp', 8],
    ['xcomp', 16],
    ['parataxis', 32],
    ['obl:agent', 64],
    ['expl', 128],
    ['advcl', 256],
    ['nmod:poss', 512],
    ['nmod', 1024],
    ['acl', 2048],
    ['cop', 4096],
    ['iobj', 8192],
  ].map(([relation, bit]) => [hashText(relation as string), bit as number]),
)

/** Which relations hang on a cue, as bits. */
export function frameOf({ relation, first, next }: View, cue: number): number {
  let frame = 0
  for (let c = first[cue]; c >= 0; c = next[c]) frame |= BITS.get(relation[c]) ?? 0
  return frame
}
