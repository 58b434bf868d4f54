import type { Language } from '../language/types.ts'
import { type Entry, type Lexicon, lookUp } from './lexicon.ts'

/**
 * A word, or a part of one: words are split at hyphens and slashes, and a trailing letter run is split from digits
 * ('mid-1996', '2023/24', '10am', '1990s'), so that rules see the same pieces however the words were cut.
 */
export interface Piece {
  /** index of the word that it is (part of) */
  word: number
  start: number
  end: number
  /** in lower case; curled apostrophes made straight */
  text: string
  /** whether the first character is a capital letter */
  capital: boolean
  /** whether the piece follows the one before without a space */
  glued: boolean
  entry: Entry | undefined
  /** the number that its digits give, or -1 */
  digits: number
}

/** The pieces of one sentence, and what rules need beside them. */
export interface Line {
  pieces: readonly Piece[]
  language: Language
  lexicon: Lexicon
}

const ZERO = 48
const NINE = 57
const isDigit = (code: number) => code >= ZERO && code <= NINE

/** Cuts the words [from, to) into pieces. */
export function cutPieces(language: Language, from: number, to: number, lexicon: Lexicon): Piece[] {
  const pieces: Piece[] = []
  for (let w = from; w < to; w++) {
    const form = language.form[w]
    const start = language.start[w]
    const glued = w > 0 && language.end[w - 1] === start
    if (!needsCutting(form)) pieces.push(piece(language, w, start, language.end[w], glued, lexicon))
    else cutWord(language, w, glued, lexicon, pieces)
  }
  return pieces
}

function needsCutting(form: string): boolean {
  if (form.length < 2) return false
  let digit = false
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i)
    if (isCut(c)) return true
    if (isDigit(c)) digit = true
    else if (digit && isLetter(c)) return true
  }
  return false
}

/** Hyphens and dashes, and the slash. */
const isCut = (c: number) => c === 45 || c === 47 || (c >= 0x2010 && c <= 0x2015)
const isLetter = (c: number) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90)

function cutWord(language: Language, w: number, glued: boolean, lexicon: Lexicon, pieces: Piece[]): void {
  const { text } = language
  const end = language.end[w]
  let start = language.start[w]
  let first = true
  const push = (to: number) => {
    if (to > start) {
      pieces.push(piece(language, w, start, to, first ? glued : true, lexicon))
      first = false
    }
    start = to
  }
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (isCut(c)) {
      push(i)
      push(i + 1)
    } else if (i > start && isLetter(c) && isDigit(text.charCodeAt(i - 1))) push(i)
  }
  push(end)
}

function piece(language: Language, word: number, start: number, end: number, glued: boolean, lexicon: Lexicon): Piece {
  const whole = start === language.start[word] && end === language.end[word]
  const raw = whole ? language.lower[word] : language.text.slice(start, end).toLowerCase()
  const text = raw.includes('’') ? raw.replaceAll('’', "'") : raw
  const c = language.text.charCodeAt(start)
  return {
    word,
    start,
    end,
    text,
    capital: c >= 65 && c <= 90,
    glued,
    entry: lookUp(lexicon, text) ?? withoutPoint(text, lexicon),
    digits: digitsOf(text),
  }
}

/** 'Oct.' is 'Oct'. */
function withoutPoint(text: string, lexicon: Lexicon): Entry | undefined {
  if (text.length < 4 || text.length > 6 || text.charCodeAt(text.length - 1) !== 46) return undefined
  const entry = lookUp(lexicon, text.slice(0, -1))
  return entry?.month || entry?.weekday || entry?.unit ? entry : undefined
}

function digitsOf(text: string): number {
  if (text.length === 0 || text.length > 9) return -1
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (!isDigit(c)) return -1
    n = n * 10 + c - ZERO
  }
  return n
}

/** The text of piece i, or '' beyond the ends. */
export const textAt = ({ pieces }: Line, i: number): string => (i >= 0 && i < pieces.length ? pieces[i].text : '')
export const entryAt = ({ pieces }: Line, i: number): Entry | undefined =>
  i >= 0 && i < pieces.length ? pieces[i].entry : undefined
export const digitsAt = ({ pieces }: Line, i: number): number => (i >= 0 && i < pieces.length ? pieces[i].digits : -1)

export const isHyphen = (text: string): boolean => text.length === 1 && isCut(text.charCodeAt(0)) && text !== '/'
