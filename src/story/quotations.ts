import type { Record as NewsRecord, Span } from '../record/types.ts'
import { align, type Step } from './align.ts'
import { type Saying, sameSpeaker, sayingsOf } from './check/sayings.ts'
import { RUN, runsOf } from './runs.ts'
import { wordsOf } from './text-words.ts'

/** A stretch of words that are the same on both sides, or not. */
export interface SharedPart {
  kind: 'same' | 'changed' | 'put-in' | 'left-out'
  /** the words of this report; empty where it leaves out */
  words: string
  /** the words of the first report; empty where this one puts in */
  first: string
}

/** A quotation as one report has it. */
export interface Quoted {
  report: string
  statement?: string
  span: Span
  words: string
  speaker?: string
}

/** The same as another report has it: word for word, less or more of it, or with other words. */
export interface QuotedAgain extends Quoted {
  how: 'same' | 'shortened' | 'longer' | 'altered'
  /** the speaker of the first report is another */
  otherSpeaker?: true
  /** word by word against the first, where altered */
  parts?: SharedPart[]
}

/** One quotation in several reports: who has it first, and who else. */
export interface SharedQuotation {
  first: Quoted
  again: QuotedAgain[]
}

/** Earlier quotations that one is laid beside: those that share most runs of words. */
const LOOKED_AT = 3
/** More words than these at an end that are not the same belong to something else that was said. */
const EDGE = 3
/** Of the words laid beside each other, so many are the same where it is one quotation; and so many of the shorter's, or a run of so many. */
const SAME = 0.6
const OF_SHORTER = 0.75
const LONG = 8

interface Entry {
  quoted: Quoted
  saying: Saying
  at: number
  keys: readonly string[]
  start: Int32Array
  end: Int32Array
  /** whether a sentence ends behind the word */
  ends: boolean[]
  /** the report's */
  text: string
}

/**
 * Finds quotations that several reports have: those that share a run of five words are laid beside each other word by word. What only one has before
 * or behind the other, or a whole sentence of it, is shortened; other words within it are altered.
 *
 * @param records the first published first
 */
export function sharedQuotations(records: readonly NewsRecord[]): SharedQuotation[] {
  const entries = records.flatMap((record, at) => entriesOf(record, at))
  const holders = new Map<number, number[]>()
  const found: { first: number; again: QuotedAgain[] }[] = []
  const groupOf = new Map<number, number>()
  entries.forEach((entry, n) => {
    const shared = new Map<number, number>()
    const runs = new Set(runsOf(entry.keys))
    for (const run of runs) for (const other of holders.get(run) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1)
    const near = [...shared]
      .filter(([other]) => entries[other].at !== entry.at)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    for (const [other] of near.slice(0, LOOKED_AT)) {
      const known = groupOf.get(other)
      const first = known === undefined ? other : found[known].first
      const again = againOf(entries[first], entry) ?? againOf(entries[other], entry)
      if (!again) continue
      const group = known ?? found.push({ first: other, again: [] }) - 1
      groupOf.set(other, group)
      groupOf.set(n, group)
      found[group].again.push(again)
      break
    }
    for (const run of runs) {
      const list = holders.get(run)
      if (list) list.push(n)
      else holders.set(run, [n])
    }
  })
  return found.map(({ first, again }) => ({ first: entries[first].quoted, again }))
}

