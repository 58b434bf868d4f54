import type { Entry } from './lexicon.ts'

/**
 * Which words may begin or be a time, told from their characters in the text, without touching a string: the hot path of
 * the stage. Holds hashes of the codebook's words, in open addressing; two words may share one, which costs a look more.
 */
export interface Triggers {
  hashes: Int32Array
}

const SIZE = 4096

/** Gathers the words of the codebook at which a finder is asked. */
export function openTriggers(entries: ReadonlyMap<string, Entry>): Triggers {
  const hashes = new Int32Array(SIZE)
  for (const [form, { triggers }] of entries) {
    if (triggers.length > 0) put(hashes, hashOf(form, 0, form.length))
  }
  return { hashes }
}

function put(hashes: Int32Array, hash: number): void {
  let at = hash & (SIZE - 1)
  while (hashes[at] !== 0 && hashes[at] !== hash) at = (at + 1) & (SIZE - 1)
  hashes[at] = hash
}

function has(hashes: Int32Array, hash: number): boolean {
  let at = hash & (SIZE - 1)
  while (hashes[at] !== 0) {
    if (hashes[at] === hash) return true
    at = (at + 1) & (SIZE - 1)
  }
  return false
}

/** The multiplier of FNV-1a (Fowler, Noll, Vo). */
const PRIME = 16777619

/** Capitals and small letters alike: letters differ in one bit. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 7
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) | 32), PRIME)
  return hash
}

const HYPHEN = 45
const POINT = 46
const COMMA = 44
const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2018 || code === 0x2019

/** Whether the word [start, end) of the text may begin or be a time. */
export function isTrigger({ hashes }: Triggers, text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start)
  if (isDigit(first)) return isShaped(text, start, end)
  // "'98", "'90s", and where the words were cut after the mark
  if (isApostrophe(first) && end - start < 6) return isDigit(text.charCodeAt(start + 1))
  let hash = 7
  let before = 7
  let hyphen = false
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i) | 32
    if (c === HYPHEN) hyphen = true
    before = hash
    hash = Math.imul(hash ^ c, PRIME)
  }
  if (has(hashes, hash) || isFiscal(text, start, end)) return true
  const length = end - start
  if (length >= 4 && length < 7 && text.charCodeAt(end - 1) === POINT) return has(hashes, before)
  return hyphen && length > 5 && hasPart(hashes, text, start, end)
}

/** 'mid-November', 'post-1959', 'ex-October' */
function hasPart(hashes: Int32Array, text: string, start: number, end: number): boolean {
  for (let from = start; from < end; ) {
    let to = from
    while (to < end && text.charCodeAt(to) !== HYPHEN) to++
    if (to > from) {
      const found = isDigit(text.charCodeAt(from)) ? isShaped(text, from, to) : has(hashes, hashOf(text, from, to))
      if (found) return true
    }
    from = to + 1
  }
  return false
}

/** 'FY2022' */
const isFiscal = (text: string, start: number, end: number): boolean =>
  end - start === 6 && (text.charCodeAt(start + 1) | 32) === 121 && isDigit(text.charCodeAt(start + 2))

/** Numbers that may be a year, a decade, a date or a clock time: '1998', '90s', '10am', '3q', '25.10.2024'. */
function isShaped(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1) | 32
  if (end - start < 4) return last === 115 || last === 109 || last === 113
  let points = 0
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === COMMA) return false
    if (c === POINT) points++
    else if (!isDigit(c)) return true
  }
  // '25.10.2024' is a date, '19.95' and '199500' are none
  return points === 2 || (points === 0 && end - start === 4)
}
