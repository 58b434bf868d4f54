import type { Record as NewsRecord, Span } from '../../record/types.ts'
import { wordsOf } from '../text-words.ts'
import { dayOf } from './days.ts'
import { stemOf, weightyOf } from './likeness.ts'

/** A sentence with what a draft can have otherwise: how many of whom, and which day. */
export interface Told extends Span {
  keys: readonly string[]
  /** stems of its weighty words, numbers left out */
  stems: readonly string[]
  counts: readonly Counted[]
  days: readonly Dated[]
}

/** A number before what it counts. */
export interface Counted extends Span {
  value: number
  /** stems of the two words behind it */
  of: readonly string[]
}

export interface Dated extends Span {
  /** as a value of TIMEX3 */
  day: string
}

/** What number words are worth: a number, or the factor by which what stands before it is multiplied. */
export type NumberWords = ReadonlyMap<string, { is: number } | { times: number }>

/** The sentences of a report that hold a count or a day. */
export function toldOf({ report: { text, dateline }, times, statements }: NewsRecord, numbers: NumberWords): Told[] {
  // when somebody said it is compared with what they said
  const ofSayings = new Set(statements.map(({ when }) => when))
  const days = times.flatMap(({ id, start, end, value }): Dated[] => {
    const isAtHead = dateline !== undefined && start < dateline.end && end > dateline.start
    const day = isAtHead || ofSayings.has(id) ? undefined : dayOf(value)
    return day === undefined ? [] : [{ start, end, day }]
  })
  const within = <T extends Span>(all: readonly T[], { start, end }: Span) =>
    all.filter((one) => one.start >= start && one.end <= end)
  return sentencesOf(text).flatMap((sentence) => {
    const words = wordsOf(text, sentence.start, sentence.end)
    const counts = countsOf(words, numbers).filter(
      ({ start, end }) => !times.some((time) => time.start < end && time.end > start),
    )
    const dated = within(days, sentence)
    if (counts.length === 0 && dated.length === 0) return []
    const keys = [...words.keys]
    const stems = weightyOf(keys.filter((key) => !/^\d/.test(key) && !numbers.has(key)))
    return [{ ...sentence, keys, stems, counts, days: dated }]
  })
}

function countsOf({ keys, start, end }: ReturnType<typeof wordsOf>, numbers: NumberWords): Counted[] {
  const counts: Counted[] = []
  for (let at = 0; at < keys.length; at++) {
    let value: number | undefined
    let to = at
    for (; to < keys.length; to++) {
      const part = numberOf(keys[to], numbers)
      if (!part) break
      if ('times' in part) value = (value ?? 1) * part.times
      else value = (value ?? 0) + part.is
    }
    if (value === undefined) continue
    const of = keys.slice(to, to + 2).map(stemOf)
    // 'one' counts little, and four digits are most often a year
    if (of.length > 0 && value > 1 && !(to - at === 1 && /^(?:1[5-9]|20)\d\d$/.test(keys[at])))
      counts.push({ start: start[at], end: end[to - 1], value, of })
    at = to
  }
  return counts
}

const numberOf = (key: string, numbers: NumberWords) =>
  /^\d+(?:\.\d+)?$/.test(key) ? { is: Number(key) } : numbers.get(key)

/** The sentences of a text, near enough to compare their words. */
function sentencesOf(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const { 0: edge, index } of text.matchAll(EDGE)) {
    sentences.push({ start, end: index + 1 })
    start = index + edge.length
  }
  return [...sentences, { start, end: text.length }]
}

const EDGE = /(?<!\b\p{Lu}|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Col|Sgt|Lt|Sen|Rep|Gov))[.!?]["”’']*\s+(?=["“‘']?\p{Lu})|\n+/gu
