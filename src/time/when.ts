import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Time } from '../record/types.ts'
import type { TimeReading } from './types.ts'

/** Which time a word belongs to, and why. */
export interface When {
  /** id of the time */
  time: string
  basis: 'own-clause' | 'main-clause' | 'sentence-before'
}

/**
 * Opens a look-up from a word (an event's trigger, a statement's cue) to the time that says when it was. Looked for in
 * this order: what the word itself governs; the word's own clause; the clauses above it; the sentence before, in the
 * same paragraph or the one before it. Durations, sets and vague references ('now', 'recently') do not answer. Where
 * nothing is found it returns undefined, and the report's date is what is left.
 *
 * @example openWhen(language, tree, times)(trigger) // { time: 't1x', basis: 'own-clause' }
 */
export function openWhen(language: Language, tree: Tree, times: TimeReading): (word: number) => When | undefined {
  const inSentence = timesBySentence(language, times)
  return (word) => {
    if (word < 0 || word >= language.size) return undefined
    const s = language.sentence[word]
    return inSame(language, tree, inSentence.get(s), word) ?? inBefore(language, inSentence, s)
  }
}

interface Placed {
  id: string
  from: number
  to: number
  /** the word of the time that hangs on something outside it */
  top: number
  /** the clause that the time belongs to */
  clause: number
}

function timesBySentence(language: Language, { times, details }: TimeReading): Map<number, Placed[]> {
  const map = new Map<number, Placed[]>()
  times.forEach((time, i) => {
    if (!answers(time)) return
    const { from, to } = details[i]
    const top = topOf(language, from, to)
    const placed = {
      id: time.id,
      from,
      to,
      top,
      clause: clauseOf(language, language.head[top] < 0 ? top : language.head[top]),
    }
    const s = language.sentence[from]
    const list = map.get(s)
    if (list) list.push(placed)
    else map.set(s, [placed])
  })
  return map
}

const answers = ({ type, value }: Time) => (type === 'DATE' || type === 'TIME') && !value.endsWith('_REF')

function topOf({ head }: Language, from: number, to: number): number {
  for (let w = from; w < to; w++) if (head[w] < from || head[w] >= to) return w
  return from
}

function inSame(language: Language, tree: Tree, placed: readonly Placed[] | undefined, word: number): When | undefined {
  if (!placed) return undefined
  const under = nearest(
    placed.filter((t) => t.top !== word && isInside(language, tree, t, word)),
    word,
  )
  if (under) return { time: under.id, basis: 'own-clause' }
  let clause = clauseOf(language, word)
  for (let steps = 0; clause >= 0 && steps < 64; steps++) {
    const found = nearest(
      placed.filter((t) => t.clause === clause),
      word,
    )
    if (found) return { time: found.id, basis: steps === 0 ? 'own-clause' : 'main-clause' }
    const above = language.head[clause]
    clause = above < 0 ? -1 : clauseOf(language, above)
  }
  return undefined
}

/** Whether the time hangs under the word with no clause between them. */
function isInside({ head, relation, upos }: Language, tree: Tree, time: Placed, word: number): boolean {
  if (!tree.above(word, time.top)) return false
  for (let w = head[time.top]; w !== word && w >= 0; w = head[w]) if (isClause(relation[w], upos[w])) return false
  return true
}

function nearest(placed: readonly Placed[], word: number): Placed | undefined {
  let best: Placed | undefined
  for (const t of placed) if (!best || distance(t, word) < distance(best, word)) best = t
  return best
}

const distance = ({ from, to }: Placed, word: number) => (word < from ? from - word : word - to + 1)

/** The predicate of the clause that a word stands in: itself, or the first clause's head above it. */
function clauseOf({ head, relation, upos }: Language, word: number): number {
  let w = word
  for (let steps = 0; steps < 256; steps++) {
    if (head[w] < 0 || isClause(relation[w], upos[w])) return w
    w = head[w]
  }
  return w
}

const CLAUSES = new Set(['root', 'ccomp', 'xcomp', 'advcl', 'acl', 'csubj', 'parataxis'])

function isClause(relation: string, upos: string): boolean {
  const colon = relation.indexOf(':')
  const base = colon < 0 ? relation : relation.slice(0, colon)
  return CLAUSES.has(base) || (base === 'conj' && (upos === 'VERB' || upos === 'AUX'))
}

/** The last time of the sentence before, unless a paragraph without times lies between. */
function inBefore({ sentences }: Language, inSentence: Map<number, Placed[]>, s: number): When | undefined {
  const before = s > 0 ? inSentence.get(s - 1) : undefined
  if (!before || sentences[s].paragraph - sentences[s - 1].paragraph > 1) return undefined
  return { time: before[before.length - 1].id, basis: 'sentence-before' }
}
