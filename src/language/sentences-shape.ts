import { COMBINING, DIGIT, isCapital, kindOf, LETTER, SPACE, STOP } from './characters.ts'

/** What the sentence splitter sees of a text's words, one entry a word. */
export interface WordShapes {
  /** hash of the form in lower case, figures made alike */
  hash: Int32Array
  /** one of SHAPE */
  shape: Uint8Array
  /** whether white space follows */
  space: Uint8Array
  /** habits of the whole text: how it uses capitals and stops, as a small number */
  habits: number
}

export const SHAPE = {
  none: 0,
  lower: 1,
  capital: 2,
  singleCapital: 3,
  capitals: 4,
  mixed: 5,
  figure: 6,
  code: 7,
  initial: 8,
  acronym: 9,
  capitalAbbreviation: 10,
  abbreviation: 11,
  stop: 12,
  exclamation: 13,
  ellipsis: 14,
  colon: 15,
  semicolon: 16,
  comma: 17,
  opening: 18,
  closing: 19,
  openingBracket: 20,
  closingBracket: 21,
  hyphen: 22,
  dash: 23,
  rule: 24,
  bullet: 25,
  address: 26,
  clitic: 27,
  symbol: 28,
  time: 29,
} as const

/** Describes all words of a text at once: hot, so typed arrays and one pass. */
export function describeWords(text: string, start: Int32Array, end: Int32Array): WordShapes {
  const size = start.length
  const hash = new Int32Array(size)
  const shape = new Uint8Array(size)
  const space = new Uint8Array(size)
  let isOpen = false
  for (let w = 0; w < size; w++) {
    hash[w] = hashOf(text, start[w], end[w])
    space[w] = end[w] >= text.length || kindOf(text.charCodeAt(end[w])) === SPACE ? 1 : 0
    shape[w] = shapeOf(text, start[w], end[w])
    if (shape[w] === UNDECIDED)
      shape[w] = w === 0 || space[w - 1] === 1 || isOpener(shape[w - 1]) ? SHAPE.opening : SHAPE.closing
    if (shape[w] === SHAPE.opening && space[w] === 1 && w > 0 && space[w - 1] === 0 && straight(text, start[w]))
      shape[w] = SHAPE.closing
    if (shape[w] !== SHAPE.opening && shape[w] !== SHAPE.closing) continue
    // '" We stay. " He left.': a straight mark with a blank on both sides opens and closes by turns
    if (isOpen && w > 0 && hasBreak(text, end[w - 1], start[w])) isOpen = false
    if (straight(text, start[w]) && space[w] === 1 && (w === 0 || space[w - 1] === 1))
      shape[w] = isOpen ? SHAPE.closing : SHAPE.opening
    isOpen = shape[w] === SHAPE.opening
  }
  return { hash, shape, space, habits: habitsOf(shape) }
}

/** a straight quotation mark, before the spaces around it are looked at */
const UNDECIDED = 255

const isOpener = (shape: number): boolean =>
  shape === SHAPE.opening || shape === SHAPE.openingBracket || shape === SHAPE.dash

/** Whether a line ends between two words. */
function hasBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true
  return false
}

const straight = (text: string, at: number): boolean => text[at] === '"' || text[at] === "'" || text[at] === '`'

/** Hash of a form in lower case, figures made alike. */
function hashOf(text: string, from: number, to: number): number {
  let h = 0x811c9dc5
  const last = Math.min(to, from + 40)
  for (let i = from; i < last; i++) {
    let unit = text.charCodeAt(i)
    if (unit >= 65 && unit <= 90) unit |= 32
    else if (unit >= 48 && unit <= 57) unit = 48
    else if (unit === 0x2019) unit = 39
    else if (unit === 0x201c || unit === 0x201d) unit = 34
    h = Math.imul(h ^ unit, 0x01000193)
  }
  return h
}

function shapeOf(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from)
  const kind = kindOf(first)
  if (kind === LETTER) return letterShape(text, from, to)
  if (kind === DIGIT) return figureShape(text, from, to)
  return markShape(text, from, to)
}

