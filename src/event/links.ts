import type { Grammar } from '../language/clause/grammar.ts'
import type { Event, Link, Statement } from '../record/types.ts'
import type { Candidate } from './candidate.ts'
import type { EventCodebook } from './codebook.ts'

/** An event with the candidate that it came from. */
export interface Found {
  event: Event
  candidate: Candidate
}

/** Links between a report's events: what answers what, what denies what, and the same event told again. */
export function findLinks(
  grammar: Grammar,
  codebook: EventCodebook,
  found: readonly Found[],
  statements: readonly Statement[],
): Link[] {
  return [...responses(grammar, codebook, found), ...denials(found, statements), ...repeats(found)]
}

/** 'A was done in response to B', where both are events of the same sentence. */
function responses(grammar: Grammar, { links }: EventCodebook, found: readonly Found[]): Link[] {
  const { language } = grammar
  const list: Link[] = []
  for (const { from, to } of sentencesOf(grammar, found)) {
    for (let w = from; w < to; w++) {
      const phrase = links.find(({ words }) => words.every((word, i) => language.lower[w + i] === word))
      if (!phrase) continue
      const inside = found.filter(({ candidate }) => candidate.word >= from && candidate.word < to)
      const later = answering(grammar, inside, w)
      const earlier = inside.filter(
        ({ candidate }) => candidate.word >= w + phrase.words.length && isUnder(grammar, candidate.word, w),
      )
      for (const { event } of earlier.slice(0, 3)) {
        if (later && later.event.id !== event.id) list.push({ from: later.event.id, to: event.id, kind: phrase.kind })
      }
    }
  }
  return list
}

function sentencesOf({ language }: Grammar, found: readonly Found[]) {
  return [...new Set(found.map(({ candidate }) => language.sentence[candidate.word]))].map((s) => language.sentences[s])
}

/** The event that the phrase hangs on. */
function answering({ language }: Grammar, inside: readonly Found[], phrase: number): Found | undefined {
  for (let w = language.head[phrase], steps = 0; w >= 0 && steps < 12; w = language.head[w], steps++) {
    const own = inside.find(
      ({ candidate }) => (candidate.word === w || candidate.light === w) && candidate.word < phrase,
    )
    if (own) return own
    if (language.relation[w] === 'ccomp') return undefined
  }
  return undefined
}

/** Whether w stands under what the phrase at `phrase` introduces. */
function isUnder({ language, tree }: Grammar, w: number, phrase: number): boolean {
  const top = language.head[phrase]
  return (
    top >= 0 &&
    (tree.above(top, w) ||
      (language.head[top] >= 0 && language.head[top] > phrase && tree.above(language.head[top], w)))
  )
}

/** A denied event denies one of the same type between the same parties told elsewhere. */
function denials(found: readonly Found[], statements: readonly Statement[]): Link[] {
  const list: Link[] = []
  for (const { event } of found.filter((f) => f.event.status === 'denied')) {
    const told = found.find(
      (f) => f.event.status !== 'denied' && f.event.type === event.type && compatible(f.event, event),
    )
    const statement = statements.find(({ id }) => id === event.word.statement)
    if (told) list.push({ from: statement?.id ?? event.id, to: told.event.id, kind: 'denies' })
  }
  return list
}

/** How many events before an event may be the same one told again. */
const BEFORE = 40

/** The same type, status, parties and time, told again: each links to the first telling. */
function repeats(found: readonly Found[]): Link[] {
  const list: Link[] = []
  const later = new Set<string>()
  found.forEach(({ event }, i) => {
    for (let j = Math.max(0, i - BEFORE); j < i; j++) {
      const first = found[j].event
      if (later.has(first.id) || first.status !== event.status || first.type !== event.type) continue
      if (!same(first, event)) continue
      later.add(event.id)
      list.push({ from: event.id, to: first.id, kind: 'same-as' })
      return
    }
  })
  return list
}

const entitiesOf = (roles: Event['actors']) => new Set(roles.flatMap(({ entity }) => (entity ? [entity] : [])))

const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((id) => b.has(id))

/** No party or time of one contradicts the other's. */
function compatible(a: Event, b: Event): boolean {
  const agree = (x: ReadonlySet<string>, y: ReadonlySet<string>) => x.size === 0 || y.size === 0 || meets(x, y)
  return (
    agree(entitiesOf(a.actors), entitiesOf(b.actors)) &&
    agree(entitiesOf(a.recipients), entitiesOf(b.recipients)) &&
    (!a.when || !b.when || a.when === b.when)
  )
}

/** Compatible, with at least one party in common whose part is the same, and two where both tell of both sides. */
function same(a: Event, b: Event): boolean {
  if (!compatible(a, b) || (a.mode && b.mode && a.mode !== b.mode)) return false
  const recipients = meets(entitiesOf(a.recipients), entitiesOf(b.recipients))
  const actors = meets(entitiesOf(a.actors), entitiesOf(b.actors))
  return recipients && (actors || a.actors.length === 0 || b.actors.length === 0)
}
