import type { Name, NameKind } from './types.ts'

/** Words of a report, as far as agreement needs them. */
export interface NamedWords {
  form: readonly string[]
  lower: readonly string[]
  /** index into sentences */
  sentence: Int32Array
  size: number
}

/** Kinds that a report's names can be mistaken among; a date or a sum of money is never one of them. */
const KINDS = new Set<NameKind>(['person', 'organization', 'place', 'facility', 'group', 'misc', 'product'])
/** Below this the tagger was unsure of a name, and the rest of the report may overrule it. */
const SURE = 0.95
/** Votes, of one mention's certainty each, that make a name certain enough to be seen where the tagger passed it over. */
const CERTAIN = 1.2
/** The other names must weigh so many times more to overrule one. */
const OVERRULE = 1.2

/**
 * A second look at a report's names, all together: the same words mostly name the same thing all through one report
 * (one sense per discourse, Gale et al. 1992). A name that the tagger was unsure of takes the kind that the report's
 * other mentions have; a person's last name alone is a person's.
 *
 * @returns new names, in text order; what is given is not changed
 */
export function agree(words: NamedWords, names: readonly Name[]): Name[] {
  const votes = countVotes(words, names)
  const agreed = names.map((name) => {
    if (name.confidence >= SURE || !KINDS.has(name.kind)) return name
    const kind = winner(votes.get(keyOf(words, name.from, name.to)), name)
    return kind === name.kind ? name : { ...name, kind }
  })
  return [...agreed, ...missed(words, agreed, votes)].sort((a, b) => a.from - b.from)
}

/** Occurrences that the tagger passed over of names that the report has for certain, longest first. */
function missed(words: NamedWords, names: readonly Name[], votes: Votes): Name[] {
  const { form, sentence, size } = words
  const taken = new Uint8Array(size)
  let longest = 1
  const beginnings = new Set<string>()
  for (const { from, to } of names) {
    taken.fill(1, from, to)
    longest = Math.max(longest, Math.min(to - from, 6))
    beginnings.add(words.lower[from])
  }
  const found: Name[] = []
  for (let w = 0; w < size; w++) {
    if (taken[w] || !isCapital(form[w]) || !beginnings.has(words.lower[w])) continue
    for (let to = Math.min(size, w + longest); to > w; to--) {
      if (taken[to - 1] || sentence[to - 1] !== sentence[w]) continue
      const kind = certain(votes.get(keyOf(words, w, to)))
      if (!kind) continue
      found.push({ from: w, to, kind, confidence: 0.5 })
      taken.fill(1, w, to)
      break
    }
  }
  return found
}

/** The kind that nearly all of a name's votes are for, when they are more than one mention's. */
function certain(votes: Map<NameKind, number> | undefined): NameKind | undefined {
  let sum = 0
  let most = 0
  let best: NameKind | undefined
  for (const [kind, n] of votes ?? []) {
    sum += n
    if (n > most) {
      most = n
      best = kind
    }
  }
  return most >= CERTAIN && most >= 0.8 * sum ? best : undefined
}

const isCapital = (form: string): boolean => form.charAt(0) !== form.charAt(0).toLowerCase()

type Votes = Map<string, Map<NameKind, number>>

function countVotes(words: NamedWords, names: readonly Name[]): Votes {
  const votes: Votes = new Map()
  const vote = (key: string, kind: NameKind, weight: number) => {
    let of = votes.get(key)
    if (!of) votes.set(key, (of = new Map()))
    of.set(kind, (of.get(kind) ?? 0) + weight)
  }
  for (const { from, to, kind, confidence } of names) {
    if (!KINDS.has(kind)) continue
    vote(keyOf(words, from, to), kind, confidence)
    if (kind === 'person' && to - from > 1) vote(keyOf(words, to - 1, to), kind, confidence)
  }
  return votes
}

function winner(votes: Map<NameKind, number> | undefined, { kind, confidence }: Name): NameKind {
  let best = kind
  // its own vote is among them
  const others = (k: NameKind, n: number) => (k === kind ? n - confidence : n)
  let most = confidence + Math.max(0, others(kind, votes?.get(kind) ?? confidence))
  for (const [k, n] of votes ?? []) {
    if (k !== kind && n > most * OVERRULE) {
      best = k
      most = n / OVERRULE
    }
  }
  return best
}

function keyOf({ lower }: NamedWords, from: number, to: number): string {
  let key = lower[from]
  for (let w = from + 1; w < to; w++) key += ` ${lower[w]}`
  return key
}
