import { firstIndex } from '../first-index.ts'
import { clauseOf } from '../language/clause/clause-of.ts'
import type { Language } from '../language/types.ts'
import type { Time } from '../record/types.ts'
import type { TimeDetail, TimeReading } from './types.ts'

/** Which time a word belongs to, and why. */
export interface When {
  /** id of the time */
  time: string
  basis: 'own-clause' | 'main-clause' | 'sentence-before'
}

/** The time of a word; of those in its own sentence, only times whose words [from, to) pass are asked. */
export type WhenOf = (word: number, passes?: Passes) => When | undefined
type Passes = (from: number, to: number) => boolean
const everyTime: Passes = () => true

/**
 * Opens a look-up from a word (an event's trigger, a statement's cue) to the time that says when it was. Looked for in
 * this order: what the word itself governs; the word's own clause; the clauses above it; the sentence before, in the
 * same paragraph or the one before it. Durations, sets, vague references ('now', 'recently') and the dateline's day do not
 * answer, nor does a time that only marks another noun out ('the 1967 borders'). Where nothing is found it returns
 * undefined, and the report's date is what is left.
 *
 * @example openWhen(language, times)(trigger) // { time: 't1x', basis: 'own-clause' }
 */
export function openWhen(language: Language, times: TimeReading): WhenOf {
  const places = placeTimes(language, times)
  return (word, passes = everyTime) => {
    if (word < 0 || word >= language.size) return undefined
    return inSame(language, places, word, passes) ?? inBefore(language, places, language.sentence[word])
  }
}

/** The report's times, by where they hang. Lists are in text order. */
interface Places {
  /** by the words above them, up to their clause's predicate */
  under: Map<number, Placed[]>
  /** by their clause's predicate; without those that only mark a noun out */
  ofClause: Map<number, Placed[]>
  /** the last of a sentence that tells of its clause */
  lastOf: Map<number, Placed>
}

interface Placed {
  id: string
  from: number
  to: number
  /** the word of the time that hangs on something outside it */
  top: number
  /** what it hangs on, or -1 */
  governor: number
  /** the clause that the time belongs to */
  clause: number
  /** it marks a noun out and says nothing of the clause */
  marks: boolean
}

function placeTimes(language: Language, { times, details }: TimeReading): Places {
  const places: Places = { under: new Map(), ofClause: new Map(), lastOf: new Map() }
  times.forEach((time, i) => {
    if (!answers(time) || details[i].from < 0) return
    const placed = place(language, time.id, details[i])
    putUnder(language, places, placed)
    if (placed.marks) return
    put(places.ofClause, placed.clause, placed)
    places.lastOf.set(language.sentence[placed.from], placed)
  })
  return places
}

/** What only marks a noun out hangs under that noun alone; the rest under every word up to its clause's predicate. */
function putUnder({ head }: Language, { under }: Places, placed: Placed): void {
  const { governor, clause, marks } = placed
  for (let w = governor, steps = 0; w >= 0 && steps < 64; w = head[w], steps++) {
    put(under, w, placed)
    if (w === clause || marks) return
  }
}

function put(map: Map<number, Placed[]>, word: number, placed: Placed): void {
  const list = map.get(word)
  if (list) list.push(placed)
  else map.set(word, [placed])
}

function place(language: Language, id: string, { from, to }: TimeDetail): Placed {
  const { head, relation, upos } = language
  const top = topOf(language, from, to)
  const governor = head[top]
  const marks = governor >= 0 && MARKS.has(relation[top]) && (upos[governor] === 'NOUN' || upos[governor] === 'PROPN')
  return { id, from, to, top, governor, clause: clauseOf(language, governor < 0 ? top : governor), marks }
}

const MARKS = new Set(['nummod', 'compound', 'amod', 'nmod:poss', 'dep'])

const answers = ({ type, value }: Time) => (type === 'DATE' || type === 'TIME') && !value.endsWith('_REF')

function topOf({ head }: Language, from: number, to: number): number {
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) return w
  return from
}

function inSame(language: Language, { under, ofClause }: Places, word: number, passes: Passes): When | undefined {
  const inside = best(under.get(word), word, word, passes)
  if (inside) return { time: inside.id, basis: 'own-clause' }
  let clause = clauseOf(language, word)
  for (let steps = 0; clause >= 0 && steps < 64; steps++) {
    const found = best(ofClause.get(clause), word, clause, passes)
    if (found) return { time: found.id, basis: steps === 0 ? 'own-clause' : 'main-clause' }
    const above = language.head[clause]
    clause = above < 0 ? -1 : clauseOf(language, above)
  }
  return undefined
}

/** How many times on either side of a word are weighed, where a clause has very many. */
const NEAR = 8

/** What hangs on the governor itself, else the nearest. */
function best(
  placed: readonly Placed[] | undefined,
  word: number,
  governor: number,
  passes: Passes,
): Placed | undefined {
  if (!placed) return undefined
  const at = placed.length > 2 * NEAR ? indexAfter(placed, word) : 0
  const first = Math.max(0, at - NEAR)
  let found: Placed | undefined
  for (let i = first; i < placed.length && i < first + 2 * NEAR; i++) {
    const t = placed[i]
    const isNearer = !found || cost(t, word, governor) < cost(found, word, governor)
    if (isNearer && passes(t.from, t.to)) found = t
  }
  return found
}

/** Index of the first time after the word. */
function indexAfter(placed: readonly Placed[], word: number): number {
  return firstIndex(placed.length, (time) => placed[time].from >= word)
}

const FAR = 1_000_000
const cost = (t: Placed, word: number, governor: number) => distance(t, word) + (t.governor === governor ? 0 : FAR)
const distance = ({ from, to }: Placed, word: number) => (word < from ? from - word : word - to + 1)

/** The last time of the sentence before, unless a paragraph lies between. */
function inBefore({ sentences }: Language, { lastOf }: Places, s: number): When | undefined {
  const before = lastOf.get(s - 1)
  if (!before || sentences[s].paragraph - sentences[s - 1].paragraph > 1) return undefined
  return { time: before.id, basis: 'sentence-before' }
}
