import { digitsAt, entryAt, isHyphen, type Line, textAt } from './pieces.ts'

/** A number read from pieces. */
export interface Amount {
  from: number
  to: number
  /** NaN where the words do not say how many ('several') */
  value: number
  /** only the article 'a' or 'an' */
  article: boolean
  /** 'two to three', 'a week or two': `value` is the smaller */
  range: boolean
}

const FARTHEST = 9

/** The longest number that ends just before piece `end`, or undefined: 'twenty-five', '2 1/2', 'a couple of'. */
export function amountBefore(line: Line, end: number): Amount | undefined {
  let from = end
  while (from > 0 && end - from < FARTHEST && isNumeric(line, from - 1)) from--
  for (let i = from; i < end; i++) {
    const amount = readRange(line, i, end)
    if (amount && amount.to === end) return amount
  }
  return undefined
}

function isNumeric(line: Line, i: number): boolean {
  const text = textAt(line, i)
  if (line.lexicon.words['number-joiners'].has(text) || isHyphen(text)) return true
  const number = entryAt(line, i)?.number
  return number ? number.kind !== 'ordinal' : isDecimal(text)
}

/** '10', '2.5', '1,000', '2½' */
function isDecimal(text: string): boolean {
  const c = text.charCodeAt(0)
  return (c >= 48 && c <= 57) || c === 0xbd
}

function readRange(line: Line, i: number, end: number): Amount | undefined {
  const first = readAmount(line, i)
  if (!first || first.to >= end) return first
  const join = textAt(line, first.to)
  if (join !== 'to' && join !== 'or' && !isHyphen(join)) return first
  const second = readAmount(line, first.to + 1)
  if (!second || second.article) return first
  return { ...first, to: second.to, range: true, article: false }
}

/** One number that begins at piece i. */
export function readAmount(line: Line, i: number): Amount | undefined {
  const text = textAt(line, i)
  const done = (to: number, value: number, article = false): Amount => ({ from: i, to, value, article, range: false })
  if (text === 'half') {
    const next = textAt(line, i + 1)
    return done(next === 'a' || next === 'an' || isHyphen(next) ? i + 2 : i + 1, 0.5)
  }
  if (text === 'a' || text === 'an') {
    const next = entryAt(line, i + 1)?.number
    if (textAt(line, i + 1) === 'number' && textAt(line, i + 2) === 'of') return done(i + 3, Number.NaN)
    if (next?.kind === 'scale') {
      const words = readWords(line, i + 1, 1)
      return words && { ...words, from: i }
    }
    if (next?.kind !== 'vague' && textAt(line, i + 1) !== 'couple') return done(i + 1, 1, true)
    const of = textAt(line, i + 2) === 'of' ? 3 : 2
    return done(i + of, next!.value)
  }
  const plain = readDigits(line, i)
  return withHalf(line, plain ?? readWords(line, i))
}

/** 'one and a half': the half is part of the number only where a unit follows. */
function withHalf(line: Line, amount: Amount | undefined): Amount | undefined {
  if (!amount) return undefined
  const { to } = amount
  const half = textAt(line, to) === 'and' && textAt(line, to + 1) === 'a' && textAt(line, to + 2) === 'half'
  return half ? { ...amount, to: to + 3, value: amount.value + 0.5 } : amount
}

function readDigits(line: Line, i: number): Amount | undefined {
  const text = textAt(line, i)
  if (!isDecimal(text)) return undefined
  const half = text.endsWith('½')
  const bare = (half ? text.slice(0, -1) : text).replaceAll(',', '')
  const number = bare === '' ? 0 : Number(bare)
  if (Number.isNaN(number)) return undefined
  let to = i + 1
  let value = number + (half ? 0.5 : 0)
  const hyphen = isHyphen(textAt(line, to)) ? 1 : 0
  const above = digitsAt(line, to + hyphen)
  const below = digitsAt(line, to + hyphen + 2)
  if (above > 0 && below > above && below < 10 && textAt(line, to + hyphen + 1) === '/') {
    value += above / below
    to += hyphen + 3
  } else if (textAt(line, to) === '/' && digitsAt(line, to + 1) > 0) return undefined
  const scale = entryAt(line, to)?.number
  if (scale?.kind === 'scale') {
    value *= scale.value
    to++
  }
  return { from: i, to, value, article: false, range: false }
}

