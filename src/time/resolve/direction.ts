import type { Tree } from '../../language/tree.ts'
import type { Language } from '../../language/types.ts'
import type { Lexicon } from '../lexicon.ts'
import type { ProposedTime } from '../meaning.ts'
import { type Line, textAt } from '../pieces.ts'
import type { TimeWords } from '../words.ts'

/** Where a time lies from the day of publication, by tense and by words around it; undefined where nothing says. */
export type Direction = 'past' | 'future' | 'present'

/** Looks at the words before the time, then at what governs it. */
export function directionOf(line: Line, tree: Tree, found: ProposedTime): Direction | undefined {
  const before = textAt(line, found.from - 1) === 'the' ? textAt(line, found.from - 2) : textAt(line, found.from - 1)
  if (before === 'since') return 'past'
  const { language, lexicon, pieces } = line
  if (before === 'until' && textAt(line, found.to) === 'to') return 'future'
  if (followsPast(line, found)) return 'past'
  const near = nearWord(line, found) ?? (isAheadOf(line, found) ? 'future' : undefined)
  if (near) return near
  const top = topOf(language, pieces[found.from].word, pieces[found.to - 1].word)
  if (isOwner(line, found)) return undefined
  const limit = lexicon.words['future-before'].has(before)
  const tense = governed(language, lexicon, { top, limit }) ?? nearestTense(line, tree, found)
  if (tense !== 'future' && textAt(line, found.from - 1) === 'for' && isCalendarDay(found)) return 'future'
  return limit && tense !== 'past' ? 'future' : tense
}

/** 'called a strike for Monday' */
const isCalendarDay = ({ meaning }: ProposedTime): boolean =>
  meaning.weekday !== undefined || (meaning.month !== undefined && meaning.day !== undefined)

/** "Wednesday's ruling": what it belongs to has mostly been told. */
const isOwner = (line: Line, { to }: ProposedTime): boolean => textAt(line, to) === "'s"

/** Whether the time hangs on a verb in the past tense itself, and so tells when that was: 'died in November'. */
export function isDirect(line: Line, found: ProposedTime): boolean {
  const { language, pieces } = line
  const { head, xpos, upos, relation } = language
  const top = topOf(language, pieces[found.from].word, pieces[found.to - 1].word)
  const governor = head[top]
  if (governor < 0 || !(xpos[governor] === 'VBD' || xpos[governor] === 'VBN')) return false
  if (relation[top] === 'obj' || relation[top].startsWith('nsubj')) return false
  const { infinitive, tense } = verbAt(language, line.lexicon.words, governor)
  if (infinitive || tense !== 'past') return false
  const before = pieces[found.from - 1]
  return before === undefined || line.lexicon.words.direct.has(before.text) || upos[before.word] !== 'ADP'
}

/** 'announced Saturday it would ...': right after a verb in the past tense. */
function followsPast({ pieces, language }: Line, { from }: ProposedTime): boolean {
  const i = pieces[from - 1]?.text === 'on' ? from - 2 : from - 1
  return i >= 0 && language.xpos[pieces[i].word] === 'VBD' && pieces[i].text !== 'set' && !pieces[i].entry
}

const NEAR = 3

/** 'due Oct. 5', 'scheduled for Monday', 'ended Sept. 30' */
function nearWord(line: Line, { from }: ProposedTime): Direction | undefined {
  for (let i = from - 1; i >= 0 && i >= from - NEAR; i--) {
    const word = textAt(line, i)
    const { directions } = line.lexicon
    const pair = directions.get(`${word} ${textAt(line, i + 1)}`)
    const direction = pair ?? directions.get(word)
    // 'agreed in April to ...' tells when they agreed
    const told = pair === undefined && direction === 'future' && xposAt(line, i) === 'VBD'
    if (direction && direction !== 'ahead') return told ? undefined : direction
    if (!line.lexicon.words.links.has(textAt(line, i))) return undefined
  }
  return undefined
}