function letterShape(text: string, from: number, to: number): number {
  let capitals = 0
  let letters = 0
  let other = 0
  let stops = 0
  for (let i = from; i < to; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind === LETTER || kind === COMBINING) {
      letters++
      if (isCapital(text, i)) capitals++
    } else if (kind === STOP) stops++
    else if (kind === DIGIT) other++
    else if (text[i] === '@' || text[i] === '/' || text[i] === ':') return SHAPE.address
  }
  const begins = isCapital(text, from)
  if (stops > 0) {
    if (text[to - 1] !== '.') return stops > 1 && letters <= stops + 1 ? SHAPE.acronym : SHAPE.address
    if (stops > 1) return SHAPE.acronym
    if (letters === 1) return begins ? SHAPE.initial : SHAPE.abbreviation
    return begins ? SHAPE.capitalAbbreviation : SHAPE.abbreviation
  }
  if (other > 0) return SHAPE.code
  if (capitals === 0) return SHAPE.lower
  if (letters === 1) return SHAPE.singleCapital
  if (capitals === letters) return SHAPE.capitals
  return begins && capitals === 1 ? SHAPE.capital : SHAPE.mixed
}

function figureShape(text: string, from: number, to: number): number {
  let shape: number = SHAPE.figure
  for (let i = from; i < to; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind === LETTER) return SHAPE.code
    if (text[i] === ':') shape = SHAPE.time
  }
  return shape
}

function markShape(text: string, from: number, to: number): number {
  const length = to - from
  switch (text[from]) {
    case '.':
      return length === 1 ? SHAPE.stop : kindOf(text.charCodeAt(to - 1)) === STOP ? SHAPE.ellipsis : SHAPE.address
    case '\u2026':
      return SHAPE.ellipsis
    case '\u3002':
      return SHAPE.stop
    case '!':
    case '?':
    case '\uff01':
    case '\uff1f':
      return SHAPE.exclamation
    case ':':
      return length === 1 ? SHAPE.colon : SHAPE.symbol
    case ';':
      return length === 1 ? SHAPE.semicolon : SHAPE.symbol
    case ',':
      return SHAPE.comma
    case '"':
    case '`':
      return UNDECIDED
    case "'":
      return length === 1 || text[from + 1] === "'" ? UNDECIDED : SHAPE.clitic
    case '\u2019':
      return length === 1 || text[from + 1] === '\u2019' ? SHAPE.closing : SHAPE.clitic
    case '\u201d':
    case '\u00bb':
    case '\u203a':
      return SHAPE.closing
    case '\u201c':
    case '\u2018':
    case '\u201e':
    case '\u00ab':
    case '\u2039':
      return SHAPE.opening
    case '(':
    case '[':
    case '{':
    case '<':
      return length === 1 ? SHAPE.openingBracket : SHAPE.symbol
    case ')':
    case ']':
    case '}':
    case '>':
      return length === 1 ? SHAPE.closingBracket : SHAPE.symbol
    case '-':
      return length === 1 ? SHAPE.hyphen : length < 4 ? SHAPE.dash : SHAPE.rule
    case '\u2013':
    case '\u2014':
    case '\u2015':
      return SHAPE.dash
    case '*':
    case '\u2022':
    case '\u00b7':
    case '\u25cf':
    case '\u25aa':
      return length < 4 ? SHAPE.bullet : SHAPE.rule
    default:
      return length > 3 ? SHAPE.rule : SHAPE.symbol
  }
}

/** How the text writes: whether sentences begin with capitals, how dense its stops are, whether all is in capitals. */
function habitsOf(shape: Uint8Array): number {
  let stops = 0
  let begun = 0
  let lower = 0
  let words = 0
  let shouted = 0
  for (let w = 0; w < shape.length; w++) {
    const s = shape[w]
    if (s === SHAPE.lower || s === SHAPE.capital || s === SHAPE.capitals) {
      words++
      if (s === SHAPE.capitals) shouted++
    }
    if (s !== SHAPE.stop && s !== SHAPE.exclamation) continue
    stops++
    const next = shape[w + 1]
    if (next === SHAPE.lower) lower++
    else if (next === SHAPE.capital || next === SHAPE.singleCapital || next === SHAPE.capitals) begun++
  }
  const casing = lower * 3 > begun ? 1 : 0
  const density = words === 0 ? 0 : stops * 60 < words ? 1 : stops * 30 < words ? 2 : 3
  return casing + 2 * density + (shouted * 2 > words ? 8 : 0)
}
