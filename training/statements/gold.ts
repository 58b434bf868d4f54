import type { Language } from '../../src/language/types.ts'
import type { Span } from '../../src/record/types.ts'
import { ROLE } from '../../src/statement/roles.ts'
import type { Attribution } from './corpus.ts'

/** An attribution laid over a report's words. */
export interface GoldStatement {
  /** the word of the cue that all others hang on */
  head: number
  source: number[]
  cue: number[]
  content: number[]
  act?: string
}

/** Lays attributions over words; those whose cue has no word are left out. */
export function alignGold(language: Language, attributions: readonly Attribution[]): GoldStatement[] {
  return attributions.flatMap(({ source, cue, content, act }) => {
    const words = coveredWords(language, cue)
    if (words.length === 0) return []
    return [
      {
        head: cueHead(language, words),
        cue: words,
        source: coveredWords(language, source),
        content: coveredWords(language, content),
        ...(act ? { act } : {}),
      },
    ]
  })
}

/** Indices of the words that spans touch, in order. */
export function coveredWords({ start, end, size }: Language, spans: readonly Span[]): number[] {
  const words = new Set<number>()
  for (const span of spans) {
    let low = 0
    let high = size
    while (low < high) {
      const middle = (low + high) >> 1
      if (end[middle] <= span.start) low = middle + 1
      else high = middle
    }
    for (let w = low; w < size && start[w] < span.end; w++) if (end[w] > start[w]) words.add(w)
  }
  return [...words].sort((a, b) => a - b)
}

const rank = (upos: string) =>
  upos === 'VERB' ? 0 : upos === 'NOUN' ? 1 : upos === 'ADJ' ? 2 : upos === 'PUNCT' ? 5 : upos === 'AUX' ? 3 : 4

/** The word of a span whose head lies outside it; where there are several, verbs before nouns before others. */
export function cueHead({ head, upos }: Language, words: readonly number[]): number {
  const inside = new Set(words)
  const tops = words.filter((w) => !inside.has(head[w]))
  return [...tops].sort((a, b) => rank(upos[a]) - rank(upos[b]) || a - b)[0] ?? words[0]
}

/** A role for each word of [from, to). */
export function goldRoles(gold: GoldStatement, from: number, to: number): Uint8Array {
  const roles = new Uint8Array(to - from)
  const paint = (words: readonly number[], role: number) => {
    for (const w of words) if (w >= from && w < to) roles[w - from] = role
  }
  paint(gold.content, ROLE.content)
  paint(gold.source, ROLE.source)
  // the cue's words without a gap around its head
  const cue = new Set(gold.cue)
  for (let w = gold.head; cue.has(w); w--) paint([w], ROLE.cue)
  for (let w = gold.head + 1; cue.has(w); w++) paint([w], ROLE.cue)
  return roles
}