const xposAt = ({ language, pieces }: Line, i: number): string => language.xpos[pieces[i].word]

/** How far before a time 'ahead of', 'the run-up to' may stand. */
const FAR = 7

/** 'ahead of the election in December' */
function isAheadOf(line: Line, { from }: ProposedTime): boolean {
  const { language, pieces } = line
  for (let i = from - 1; i > 0 && i >= from - FAR; i--) {
    const tag = language.xpos[pieces[i].word]
    if (tag.startsWith('VB') || language.upos[pieces[i].word] === 'PUNCT') return false
    const text = pieces[i].text
    if (text === 'of' && pieces[i - 1].text === 'ahead') return true
    if ((text === 'to' || text === 'for') && line.lexicon.words['run-up'].has(pieces[i - 1].text)) return true
  }
  return false
}

function topOf({ head }: Language, from: number, to: number): number {
  for (let w = from; w <= to; w++) if (head[w] < from || head[w] > to) return w
  return from
}

type Directions = ReadonlyMap<string, 'past' | 'future' | 'ahead'>

/**
 * The first verb above the time says it. An infinitive asks the verb above it: what one is expected to do lies ahead,
 * what one came to do does not. 'Planned Friday' tells when one planned, 'planned to leave Friday' what one planned, and
 * 'planned a march on Friday' when the march is. What has been done until a day (`limit`) still goes on.
 */
function governed(
  language: Language,
  { directions, words }: Lexicon,
  { top, limit }: { top: number; limit: boolean },
): Direction | undefined {
  const own = verbAt(language, words, top)
  if (own.copula) return own.tense
  let infinitive = false
  let nouns = 0
  // what stands in a phrase or a clause of its own tells nothing of what is planned above it
  let apart = false
  for (let w = language.head[top], steps = 0; w >= 0 && steps < 8; w = language.head[w], steps++) {
    if (isNominal(language, w)) {
      if (nouns++ === 0 && isPlanned(language, directions, w)) return 'future'
      if (isAfter(language, words, w)) apart = true
    }
    const verb = verbAt(language, words, w)
    if (verb.infinitive && verb.tense === 'present') return 'future'
    if (verb.infinitive) {
      infinitive = true
      if (!verb.over) continue
    }
    const word = language.lower[w]
    const known = directions.get(word) ?? directions.get(`${word} ${language.lower[w + 1]}`)
    if (known === 'past') return known
    if (
      known === 'ahead'
        ? infinitive && nouns < 2 && !apart && !verb.over
        : known && !verb.over && isAhead(language, { w, top, infinitive })
    )
      return 'future'
    if (language.xpos[w] === 'VBG' && language.relation[w] !== 'xcomp') apart = true
    if (limit && verb.loose) continue
    if (verb.tense) return infinitive && verb.tense === 'present' ? 'future' : verb.tense
  }
  return infinitive ? 'future' : undefined
}

const isNominal = ({ upos }: Language, w: number): boolean => upos[w] === 'NOUN' || upos[w] === 'PROPN'

/** 'a planned vote on Friday', 'a possible verdict Thursday' */
function isPlanned({ head, lower, relation }: Language, directions: Directions, noun: number): boolean {
  for (let w = noun - 1; w >= 0 && w > noun - 5; w--) {
    if (head[w] === noun && relation[w] === 'amod' && isOpen(directions, lower[w])) return true
  }
  return false
}

/** 'the opening round' has mostly begun, 'the upcoming round' has not */
const isOpen = (directions: Directions, word: string): boolean =>
  (directions.get(word) ?? 'past') !== 'past' && (!word.endsWith('ing') || word.endsWith('coming'))

/** 'to keep calm after a clash Wednesday' */
function isAfter({ head, lower, relation }: Language, { since }: TimeWords, noun: number): boolean {
  for (let w = noun - 1; w >= 0 && w > noun - 6; w--)
    if (head[w] === noun && relation[w] === 'case' && since.has(lower[w])) return true
  return false
}