/** 'twenty-five', 'one hundred and fifty', 'two thousand', 'several hundred', 'couple of' */
function readWords(line: Line, i: number, start?: number): Amount | undefined {
  let total = 0
  let part = start ?? 0
  let to = i
  for (;;) {
    const at =
      to > i && (isHyphen(textAt(line, to)) || (textAt(line, to) === 'and' && total + part >= 100)) ? to + 1 : to
    const number = entryAt(line, at)?.number
    if (!number || number.kind === 'ordinal' || number.kind === 'fraction') break
    if (number.kind === 'vague') part = Number.NaN
    else if (number.kind === 'scale') {
      part = (part || (Number.isNaN(part) ? Number.NaN : 1)) * number.value
      if (number.value >= 1000) {
        total += part
        part = 0
      }
    } else if (at > i && number.kind === 'unit' && part % 10 !== 0) break
    else if (at > i && number.kind === 'ten' && part % 100 !== 0) break
    else part += number.value
    to = at + 1
  }
  if (to === i) return undefined
  if (textAt(line, to) === 'of' && (textAt(line, to - 1) === 'couple' || Number.isNaN(part))) to++
  return { from: i, to, value: total + part, article: false, range: false }
}

/** The day of a month that piece i gives: '23', '23rd', 'eighth', 'twenty-third' (two pieces more); 0 where none. */
export function dayAt(line: Line, i: number): { day: number; to: number } | undefined {
  const digits = digitsAt(line, i)
  if (digits >= 1 && digits <= 31 && textAt(line, i).length <= 2) {
    return { day: digits, to: isOrdinalEnd(line, i + 1) && line.pieces[i + 1].glued ? i + 2 : i + 1 }
  }
  const number = entryAt(line, i)?.number
  if (number?.kind === 'ordinal' && number.value <= 30) return { day: number.value, to: i + 1 }
  if (number?.kind === 'ten' && number.value <= 30) {
    const next = isHyphen(textAt(line, i + 1)) ? i + 2 : i + 1
    const ordinal = entryAt(line, next)?.number
    if (ordinal?.kind === 'ordinal' && ordinal.value < 10) return { day: number.value + ordinal.value, to: next + 1 }
  }
  return undefined
}

/** 'th' behind a figure. */
export const isOrdinalEnd = (line: Line, i: number): boolean => line.lexicon.words['ordinal-ends'].has(textAt(line, i))

/** A year that begins at piece i: '1998', "'98" after a month, 'nineteen ninety-six', 'two thousand and four'. */
export function yearAt(line: Line, i: number): { year: number; to: number } | undefined {
  const text = textAt(line, i)
  const digits = digitsAt(line, i)
  if (digits >= 1000 && digits <= 2199 && text.length === 4) return { year: digits, to: i + 1 }
  return spelledYear(line, i)
}

/** 'nineteen ninety-six', 'twenty twenty-four', 'two thousand (and) four' */
export function spelledYear(line: Line, i: number): { year: number; to: number } | undefined {
  const first = entryAt(line, i)?.number
  if (!first || first.kind === 'ordinal') return undefined
  if (first.value === 2 && textAt(line, i + 1) === 'thousand') {
    const amount = readAmount(line, i)
    return amount && amount.value >= 2000 && amount.value < 2100 ? { year: amount.value, to: amount.to } : undefined
  }
  if (first.value < 17 || first.value > 20) return undefined
  const ten = entryAt(line, i + 1)?.number
  if (!ten || (ten.kind !== 'ten' && !(ten.kind === 'unit' && ten.value >= 10))) return undefined
  let year = first.value * 100 + ten.value
  let to = i + 2
  if (ten.kind === 'ten') {
    const at = isHyphen(textAt(line, to)) ? to + 1 : to
    const one = entryAt(line, at)?.number
    if (one?.kind === 'unit' && one.value < 10) {
      year += one.value
      to = at + 1
    }
  }
  return { year, to }
}
