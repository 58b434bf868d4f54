import { type Alignment, ANY, align } from '../align.ts'
import { wordKey, wordsOf } from '../text-words.ts'
import { nearly, type Saying } from './sayings.ts'
import type { CheckSource } from './sources.ts'

/** A quotation's words as they are looked for: pieces between marks of omission, brackets as `ANY`. */
export interface SoughtQuotation {
  pieces: readonly QuotedPiece[]
  /** keys of all pieces, brackets left out */
  keys: readonly string[]
}

export interface QuotedPiece {
  keys: readonly string[]
  /** where each key stands in the draft */
  start: readonly number[]
  end: readonly number[]
}

const OMISSION = /\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.\s?\.\s?\.+|…/gu
const BRACKETS = /\[[^\]]{0,80}\]/gu

/** The words of a quotation, from its text in the draft. */
export function soughtQuotation(text: string, start: number, end: number): SoughtQuotation {
  const pieces: QuotedPiece[] = []
  let from = start
  const inside = text.slice(start, end)
  for (const { index, 0: mark } of [...inside.matchAll(OMISSION), { index: inside.length, 0: '' }]) {
    const piece = pieceOf(text, from, start + index)
    if (piece.keys.length > 0) pieces.push(piece)
    from = start + index + mark.length
  }
  return { pieces, keys: pieces.flatMap(({ keys }) => keys.filter((key) => key !== ANY)) }
}

function pieceOf(text: string, start: number, end: number): QuotedPiece {
  const keys: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let from = start
  const take = (to: number) => {
    const words = wordsOf(text, from, to)
    keys.push(...words.keys)
    starts.push(...words.start)
    ends.push(...words.end)
  }
  for (const { index, 0: bracket } of text.slice(start, end).matchAll(BRACKETS)) {
    const at = start + index
    take(at)
    // '[t]he' is a capital at the start
    const letter = /^\[(\p{L})\]$/u.exec(bracket)
    const rest = letter && wordsOf(text, at + bracket.length, end)
    if (letter && rest && rest.start[0] === at + bracket.length) {
      keys.push(wordKey(letter[1]) + rest.keys[0])
      starts.push(at)
      ends.push(rest.end[0])
      from = rest.end[0]
    } else {
      keys.push(ANY)
      starts.push(at)
      ends.push(at + bracket.length)
      from = at + bracket.length
    }
  }
  take(end)
  return { keys, start: starts, end: ends }
}

/** A place of a source where the words of a piece stand, exactly or nearly. */
export interface FoundWords {
  source: CheckSource
  alignment: Alignment
  /** the saying whose stretch holds most of it, where one does */
  saying?: Saying
}

/** The best place for a piece in one source; the one that holds it as `wanted` says where several are equally good. */
export function findPiece(
  keys: readonly string[],
  source: CheckSource,
  wanted: (found: FoundWords) => number,
): FoundWords | undefined {
  const exact = exactPlaces(keys, source)
  const alignments = exact.length > 0 ? exact : nearPlaces(keys, source)
  let best: FoundWords | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const alignment of alignments) {
    const found = { source, alignment, saying: sayingAt(source, alignment) }
    const worth = wanted(found) - alignment.differences * 100
    if (worth > most) {
      most = worth
      best = found
    }
  }
  return best
}

/** Every place where the words stand one after the other as they are. */
function exactPlaces(keys: readonly string[], { words }: CheckSource): Alignment[] {
  if (keys.includes(ANY)) return []
  const places: Alignment[] = []
  for (let at = 0; at + keys.length <= words.keys.length; at++) {
    let k = 0
    while (k < keys.length && keys[k] === words.keys[at + k]) k++
    if (k === keys.length) places.push(exactAt(at, keys.length))
  }
  return places
}

function exactAt(from: number, length: number): Alignment {
  const steps = Array.from({ length }, (_, k) => ({ kind: 'same' as const, quote: k, source: from + k }))
  return { from, to: from + length, steps, differences: 0 }
}

function nearPlaces(keys: readonly string[], source: CheckSource): Alignment[] {
  const found = align(keys, source.words.keys)
  return found ? [acrossAttribution(found, source)] : []
}

/** Nothing is left out where a source breaks a quotation off to say who speaks: `“We wait,” she said. “We always have.”` */
function acrossAttribution(alignment: Alignment, { record, words }: CheckSource): Alignment {
  const { text } = record.report
  const steps = [...alignment.steps]
  for (let at = 0; at < steps.length; at++) {
    if (steps[at].kind !== 'left-out') continue
    let end = at
    while (end < steps.length && steps[end].kind === 'left-out') end++
    const first = steps[at].source
    const last = steps[end - 1].source
    const between =
      first > 0 && last + 1 < words.start.length ? text.slice(words.end[first - 1], words.start[last + 1]) : ''
    if (BROKEN_OFF.test(between)) for (let k = at; k < end; k++) steps[k] = { ...steps[k], kind: 'any' }
    at = end
  }
  const differences = steps.filter(({ kind }) => kind !== 'same' && kind !== 'any').length
  return { ...alignment, steps, differences }
}

/** A closing mark, words outside quotation marks on the same line, an opening mark. */
const BROKEN_OFF = /^[.,!?…–—-]*\s?(?:[”»"]|''|’)[^“”«»"\n]{1,160}(?:[“«"]|``|‘)$/

/** The saying that covers most of an alignment; quoted ones before others, the innermost of equal ones. */
function sayingAt({ sayings, words }: CheckSource, { from, to }: Alignment): Saying | undefined {
  if (to <= from) return undefined
  const start = words.start[from]
  const end = words.end[to - 1]
  let best: Saying | undefined
  let most = 0
  for (const saying of sayings) {
    const common = Math.min(saying.span.end, end) - Math.max(saying.span.start, start)
    if (common <= 0) continue
    const worth =
      common / (end - start) +
      (saying.quoted ? 0.3 : 0) +
      (saying.speaker ? 0.1 : 0) -
      (saying.span.end - saying.span.start) * 1e-6 -
      nearly(saying) * 0.1
    if (worth > most) {
      most = worth
      best = saying
    }
  }
  return best
}