/** Quotations of five words and more, whole ones and quoted parts. */
function entriesOf(record: NewsRecord, at: number): Entry[] {
  const { text, id } = record.report
  const byStatement = new Map<string, Saying[]>()
  const spans = new Set<number>()
  for (const saying of sayingsOf(record)) {
    if (!saying.quoted) continue
    if (spans.has(saying.span.start)) continue
    spans.add(saying.span.start)
    const key = saying.statement?.id ?? `${saying.span.start}`
    byStatement.set(key, [...(byStatement.get(key) ?? []), saying])
  }
  return [...byStatement.values()].flatMap((sayings): Entry[] => {
    const stretches = sayings.map(({ span }) => wordsOf(text, span.start, span.end))
    const keys = stretches.flatMap((stretch) => stretch.keys)
    if (keys.length < RUN) return []
    const start = Int32Array.from(stretches.flatMap((stretch) => [...stretch.start]))
    const end = Int32Array.from(stretches.flatMap((stretch) => [...stretch.end]))
    const ends = keys.map((_, n) => n === keys.length - 1 || /[.!?…:;\n”"]/.test(text.slice(end[n], start[n + 1])))
    const span = { start: sayings[0].span.start, end: sayings.at(-1)!.span.end }
    const [{ statement, speaker }] = sayings
    const words = sayings.map(({ span: { start, end } }) => unquoted(text.slice(start, end))).join(' … ')
    const quoted = {
      report: id,
      ...(statement && { statement: statement.id }),
      span,
      words,
      ...(speaker && { speaker: speaker.name }),
    }
    return [{ quoted, saying: sayings[0], at, keys, start, end, ends, text }]
  })
}

/** How a later report has the quotation of an earlier one; undefined where they share no run of words in place. */
function againOf(first: Entry, later: Entry): QuotedAgain | undefined {
  const [short, long] = later.keys.length <= first.keys.length ? [later, first] : [first, later]
  const alignment = align(short.keys, long.keys)
  if (!alignment) return undefined
  const laterIsShort = short === later
  const steps = trimmed(alignment.steps, short, long, alignment.from === 0, alignment.to === long.keys.length)
  if (!isOne(steps, short.keys.length)) return undefined
  const altered = steps.some(({ kind }) => kind !== 'same')
  const whole = alignment.to - alignment.from === long.keys.length && steps.length === long.keys.length
  const how = altered ? 'altered' : whole ? 'same' : laterIsShort ? 'shortened' : 'longer'
  const same = sameSpeaker(first.saying, later.saying)
  return {
    ...later.quoted,
    how,
    ...(same === false && { otherSpeaker: true as const }),
    ...(altered && { parts: partsOf(steps, first, later, laterIsShort) }),
  }
}

/**
 * Steps without what is no alteration: words at an end where the other quotation has begun already or is over, and whole sentences that
 * one of them passes over.
 */
function trimmed(steps: readonly Step[], short: Entry, long: Entry, atBegin: boolean, atEnd: boolean): Step[] {
  let from = 0
  let to = steps.length
  if (atBegin) while (from < to && steps[from].kind === 'put-in') from++
  if (atEnd) while (to > from && steps[to - 1].kind === 'put-in') to--
  const kept: Step[] = []
  for (let at = from; at < to; ) {
    const { kind } = steps[at]
    if (kind !== 'put-in' && kind !== 'left-out') {
      kept.push(steps[at++])
      continue
    }
    let end = at
    while (end < to && steps[end].kind === kind) end++
    const of = kind === 'put-in' ? short : long
    const word = (step: Step) => (kind === 'put-in' ? step.quote : step.source)
    const before = word(steps[at]) - 1
    const isSentence = (before < 0 || of.ends[before]) && of.ends[word(steps[end - 1])]
    if (!isSentence) kept.push(...steps.slice(at, end))
    at = end
  }
  return withoutEdges(kept)
}

function withoutEdges(steps: Step[]): Step[] {
  const isSame = ({ kind }: Step) => kind === 'same'
  const first = steps.findIndex(isSame)
  const last = steps.findLastIndex(isSame)
  return steps.slice(first > EDGE ? first : 0, steps.length - 1 - last > EDGE ? last + 1 : steps.length)
}

/** Whether what is laid beside each other is one quotation, and no turn of phrase that two have by chance. */
function isOne(steps: readonly Step[], shorter: number): boolean {
  const same = steps.filter(({ kind }) => kind === 'same').length
  const longest = longestSame(steps)
  return longest >= RUN && same >= SAME * steps.length && (same >= OF_SHORTER * shorter || longest >= LONG)
}

function longestSame(steps: readonly Step[]): number {
  let longest = 0
  let run = 0
  for (const { kind } of steps) {
    run = kind === 'same' ? run + 1 : 0
    longest = Math.max(longest, run)
  }
  return longest
}

function partsOf(steps: readonly Step[], first: Entry, later: Entry, laterIsShort: boolean): SharedPart[] {
  const parts: SharedPart[] = []
  const wordOf = (entry: Entry, n: number) => (n < 0 ? '' : entry.text.slice(entry.start[n], entry.end[n]))
  for (const { kind, quote, source } of steps) {
    if (kind === 'any') continue
    const [mine, theirs] = laterIsShort ? [quote, source] : [source, quote]
    const turned =
      laterIsShort || kind === 'same' || kind === 'changed' ? kind : kind === 'put-in' ? 'left-out' : 'put-in'
    const last = parts.at(-1)
    const words = wordOf(later, mine)
    const of = wordOf(first, theirs)
    if (last && last.kind === turned) {
      last.words = [last.words, words].filter(Boolean).join(' ')
      last.first = [last.first, of].filter(Boolean).join(' ')
    } else parts.push({ kind: turned, words, first: of })
  }
  return parts
}

/** Words without the quotation marks around them. */
const unquoted = (words: string) => words.replace(/\s+/g, ' ').replace(/^["“”‘'«»]+|["“”’'«»]+$/g, '')
