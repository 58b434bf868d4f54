import type { Meaning } from '../meaning.ts'
import { spelledYear } from '../numbers.ts'
import { digitsAt, entryAt, isHyphen, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Years and decades in digits or words: 'in 1967', 'fiscal 1989', 'the 1970s', 'nineteen ninety-six', 'the year 2000'. */
export const year: Finder = {
  name: 'year',
  triggers: ['year', 'spelled', 'digits'],
  find(line, at) {
    const short = shortYear(line, at)
    if (short) return short
    if (textAt(line, at).length === 2) return secondYear(line, at)
    const joined = fiscalYear(line, at)
    if (joined) return joined
    const spelled = digitsAt(line, at) < 0 ? spelledYear(line, at) : undefined
    if (digitsAt(line, at) < 0 && !spelled) return undefined
    const value = spelled?.year ?? digitsAt(line, at)
    const to = spelled?.to ?? at + 1
    const decade = decadeAt(line, at, to, value)
    if (decade) return decade
    if (spelled ? isCount(line, to) : !isYear(line, at, value)) return undefined
    const from = withFiscal(line, at)
    const meaning: Meaning = { type: 'DATE', year: value }
    const end = fiscalEnd(line, to)
    if (end > to || (from !== at && textAt(line, from) !== 'the')) meaning.fiscal = true
    return { from: end > to && textAt(line, from - 1) === 'the' ? from - 1 : from, to: end, meaning }
  },
}

/** 'FY2022' in one word */
function fiscalYear(line: Line, at: number) {
  const text = textAt(line, at)
  if (text.length !== 6 || !text.startsWith('fy')) return undefined
  const year = Number(text.slice(2))
  return year >= 1900 && year < 2200
    ? { from: at, to: at + 1, meaning: { type: 'DATE' as const, year, fiscal: true } }
    : undefined
}

/** '2023 [fiscal year]' */
function fiscalEnd(line: Line, to: number): number {
  const text = textAt(line, to)
  return (text === 'fiscal' || text === 'financial') && textAt(line, to + 1) === 'year' ? to + 2 : to
}

/** "since '82", "the spring of '98": two digits after an apostrophe, of the century that is nearer 1990 */
function shortYear(line: Line, at: number) {
  const text = textAt(line, at)
  const joined = text.length === 3 && text.startsWith("'")
  const from = joined ? at : at - 1
  const apart = !joined && text.length === 2 && /^['‘]$/.test(textAt(line, from)) && line.pieces[at].glued
  const year = joined ? Number(text.slice(1)) : apart ? digitsAt(line, at) : -1
  const after = line.pieces[at + 1]
  if (
    !(year >= 0) ||
    !line.lexicon.words['before-short-year'].has(textAt(line, from - 1)) ||
    (after?.text === 's' && after.glued)
  )
    return undefined
  return { from, to: at + 1, meaning: { type: 'DATE' as const, year: year >= 40 ? 1900 + year : 2000 + year } }
}

/** '1994-[97]', '2023/[24]' */
function secondYear(line: Line, at: number) {
  const first = digitsAt(line, at - 2)
  const second = digitsAt(line, at)
  const join = textAt(line, at - 1)
  if (first < 1900 || first > 2199 || textAt(line, at - 2).length !== 4 || !line.pieces[at].glued) return undefined
  if ((!isHyphen(join) && join !== '/') || second <= first % 100 || isHyphen(textAt(line, at + 1))) return undefined
  const to = fiscalEnd(line, at + 1)
  const meaning: Meaning = { type: 'DATE', year: Math.floor(first / 100) * 100 + second }
  if (to > at + 1) meaning.fiscal = true
  return { from: at, to, meaning }
}

/** 'two thousand' only after 'the year', and 'two thousand and four' after a preposition. */
export const yearOfThousand: Finder = {
  name: 'year-of-thousand',
  triggers: ['unit'],
  find(line, at) {
    if (textAt(line, at) !== 'year') return undefined
    const spelled = spelledYear(line, at + 1)
    const digits = digitsAt(line, at + 1)
    const value = spelled?.year ?? (textAt(line, at + 1).length === 4 && digits >= 1000 ? digits : undefined)
    if (value === undefined) return undefined
    const the = textAt(line, at - 1) === 'the'
    const fiscal = textAt(line, at - 1) === 'fiscal' || textAt(line, at - 1) === 'financial'
    const from = the || fiscal ? at - 1 : at
    return { from, to: spelled?.to ?? at + 2, meaning: { type: 'DATE', year: value, ...(fiscal ? { fiscal } : {}) } }
  },
}

/** '1990s', "1990's", 'the 1990s' */
function decadeAt(line: Line, at: number, to: number, value: number) {
  const end = textAt(line, to)
  if ((end !== 's' && end !== "'s") || !line.pieces[to].glued || value % 10 !== 0) return undefined
  if (end === "'s" && textAt(line, at - 1) !== 'the') return undefined
  const from = textAt(line, at - 1) === 'the' ? at - 1 : at
  const prefix = `${value}`.slice(0, value % 100 === 0 && value < 2000 ? 2 : 3)
  return { from, to: to + 1, meaning: { type: 'DATE', prefix } as Meaning }
}

function withFiscal(line: Line, at: number): number {
  const before = textAt(line, at - 1)
  if (before === 'fiscal' || before === 'fy') return at - 1
  if (before === 'year' && (textAt(line, at - 2) === 'fiscal' || textAt(line, at - 2) === 'financial')) return at - 2
  return at
}

const isCount = ({ pieces, lexicon }: Line, to: number): boolean =>
  pieces[to] !== undefined && (lexicon.counted.has(pieces[to].text) || pieces[to].entry?.unit !== undefined)

/** Whether four digits are a year, by their neighbours. */
function isYear(line: Line, at: number, value: number): boolean {
  const { pieces, lexicon, language } = line
  if (textAt(line, at).length !== 4 || value < 1000 || value > 2199) return false
  const before = textAt(line, at - 1)
  const after = textAt(line, at + 1)
  if (lexicon.words.money.has(before) || lexicon.words['after-number'].has(after) || lexicon.beforeNumbers.has(before))
    return false
  if (isPartOfNumber(line, at)) return false
  if (isCount(line, at + 1) && before !== 'the' && !line.lexicon.words.yearly.has(before)) return false
  if (value >= 1900 && value <= 2099) return !(isRound(value) && countsNext(line, at))
  if (!line.lexicon.words['before-year'].has(before) && after !== ')') return false
  const next = pieces[at + 1]
  return !(next && language.upos[next.word] === 'NOUN' && next.text !== 'when')
}

const isRound = (value: number) => value % 100 === 0

function countsNext({ pieces, language }: Line, at: number): boolean {
  const next = pieces[at + 1]
  return next !== undefined && language.xpos[next.word] === 'NNS' && pieces[at - 1]?.text !== 'the'
}

/** '555-1990', '1990/5', '1,990', '2000-page', '1990.5'; years may be joined to years: '1990-91', '1990/91'. */
function isPartOfNumber(line: Line, at: number): boolean {
  const { pieces } = line
  const before = textAt(line, at - 1)
  const glued = pieces[at].glued && before !== '' && !'("\'“‘[—'.includes(before)
  if (glued && !isHyphen(before) && before !== '/' && entryAt(line, at - 1)?.month === undefined) return true
  if (glued && digitsAt(line, at - 2) >= 0 && textAt(line, at - 2).length !== 4) return true
  const next = pieces[at + 1]
  if (!next?.glued) return false
  if (isHyphen(next.text) || next.text === '/') {
    const digits = digitsAt(line, at + 2)
    const length = textAt(line, at + 2).length
    if (digits >= 0) return length !== 2 && length !== 4
    return pieces[at + 2]?.glued === true && line.lexicon.counted.has(`${textAt(line, at + 2)}s`)
  }
  return next.text !== 's' && next.text.length > 0 && !/^[,.;:!?)\]"'”’]/.test(next.text)
}
