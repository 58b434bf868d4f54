import type { Record as NewsRecord, Span } from '../../record/types.ts'
import { ANY } from '../align.ts'
import { wordsOf } from '../text-words.ts'
import { besideRows } from './beside.ts'
import { isOtherDay } from './days.ts'
import { differencesOf, type Loud, type QuoteDifference } from './differences.ts'
import { type FoundWords, findPiece, type QuotedPiece, type SoughtQuotation, soughtQuotation } from './find-words.ts'
import { likeness, stemOf, weightyOf } from './likeness.ts'
import { isOffice, isOtherOffice, type OfficeWords } from './offices.ts'
import { nearly, type Saying, samePerson, sameSpeaker, sayingsOf } from './sayings.ts'
import type { CheckSource, Sources } from './sources.ts'
import type { NumberWords } from './told.ts'

/** What a draft's words are, held against the sources. Nothing is called true or false. */
export const verdicts = [
  'exact',
  'altered',
  'joined',
  'other-speaker',
  'other-day',
  'paraphrase',
  'supported',
  'not-supported',
  'not-found',
] as const
export type CheckVerdict = (typeof verdicts)[number]

/** A quotation or an attributed statement of a draft, and what the sources have of it. */
export interface CheckRow extends Span {
  /** `beside`: a toll or a day of the draft's own words that every source has otherwise */
  kind: 'quotation' | 'statement' | 'beside'
  verdict: CheckVerdict
  /** who says it by the draft, and by the source */
  speaker?: string
  sourceSpeaker?: string
  /** the source report, and the stretches of it where the words stand */
  report?: string
  spans?: Span[]
  differences: QuoteDifference[]
  /** what is said loudly: a number or a negation that differs */
  loud: Loud[]
  /** an office that the sources give otherwise, a speaker whom one side does not name */
  notes: string[]
}

/** Words that the codebook knows: see `codebook/story/`. */
export interface CheckWords extends OfficeWords {
  negations: ReadonlySet<string>
  numbers: ReadonlySet<string>
  /** what number words are worth */
  values: NumberWords
}

/** Fewest words of a quotation nobody is named for: shorter ones are titles, nicknames and words held at arm's length. */
const ALONE = 6
/** Largest share of a quotation's words that may differ for it to be an altered one; beyond it, it is another. */
const ALTERED = 0.4
/** Fewest words of each part of a quotation that is joined from two places. */
const JOINED = 3
/** Most words that are left out without a mark within one sentence; more is two places. */
const LEFT_OUT = 12
/** So few words left out are left out, wherever a sentence ends. */
const FEW = 3

/**
 * Checks a draft against sources: a row for each quotation and each attributed statement of the draft, and for each toll and day beside
 * them that the sources have otherwise, by their place in it.
 *
 * @param draft the draft's record
 * @param quotations the draft's stretches in quotation marks, marks included
 */