/** Whether the time tells what is planned: 'to leave Friday', 'a march on Friday'; not when one planned it. */
function isAhead(
  { xpos, relation, head }: Language,
  { w, top, infinitive }: { w: number; top: number; infinitive: boolean },
): boolean {
  if (infinitive || xpos[w] !== 'VBD') return true
  for (let v = w + 1; v < top; v++) if (head[v] === w && relation[v] === 'obj') return true
  return false
}

interface Verb {
  tense: Direction | undefined
  infinitive: boolean
  /** 'had been due': past before the past, whatever its word says */
  over: boolean
  /** 'is Friday': the word is told by a copula */
  copula: boolean
  /** 'has kept', 'kept by': done, and may go on */
  loose: boolean
}

/** Auxiliaries stand before their verb, and not far off. */
const REACH = 12

/** The tense of a verb, or of a noun or adjective with a copula, by its tag and its auxiliaries. */
function verbAt(language: Language, lists: TimeWords, w: number): Verb {
  const { xpos, lower, relation, head } = language
  let modal = false
  let had = false
  let past = false
  let perfect = false
  let present = false
  let infinitive = false
  let copula = false
  for (let c = Math.max(0, w - REACH); c < w; c++) {
    if (head[c] !== w) continue
    if (xpos[c] === 'MD' && lists.modals.has(lower[c])) modal = true
    else if (xpos[c] === 'TO') infinitive = xpos[w] === 'VB' || lower[w - 1] === 'be'
    else if (relation[c].startsWith('aux') || relation[c] === 'cop') {
      if (relation[c] === 'cop') copula = true
      if (lower[c] === 'had') had = true
      if (lists['past-auxiliaries'].has(lower[c])) past = true
      else if (lists['perfect-auxiliaries'].has(lower[c])) perfect = true
      else if (xpos[c] === 'VBZ' || xpos[c] === 'VBP') present = true
    }
  }
  const tense = modal ? 'future' : tenseOf(xpos[w], { past, perfect, present })
  const loose = !modal && !past && !had && (perfect || xpos[w] === 'VBN')
  return { tense, infinitive, over: had && !modal, copula, loose }
}

function tenseOf(tag: string, { past, perfect, present }: { past: boolean; perfect: boolean; present: boolean }) {
  if (past || perfect || tag === 'VBD') return 'past'
  if (present || tag === 'VBP' || tag === 'VBZ') return 'present'
  return tag === 'VBN' ? 'past' : undefined
}

const WINDOW = 14

/** Without a tree: the nearest verb to the left, else to the right, by its tag. */
function nearestTense(line: Line, tree: Tree, { from, to }: ProposedTime): Direction | undefined {
  const { language, pieces } = line
  const { xpos, lower } = language
  const past = line.lexicon.words['past-auxiliaries']
  const first = pieces[from].word
  const last = pieces[to - 1].word
  const begin = pieces[0].word
  const end = pieces[pieces.length - 1].word
  if (hasTree(language, tree, first)) return undefined
  for (let w = first - 1; w >= begin && w >= first - WINDOW; w--) {
    const tense = tagTense(xpos[w], past.has(lower[w]), xpos[w - 1])
    if (tense) return tense
  }
  for (let w = last + 1; w <= end && w <= last + WINDOW; w++) {
    const tense = tagTense(xpos[w], past.has(lower[w]), xpos[w - 1])
    if (tense) return tense
  }
  return undefined
}

const hasTree = ({ head }: Language, tree: Tree, w: number): boolean => head[w] >= 0 || tree.children(w).length > 0

function tagTense(tag: string, isPast: boolean, before: string | undefined): Direction | undefined {
  if (tag === 'MD') return 'future'
  if (tag === 'VBD' || isPast) return 'past'
  if (tag === 'VB') return before === 'TO' ? 'future' : undefined
  return tag === 'VBP' || tag === 'VBZ' ? 'present' : undefined
}
