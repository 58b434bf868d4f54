import type { Span } from '../../record/types.ts'

/** One quotation mark of a paragraph, with what it may do where it stands. */
export interface QuotationMark extends Span {
  single: boolean
  opens: boolean
  closes: boolean
  /** what its shape says, where its place leaves both ways open */
  prefers: 'open' | 'close' | 'either'
  /** whether nothing but white space stands before it in the paragraph */
  first: boolean
}

const OPENING = '“„‟«‹「『'
const CLOSING = '”»›」』'
const SINGLE_OPENING = '‘‚‛'
const SINGLE_CLOSING = '’'

/**
 * The quotation marks of one paragraph, apostrophes and inches left out. One pass; no mark is looked at twice.
 *
 * @param elisions words that begin with an apostrophe where letters were left out
 */
export function readMarks(text: string, paragraph: Span, elisions: ReadonlySet<string>): QuotationMark[] {
  const marks: QuotationMark[] = []
  let blank = true
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const code = text.charCodeAt(at)
    if (!isMark(code)) {
      if (!isSpace(code)) blank = false
      continue
    }
    const mark = readMark(text, at, paragraph, elisions)
    if (mark) {
      marks.push({ ...mark, first: blank })
      at = mark.end - 1
    }
    blank = false
  }
  return dropPossessives(text, marks)
}

const MARKS = new Set([...`"'\`${OPENING}${CLOSING}${SINGLE_OPENING}${SINGLE_CLOSING}`].map((c) => c.charCodeAt(0)))
const isMark = (code: number) => (code < 128 ? code === 34 || code === 39 || code === 96 : MARKS.has(code))
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x200b

function readMark(
  text: string,
  at: number,
  { start, end }: Span,
  elisions: ReadonlySet<string>,
): Omit<QuotationMark, 'first'> | undefined {
  const shape = text[at]
  const doubled = (shape === "'" || shape === '`' || shape === '’' || shape === '‘') && text[at + 1] === shape
  const stop = at + (doubled && at + 1 < end ? 2 : 1)
  const before = at > start ? text[at - 1] : ''
  const after = stop < end ? text[stop] : ''
  const single = stop === at + 1 && (shape === "'" || SINGLE_OPENING.includes(shape) || SINGLE_CLOSING.includes(shape))
  if (shape === '`' && stop === at + 1) return undefined
  const prefers = preference(shape, stop - at)
  // '" We stay. "': a mark of two uses with a blank on both sides opens and closes by turns
  const spaced = prefers === 'either' && isBlank(before) && isBlank(after)
  const opens = spaced || (isOuterLeft(before) && !isBlank(after))
  const closes = spaced || (!isBlank(before) && isOuterRight(after))
  if (single) return readSingle(text, { at, stop, shape, before, after, opens, closes, elisions })
  if (shape === '"' && isDigit(before) && isInches(text, at)) return undefined
  if (prefers === 'either')
    return opens || closes ? { start: at, end: stop, single, opens, closes, prefers } : undefined
  const opening = prefers === 'open'
  return {
    start: at,
    end: stop,
    single,
    opens: opening ? opens || !closes : opens && !closes,
    closes: opening ? closes && !opens : closes || !opens,
    prefers,
  }
}

interface SingleMark {
  at: number
  stop: number
  shape: string
  before: string
  after: string
  opens: boolean
  closes: boolean
  elisions: ReadonlySet<string>
}

/** A single mark is a quotation's only where it does not stand inside a word or for left-out letters. */
function readSingle(text: string, mark: SingleMark): Omit<QuotationMark, 'first'> | undefined {
  const { at, stop, shape, after } = mark
  const curlyOpen = SINGLE_OPENING.includes(shape)
  const opens = mark.opens && shape !== '’' && !isElision(text, stop, mark.elisions) && !isDigit(after)
  const closes = mark.closes && !curlyOpen && !isDigit(mark.before)
  if (!opens && !closes) return undefined
  const prefers = curlyOpen ? 'open' : shape === '’' ? 'close' : 'either'
  return { start: at, end: stop, single: true, opens, closes, prefers }
}

/** "the workers' rights'": a plural's apostrophe is no closing mark where a surer one comes before the next opening. */
function dropPossessives(text: string, marks: readonly QuotationMark[]): QuotationMark[] {
  let surer = false
  const kept: QuotationMark[] = []
  for (let m = marks.length - 1; m >= 0; m--) {
    const mark = marks[m]
    if (mark.single && mark.opens) surer = false
    if (mark.single && mark.closes) {
      const plural =
        /s/i.test(text[mark.start - 1] ?? '') && isBlank(text[mark.end] ?? '') && text[mark.end] !== undefined
      if (plural && surer) continue
      surer ||= !plural
    }
    kept.push(mark)
  }
  return kept.reverse()
}

function preference(shape: string, length: number): QuotationMark['prefers'] {
  if (shape === '`') return 'open'
  if (shape === '"' || (length === 2 && shape === "'")) return 'either'
  return OPENING.includes(shape) || SINGLE_OPENING.includes(shape) ? 'open' : 'close'
}

function isElision(text: string, at: number, elisions: ReadonlySet<string>): boolean {
  let end = at
  while (end < at + 6 && /[a-z]/i.test(text[end] ?? '')) end++
  const word = text.slice(at, end).toLowerCase()
  return elisions.has(word) && (word === 'n' || !/[’']/.test(text[end] ?? ''))
}

/** 6'2" or a 12" pipe: a digit before, and a small letter or a foot mark that belongs to the measure. */
function isInches(text: string, at: number): boolean {
  let k = at - 1
  while (k > at - 5 && isDigit(text[k] ?? '')) k--
  if (/['′’]/.test(text[k] ?? '') && isDigit(text[k - 1] ?? '')) return true
  return k >= 0 && isBlank(text[k]) && text[at + 1] === ' ' && /[a-z]/.test(text[at + 2] ?? '')
}

const isDigit = (c: string) => c >= '0' && c <= '9' && c !== ''
const isBlank = (c: string) => c === '' || isSpace(c.charCodeAt(0))
const isOuterLeft = (c: string) => isBlank(c) || /[([{—–\-/:;,“‘"'«`>]/.test(c)
const isOuterRight = (c: string) => isBlank(c) || /[)\]}—–\-/:;,.!?…”’"'»<&]/.test(c)