export function checkQuotations(
  draft: NewsRecord,
  quotations: readonly Span[],
  sources: Sources,
  words: CheckWords,
): CheckRow[] {
  const sayings = sayingsOf(draft)
  const rows = quotations.flatMap((span) => {
    const saying = sayingOver(sayings, span)
    const quoted = soughtQuotation(draft.report.text, span.start, span.end)
    if (quoted.keys.length === 0 || (!saying?.speaker && quoted.keys.length < ALONE)) return []
    return [checkQuotation(draft, innerOf(quoted), quoted, saying, sources, words)]
  })
  const others = sayings.filter(
    ({ quoted, span }) => !quoted && !quotations.some((q) => q.start < span.end && q.end > span.start),
  )
  rows.push(...others.flatMap((saying) => checkStatement(draft, saying, sources, words)))
  const beside = besideRows(draft, quotations, sources, words.values).filter((row) => !isSaidBy(rows, row))
  return [...rows, ...beside].sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether the row of the statement that something stands in says already that it is not so there. */
function isSaidBy(rows: readonly CheckRow[], { start, end }: Span): boolean {
  return rows.some((row) => row.verdict === 'not-supported' && row.start <= start && row.end >= end)
}

/** The quotation's words without its marks. */
function innerOf({ pieces }: SoughtQuotation): Span {
  return { start: pieces[0].start[0], end: pieces.at(-1)!.end.at(-1)! }
}

function sayingOver(sayings: readonly Saying[], { start, end }: Span): Saying | undefined {
  let best: Saying | undefined
  let most = 0
  for (const saying of sayings) {
    const common = Math.min(saying.span.end, end) - Math.max(saying.span.start, start)
    const worth = common - (saying.span.end - saying.span.start) * 1e-3 + (saying.quoted ? 1 : 0) - nearly(saying)
    if (common > 0 && worth > most) {
      most = worth
      best = saying
    }
  }
  return best
}

/** What it is worth that a place of a source has the draft's speaker: of several places with the same words, his own is meant. */
const SPEAKER_WORTH = { true: 4, undefined: 0, false: -1 } as const

function checkQuotation(
  draft: NewsRecord,
  span: Span,
  quoted: SoughtQuotation,
  saying: Saying | undefined,
  sources: Sources,
  words: CheckWords,
): CheckRow {
  const row: CheckRow = { ...span, kind: 'quotation', verdict: 'not-found', differences: [], loud: [], notes: [] }
  if (saying?.speaker) row.speaker = saying.speaker.name
  const candidates = sources.candidates(quoted.keys)
  const wanted = ({ saying: there }: FoundWords) =>
    (there?.quoted ? 2 : 0) + SPEAKER_WORTH[String(sameSpeaker(saying, there)) as 'true']
  let best: { found: FoundWords[]; worth: number } | undefined
  for (const source of candidates) {
    const found = piecesIn(quoted, source, wanted)
    if (!found) continue
    const worth =
      found.reduce((sum, piece) => sum + wanted(piece) - piece.alignment.differences * 100, 0) / found.length
    if (!best || worth > best.worth) best = { found, worth }
  }
  const differing = best ? best.found.reduce((sum, { alignment }) => sum + alignment.differences, 0) : 0
  if (best && differing === 0) {
    const cut = cutShort(draft.report.text, span, quoted, best.found.at(-1)!)
    if (!cut) return exactRow(row, best.found, saying, sources, words)
    const altered = alteredRow(row, draft, quoted, best.found, saying, sources, words)
    altered.differences.push(cut)
    return altered
  }
  const joined = quoted.pieces.length === 1 ? joinedFrom(quoted.pieces[0], candidates) : undefined
  if (joined) return joinedRow(row, joined)
  if (!best || differing > quoted.keys.length * ALTERED) return row
  return alteredRow(row, draft, quoted, best.found, saying, sources, words)
}

/**
 * What a quotation leaves out at its end without a mark: it closes as a sentence does, in the middle of a clause of the source. Parts of a
 * sentence that the draft works into its own may end anywhere.
 */
function cutShort(
  text: string,
  span: Span,
  quoted: SoughtQuotation,
  { source, alignment }: FoundWords,
): QuoteDifference | undefined {
  if (quoted.pieces.at(-1)?.keys.at(-1) === ANY) return undefined
  if (quoted.keys.length < ALONE || !/^[.!?,]*["”»'’]*[.!?]?/.exec(text.slice(span.end))?.[0].match(/[.!?,]/))
    return undefined
  const there = source.record.report.text
  const end = source.words.end[alignment.to - 1]
  const rest = /^[ \t]+(?=[\p{L}\p{N}])[^.,;:!?"“”()\n–—]*/u.exec(there.slice(end, end + 200))?.[0]
  if (!rest || / -+$/.test(rest)) return undefined
  const from = end + rest.length - rest.trimStart().length
  return {
    kind: 'left-out',
    draft: '',
    draftSpan: { start: span.end, end: span.end },
    source: rest.trim(),
    sourceSpan: { start: from, end: from + rest.trim().length },
  }
}

/** All pieces of a quotation in one source; undefined where one is not to be found there. */
function piecesIn(
  quoted: SoughtQuotation,
  source: CheckSource,
  wanted: (found: FoundWords) => number,
): FoundWords[] | undefined {
  const found = quoted.pieces.map(({ keys }) => findPiece(keys, source, wanted))
  return found.every((piece) => piece !== undefined) ? found : undefined
}

function place(row: CheckRow, found: readonly FoundWords[]): CheckRow {
  const [{ source, saying }] = found
  row.report = source.record.report.id
  row.spans = found
    .filter(({ alignment }) => alignment.to > alignment.from)
    .map(({ source, alignment }) => spanOf(source, alignment))
  if (saying?.speaker) row.sourceSpeaker = saying.speaker.name
  return row
}

function spanOf({ words }: CheckSource, { from, to }: { from: number; to: number }): Span {
  return { start: words.start[from], end: words.end[to - 1] }
}

function exactRow(
  row: CheckRow,
  found: readonly FoundWords[],
  saying: Saying | undefined,
  sources: Sources,
  words: CheckWords,
): CheckRow {
  place(row, found)
  const there = found[0].saying
  const same = sameSpeaker(saying, there)
  row.verdict = verdictOf(found, saying, same)
  if (same === undefined)
    row.notes.push(
      there?.speaker?.isNamed ? 'the draft does not name who says this' : 'the source does not name who says this',
    )
  if (row.verdict === 'other-day') row.notes.push(dayNote(saying, there))
  if (same) row.notes.push(...officeNotes(saying, there, sources, words))
  return row
}

function verdictOf(found: readonly FoundWords[], saying: Saying | undefined, same: boolean | undefined): CheckVerdict {
  const there = found[0].saying
  if (found.some(({ saying, source, alignment }) => !isQuoted(saying, source, alignment))) return 'paraphrase'
  if (same === false) return 'other-speaker'
  if (isOtherDay(saying?.day, there?.day)) return 'other-day'
  return 'exact'
}

/** Whether the words stand in quotation marks in the source: its reader says so, or a mark stands around them in the paragraph. */
function isQuoted(
  saying: Saying | undefined,
  { record, words }: CheckSource,
  { from, to }: { from: number; to: number },
): boolean {
  if (saying?.quoted) return true
  const { text } = record.report
  const start = words.start[from]
  const paragraph = text.lastIndexOf('\n', start) + 1
  const before = text.slice(paragraph, start)
  const opened = (before.match(/["“„«]|(?<!\w)['‘]|``/g)?.length ?? 0) - (before.match(/[”»]|''/g)?.length ?? 0)
  const straight = (before.match(/"/g)?.length ?? 0) % 2 === 1
  return (
    straight ||
    (/[“„«‘]|``/.test(before) && opened > 0) ||
    /^["”»]|^''/.test(
      text
        .slice(words.end[to - 1])
        .trimStart()
        .replace(/^[.,;!?]/, ''),
    )
  )
}

const dayNote = (mine: Saying | undefined, theirs: Saying | undefined) =>
  `said there “${theirs?.dated}”, here “${mine?.dated}”`

/** What the draft calls its speaker and no source does, where sources call them something else. */
function officeNotes(
  mine: Saying | undefined,
  theirs: Saying | undefined,
  sources: Sources,
  words: CheckWords,
): string[] {
  const speaker = mine?.speaker
  if (!speaker || speaker.titles.length === 0) return []
  const elsewhere = sources
    .candidates(wordsOf(speaker.name).keys)
    .flatMap(({ sayings }) => sayings.flatMap((saying) => (saying.speaker ? [saying.speaker] : [])))
    .filter((other) => samePerson(speaker, other))
  const known = [...(theirs?.speaker?.titles ?? []), ...elsewhere.flatMap(({ titles }) => titles)].filter((title) =>
    isOffice(title, words),
  )
  const other = speaker.titles.find(
    (title) => known.length > 0 && known.every((there) => isOtherOffice(title, there, words)),
  )
  return other === undefined ? [] : [`the draft calls the speaker “${other}”, the source “${known[0]}”`]
}

/** Two places that give all of a piece's words between them: what comes first, and what comes last. */
function joinedFrom({ keys }: QuotedPiece, candidates: readonly CheckSource[]): FoundWords[] | undefined {
  let head: { source: CheckSource; from: number; length: number } | undefined
  let tail: { source: CheckSource; from: number; length: number } | undefined
  for (const source of candidates) {
    const { keys: there } = source.words
    for (let at = 0; at < there.length; at++) {
      let k = 0
      while (k < keys.length && there[at + k] === keys[k]) k++
      if (k > (head?.length ?? 0)) head = { source, from: at, length: k }
      let b = 0
      while (b < keys.length && at - b >= 0 && there[at - b] === keys[keys.length - 1 - b]) b++
      if (b > (tail?.length ?? 0)) tail = { source, from: at - b + 1, length: b }
    }
  }
  if (!head || !tail || head.length < JOINED || tail.length < JOINED || head.length + tail.length < keys.length)
    return undefined
  const kept = Math.min(tail.length, keys.length - head.length)
  const from = tail.from + tail.length - kept
  const gap = tail.source === head.source ? from - head.from - head.length : -1
  if (gap >= 0 && (gap <= FEW || (gap <= LEFT_OUT && inOneSentence(head.source, head.from, from + kept))))
    return undefined
  return [exactFound(head.source, head.from, head.length), exactFound(tail.source, from, kept)]
}

function inOneSentence({ record, words }: CheckSource, from: number, to: number): boolean {
  return !/[.!?]["”’']?\s+["“‘']?\p{Lu}|\n/u.test(record.report.text.slice(words.start[from], words.end[to - 1]))
}

function exactFound(source: CheckSource, from: number, length: number): FoundWords {
  const alignment = { from, to: from + length, steps: [], differences: 0 }
  const [start, end] = [source.words.start[from], source.words.end[from + length - 1]]
  return { source, alignment, saying: sayingOver(source.sayings, { start, end }) }
}

function joinedRow(row: CheckRow, found: readonly FoundWords[]): CheckRow {
  place(row, found)
  row.verdict = 'joined'
  const [{ source: head }, { source: tail }] = found
  if (head !== tail) row.notes.push(`the second part stands in ${tail.record.report.id}`)
  return row
}

function alteredRow(
  row: CheckRow,
  draft: NewsRecord,
  quoted: SoughtQuotation,
  found: readonly FoundWords[],
  saying: Saying | undefined,
  sources: Sources,
  words: CheckWords,
): CheckRow {
  place(row, found)
  row.verdict = 'altered'
  for (const [p, piece] of quoted.pieces.entries())
    row.differences.push(...differencesOf(draft.report.text, piece, found[p], words))
  row.loud = [...new Set(row.differences.flatMap(({ loud }) => loud ?? []))]
  const same = sameSpeaker(saying, found[0].saying)
  if (same === false) row.notes.push('another speaker says it in the source')
  if (same) row.notes.push(...officeNotes(saying, found[0].saying, sources, words))
  return row
}

/** Share of a statement's weighty words that a source's saying by the same speaker must have. */
const SUPPORTED = 0.55

/** An indirect statement: whether a source has its speaker say much the same. */
function checkStatement(draft: NewsRecord, saying: Saying, sources: Sources, words: CheckWords): CheckRow[] {
  const { text } = draft.report
  const { span, speaker, statement } = saying
  const mine = wordsOf(text, span.start, span.end)
  if (!speaker || !statement || mine.keys.length < 3) return []
  const row: CheckRow = {
    ...span,
    kind: 'statement',
    verdict: 'not-supported',
    speaker: speaker.name,
    differences: [],
    loud: [],
    notes: [],
  }
  const weighty = weightyOf(mine.keys)
  let most = 0
  let best: { source: CheckSource; saying: Saying } | undefined
  for (const source of sources.candidates([...weighty, ...wordsOf(speaker.name).keys]))
    for (const there of source.sayings) {
      if (!sameSpeaker(saying, there)) continue
      const theirs = wordsOf(source.record.report.text, there.span.start, there.span.end)
      const common = likeness(weighty, new Set(theirs.keys.map(stemOf)))
      if (common > most) {
        most = common
        best = { source, saying: there }
      }
    }
  if (!best || most < SUPPORTED) return [row]
  row.report = best.source.record.report.id
  row.spans = [best.saying.span]
  row.sourceSpeaker = best.saying.speaker?.name
  const theirs = wordsOf(best.source.record.report.text, best.saying.span.start, best.saying.span.end).keys
  if (otherNegation(mine.keys, theirs, words) !== (statement.negated !== (best.saying.statement?.negated ?? false)))
    row.loud.push('negation')
  if (otherNumber(mine.keys, theirs, words)) row.loud.push('number')
  row.verdict =
    row.loud.length > 0 ? 'not-supported' : isOtherDay(saying.day, best.saying.day) ? 'other-day' : 'supported'
  if (row.verdict === 'other-day') row.notes.push(dayNote(saying, best.saying))
  row.notes.push(...officeNotes(saying, best.saying, sources, words))
  return [row]
}

const count = (keys: readonly string[], list: ReadonlySet<string>) =>
  keys.filter((key) => list.has(key) || key.endsWith("n't")).length

function otherNegation(mine: readonly string[], theirs: readonly string[], { negations }: CheckWords): boolean {
  return count(mine, negations) % 2 !== count(theirs, negations) % 2
}

/** Whether the draft gives a number that the source does not. */
function otherNumber(mine: readonly string[], theirs: readonly string[], { numbers }: CheckWords): boolean {
  const isNumber = (key: string) => /^\d/.test(key) || (numbers.has(key) && key !== 'one')
  const there = new Set(theirs.filter(isNumber))
  return there.size > 0 && mine.some((key) => isNumber(key) && !there.has(key))
}
