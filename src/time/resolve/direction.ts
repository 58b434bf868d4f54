import type { Tree } from '../../language/tree.ts'
import type { Language } from '../../language/types.ts'
import type { Found } from '../meaning.ts'
import { type Line, textAt } from '../pieces.ts'

/** Where a time lies from the day of publication, by tense and by words around it; undefined where nothing says. */
export type Direction = 'past' | 'future' | 'present'

const FUTURE_BEFORE = new Set(['by', 'until', 'till', 'til'])

/** Looks at the words before the time, then at what governs it. */
export function directionOf(line: Line, tree: Tree, found: Found): Direction | undefined {
  const before = textAt(line, found.from - 1) === 'the' ? textAt(line, found.from - 2) : textAt(line, found.from - 1)
  if (before === 'since') return 'past'
  const { language, lexicon, pieces } = line
  const near = nearWord(line, found)
  if (near) return near
  const top = topOf(language, pieces[found.from].word, pieces[found.to - 1].word)
  const tense = governed(language, lexicon.directions, tree, top) ?? nearestTense(line, tree, found)
  if (FUTURE_BEFORE.has(before) && tense !== 'past') return 'future'
  return tense
}

const NEAR = 3

/** 'due Oct. 5', 'scheduled for Monday', 'ended Sept. 30' */
function nearWord(line: Line, { from }: Found): Direction | undefined {
  for (let i = from - 1; i >= 0 && i >= from - NEAR; i--) {
    const direction = line.lexicon.directions.get(textAt(line, i))
    if (direction) return direction
    if (!LINKS.has(textAt(line, i))) return undefined
  }
  return undefined
}

const LINKS = new Set([
  'on',
  'in',
  'for',
  'by',
  'at',
  'until',
  'the',
  'as',
  'to',
  'from',
  'of',
  'early',
  'late',
  'mid',
  '-',
  'next',
])

function topOf({ head }: Language, from: number, to: number): number {
  for (let w = from; w <= to; w++) if (head[w] < from || head[w] > to) return w
  return from
}

type Directions = ReadonlyMap<string, 'past' | 'future'>

/** The first verb above the time says it; participles and infinitives ask on upward. */
function governed(language: Language, directions: Directions, tree: Tree, top: number): Direction | undefined {
  for (let w = language.head[top], steps = 0; w >= 0 && steps < 8; w = language.head[w], steps++) {
    const tense = tenseOf(language, directions, tree, w)
    if (tense) return tense
  }
  return undefined
}

const FUTURE_AUX = new Set([
  'will',
  "'ll",
  '’ll',
  'shall',
  'wo',
  'may',
  'might',
  'can',
  'could',
  'should',
  'must',
  'would',
  "'d",
  '’d',
  'ca',
])
const PAST_AUX = new Set(['had', 'was', 'were', 'did', 'has', 'have', "'ve", '’ve', 'been'])

/** The tense of a verb with its auxiliaries; undefined for what is no finite verb. */
function tenseOf(language: Language, directions: Directions, tree: Tree, w: number): Direction | undefined {
  const { xpos, lower, relation, upos } = language
  const tag = xpos[w]
  let present = false
  let past = false
  let to = false
  for (const c of tree.children(w)) {
    if (c > w && relation[c] !== 'cop') continue
    if (FUTURE_AUX.has(lower[c]) && xpos[c] === 'MD') return 'future'
    if (relation[c].startsWith('aux') || relation[c] === 'cop') {
      if (PAST_AUX.has(lower[c])) past = true
      else if (upos[c] === 'AUX') present = true
    } else if (xpos[c] === 'TO') to = true
  }
  const known = directions.get(lower[w])
  if (
    known &&
    (upos[w] === 'VERB' || upos[w] === 'ADJ') &&
    !(past && tag === 'VBN' && known === 'future' && !EXPECTED.has(lower[w]))
  )
    return known
  if (to && tag === 'VB') return 'future'
  if (past || tag === 'VBD') return 'past'
  if (present) return 'present'
  if (tag === 'VBP' || tag === 'VBZ') return 'present'
  return tag === 'VBN' ? 'past' : undefined
}

const EXPECTED = new Set(['scheduled', 'expected', 'due', 'set', 'slated', 'supposed'])

const WINDOW = 14

/** Without a tree: the nearest verb to the left, else to the right, by its tag. */
function nearestTense(line: Line, tree: Tree, { from, to }: Found): Direction | undefined {
  const { language, pieces } = line
  const { xpos, lower } = language
  const first = pieces[from].word
  const last = pieces[to - 1].word
  const begin = pieces[0].word
  const end = pieces[pieces.length - 1].word
  if (hasTree(language, tree, first)) return undefined
  for (let w = first - 1; w >= begin && w >= first - WINDOW; w--) {
    const tense = tagTense(xpos[w], lower[w], xpos[w - 1])
    if (tense) return tense
  }
  for (let w = last + 1; w <= end && w <= last + WINDOW; w++) {
    const tense = tagTense(xpos[w], lower[w], xpos[w - 1])
    if (tense) return tense
  }
  return undefined
}

const hasTree = ({ head }: Language, tree: Tree, w: number): boolean => head[w] >= 0 || tree.children(w).length > 0

function tagTense(tag: string, lower: string, before: string | undefined): Direction | undefined {
  if (tag === 'MD') return 'future'
  if (tag === 'VBD' || PAST_AUX.has(lower)) return 'past'
  if (tag === 'VB') return before === 'TO' ? 'future' : undefined
  return tag === 'VBP' || tag === 'VBZ' ? 'present' : undefined
}
