import type { Grammar } from '../language/clause/grammar.ts'
import type { Language } from '../language/types.ts'
import type { Place } from '../record/types.ts'
import type { Candidate } from './candidate.ts'
import type { EventWords } from './words.ts'

/** How far above the trigger a place may hang. */
const CLAUSES_UP = 2

/**
 * Opens a look-up from a candidate to the place where its event was: what its own clause says, the clause above, those
 * acted on where they are a place, and last the report's dateline.
 */
export function openWhere(
  grammar: Grammar,
  places: readonly Place[],
  words: EventWords,
): (candidate: Candidate, recipients: readonly number[]) => string | undefined {
  if (places.length === 0) return () => undefined
  const { language } = grammar
  const placeAt = placeByWord(language, places)
  const known: Known = { grammar, placeAt, words }
  const dateline = datelineOf(language, places)
  return ({ word, light, rule }, recipients) => {
    const own = [word, ...(light >= 0 ? [light] : []), ...(rule.whose ? [] : grammar.objects(word))]
    for (const w of own) {
      const found = placeUnder(known, w)
      if (found) return found
    }
    const within = rule.whose ? placeWithin(known, word, 0) : undefined
    if (within) return within
    const acted = rule.traits.has('there') ? recipients : []
    for (const w of acted) if (placeAt.has(w)) return placeAt.get(w)
    let above = word
    for (let n = 0; n < CLAUSES_UP && language.head[above] >= 0; n++) {
      above = language.head[above]
      const found = placeUnder(known, above)
      if (found) return found
    }
    return dateline
  }
}

interface Known {
  grammar: Grammar
  placeAt: ReadonlyMap<number, string>
  words: EventWords
}

function placeByWord({ size, start, end }: Language, places: readonly Place[]): Map<number, string> {
  const map = new Map<number, string>()
  const sorted = [...places].sort((a, b) => a.start - b.start)
  let p = 0
  for (let w = 0; w < size && p < sorted.length; w++) {
    while (p < sorted.length && sorted[p].end <= start[w]) p++
    if (p < sorted.length && sorted[p].start < end[w]) map.set(w, sorted[p].id)
  }
  return map
}

function placeUnder(known: Known, w: number): string | undefined {
  for (const { preposition, head } of known.grammar.complements(w)) {
    if (!known.words.around.has(preposition)) continue
    const found = placeIn(known, head, 0)
    if (found) return found
  }
  return undefined
}

/** 'a meeting with envoys from the port in Almeth': a place anywhere in an event noun's phrase, by a preposition of place. */
function placeWithin(known: Known, w: number, depth: number): string | undefined {
  const { grammar, placeAt, words } = known
  for (const c of grammar.tree.children(w)) {
    if (/^(?:acl|conj|advcl|parataxis)/.test(grammar.language.relation[c])) continue
    const marker = grammar.tree.child(c, 'case')
    const found = marker >= 0 && words.inside.has(grammar.language.lower[marker]) ? placeAt.get(c) : undefined
    const own = found ?? (depth < 5 ? placeWithin(known, c, depth + 1) : undefined)
    if (own) return own
  }
  return undefined
}

/** The place that a phrase names: its head's, else the first within it ('the port of Almeth'). */
function placeIn(known: Known, w: number, depth: number): string | undefined {
  const { grammar, placeAt } = known
  const own = placeAt.get(w)
  if (own || depth > 2) return own
  for (const c of grammar.tree.children(w)) {
    if (grammar.language.relation[c].startsWith('acl')) continue
    const found = placeIn(known, c, depth + 1)
    if (found) return found
  }
  return undefined
}

/** The place that the report's dateline names. */
function datelineOf({ dateline }: Language, places: readonly Place[]): string | undefined {
  const start = dateline?.place?.start
  return start === undefined ? undefined : places.find((place) => place.start === start)?.id
}
