import type { Span } from '../record/types.ts'
import type { GoldEvent, GoldReport, GoldStatement } from './gold.ts'
import { rounded, type Share, shareOf } from './interval.ts'

/** How a reading compares with what people marked. */
export interface ListScore {
  list: 'statements' | 'events'
  /** of the rows that were read, how many people marked too */
  precision: Share
  /** of the rows that people marked, how many were read */
  recall: Share
  /** the harmonic mean of both; left out where nothing pairs and nothing could */
  f1?: number
  /** of the pairs, how many have the field right */
  fields: { field: string; right: Share }[]
  /** the same of each act or type, by the gold's for recall, by the reading's for precision */
  kinds: { value: string; precision: Share; recall: Share }[]
}

/** A report as read and as people marked it, over one text. */
export interface GoldPair {
  gold: GoldReport
  read: GoldReport
}

/** Statements whose contents have so much in common are one: Dice's coefficient over their words. */
const ALIKE = 0.5

/**
 * Readings against gold. A statement pairs with the one whose content is most like its own (half of their words or more); an event with one of its type
 * whose words, or later mentions, overlap.
 */
export function scoreGold(pairs: readonly GoldPair[]): ListScore[] {
  const statements = openTally()
  const events = openTally()
  for (const { gold, read } of pairs) {
    tallyStatements(statements, gold, read)
    tallyEvents(events, gold, read)
  }
  return [
    { list: 'statements' as const, ...statements.score() },
    { list: 'events' as const, ...events.score() },
  ].filter(({ precision, recall }) => precision.of + recall.of > 0)
}

function tallyStatements(tally: Tally, gold: GoldReport, read: GoldReport): void {
  const words = [...gold.text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const covered = (spans: readonly Span[]) =>
    new Set(words.flatMap((word, at) => (spans.some((span) => overlap(span, word)) ? [at] : [])))
  const ours = gold.statements.map(({ content }) => covered(content))
  const theirs = read.statements.map(({ content }) => covered(content))
  const { pairs } = tally.pair(
    gold.statements,
    read.statements,
    ours.flatMap((a, g) => theirs.flatMap((b, r) => (dice(a, b) >= ALIKE ? [{ g, r, likeness: dice(a, b) }] : []))),
    ({ act }) => act,
  )
  for (const [g, r] of pairs) {
    const one = gold.statements[g]
    const other = read.statements[r]
    tally.field('content', dice(ours[g], theirs[r]) === 1)
    if (one.source !== undefined) tally.field('source', alike(one.source, other.source))
    if (one.cue !== undefined) tally.field('cue', alike(one.cue, other.cue))
    for (const field of ['speaker', 'quotation', 'act', 'negated'] as const satisfies (keyof GoldStatement)[])
      if (one[field] !== undefined) tally.field(field, one[field] === other[field])
  }
}

function tallyEvents(tally: Tally, gold: GoldReport, read: GoldReport): void {
  const { pairs } = tally.pair(
    gold.events,
    read.events,
    gold.events.flatMap((one, g) =>
      read.events.flatMap((other, r) =>
        one.type === other.type && anyOverlap(one.told, other.told) ? [{ g, r, likeness: 1 }] : [],
      ),
    ),
    ({ type }) => type,
  )
  for (const [g, r] of pairs) {
    const one = gold.events[g]
    const other = read.events[r]
    for (const field of ['status', 'mode'] as const satisfies (keyof GoldEvent)[])
      if (one[field] !== undefined) tally.field(field, one[field] === other[field])
    for (const field of ['actors', 'recipients'] as const) {
      const [a, b] = [one[field], other[field] ?? []]
      if (a)
        tally.field(field, a.length === 0 ? b.length === 0 : a.every((span) => b.some((own) => overlap(span, own))))
    }
  }
}

interface Candidate {
  g: number
  r: number
  likeness: number
}

type Tally = ReturnType<typeof openTally>

function openTally() {
  let [paired, golds, reads] = [0, 0, 0]
  const fields = new Map<string, { right: number; of: number }>()
  const kinds = new Map<string, { gold: number; found: number; read: number; right: number }>()
  const kind = (value: string | undefined) => {
    const counts = kinds.get(value ?? '') ?? { gold: 0, found: 0, read: 0, right: 0 }
    kinds.set(value ?? '', counts)
    return counts
  }
  return {
    /** Pairs each once, the most alike first. */
    pair<R>(gold: readonly R[], read: readonly R[], candidates: Candidate[], kindOf: (row: R) => string | undefined) {
      const [ofGold, ofRead] = [new Map<number, number>(), new Map<number, number>()]
      for (const { g, r } of candidates.sort((a, b) => b.likeness - a.likeness || a.g - b.g || a.r - b.r)) {
        if (ofGold.has(g) || ofRead.has(r)) continue
        ofGold.set(g, r)
        ofRead.set(r, g)
      }
      paired += ofGold.size
      golds += gold.length
      reads += read.length
      gold.forEach((row, at) => {
        const counts = kind(kindOf(row))
        counts.gold++
        if (ofGold.has(at)) counts.found++
      })
      read.forEach((row, at) => {
        const counts = kind(kindOf(row))
        counts.read++
        if (ofRead.has(at)) counts.right++
      })
      return { pairs: ofGold }
    },
    field(name: string, right: boolean) {
      const counts = fields.get(name) ?? { right: 0, of: 0 }
      fields.set(name, { right: counts.right + (right ? 1 : 0), of: counts.of + 1 })
    },
    score(): Omit<ListScore, 'list'> {
      return {
        precision: shareOf(paired, reads),
        recall: shareOf(paired, golds),
        ...(golds + reads > 0 && { f1: rounded((2 * paired) / (golds + reads)) }),
        fields: [...fields].map(([field, { right, of }]) => ({ field, right: shareOf(right, of) })),
        kinds: [...kinds]
          .filter(([value]) => value !== '')
          .sort(([a, x], [b, y]) => y.gold + y.read - x.gold - x.read || (a < b ? -1 : 1))
          .map(([value, { gold, found, read, right }]) => ({
            value,
            precision: shareOf(right, read),
            recall: shareOf(found, gold),
          })),
      }
    },
  }
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
const anyOverlap = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.some((one) => b.some((other) => overlap(one, other)))
const alike = (a: Span | null, b: Span | null | undefined): boolean => (a ? !!b && overlap(a, b) : !b)

function dice(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let both = 0
  for (const one of a) if (b.has(one)) both++
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
}
