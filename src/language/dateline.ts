import type { Span } from '../record/types.ts'
import { parseTable, type Resources } from '../resources.ts'
import { type DatelinePart, type DayWords, type Parts, readDay, readParts } from './dateline-parts.ts'
import { openLists } from './lists.ts'

/** What a report opens with before its first sentence: 'ALMETH, March 14 (AFP) — '. */
export interface Dateline extends Span {
  /** the first town that it names */
  place?: Span
  /** what lies around that town: 'ALMETH, Varlonia' */
  region?: Span
  /** the agency, or the outlet, that signs it, by its usual name */
  agency?: string
  /** its day: TIMEX3, with X for what the words leave open */
  day?: Span & { value: string }
}

/** What is known of the report besides its text: an outlet's name in place of a town's is recognized by it. */
export interface KnownReport {
  url?: string
  outlet?: string
}

/** Lines from the text's beginning that may stand before a dateline, and how long they are at most: headlines, bylines. */
const LINES = 6
const LONGEST_HEADLINE = 200

/**
 * Opens the one reading of datelines: from the beginning of a text, or after a few lines of headline, a place, a day and a credit in
 * the orders that agencies and newspapers use, up to the dash or colon before the report's own words.
 *
 * @example openDateline(resources)('ALMETH (Reuters) - Rain fell.') // { start: 0, end: 19, place: { start: 0, end: 6 }, agency: 'Reuters' }
 */
export function openDateline(resources: Resources): (text: string, known?: KnownReport) => Dateline | undefined {
  const tables = openTables(resources)
  return (text, known = {}) => {
    let lines = 0
    let late = false
    for (let from = 0; from < text.length && lines < LINES; ) {
      const newline = text.indexOf('\n', from)
      const stop = newline < 0 ? text.length : newline
      const line = trimmed(text, from, stop)
      from = stop + 1
      if (line.end === line.start) continue
      lines++
      const parts = readParts(text, line, tables)
      const found = parts && readWhole(text, { line, parts }, tables, known)
      if (found && (!late || isSure(text, found, tables))) return found
      late ||= line.end - line.start > LONGEST_HEADLINE
    }
    return undefined
  }
}

type PlaceKind = 'town' | 'country' | 'organization'

/** After a line longer than headlines are, a picture's caption maybe, only a town in capitals that is known or has a credit or a region is one. */
function isSure(text: string, { place, region, agency }: Dateline, tables: Tables): boolean {
  const name = place && text.slice(place.start, place.end)
  return (
    name !== undefined && isCapitals(name) && ((region ?? agency) !== undefined || tables.placeKind(name) === 'town')
  )
}

interface Tables extends DayWords {
  agencies: ReadonlyMap<string, string>
  outletWords: ReadonlySet<string>
  labels: ReadonlySet<string>
  /** prepositions before a place's name */
  beforePlaces: ReadonlySet<string>
  /** what the codebook knows a name for */
  placeKind(name: string): PlaceKind | undefined
}

function openTables(resources: Resources): Tables {
  const rows = (path: string) => parseTable(resources.text(`codebook/${path}`))
  const numbers = (path: string) => new Map(rows(path).map(([form, n]) => [form, Number(n)]))
  let places: Map<string, PlaceKind> | undefined
  const openPlaces = () => {
    const found = new Map<string, PlaceKind>()
    for (const [, , , names = ''] of rows('entity/organizations.tsv'))
      for (const name of names.split(/[|;]/)) found.set(plain(name), 'organization')
    for (const path of ['entity/places.tsv', 'entity/more-places.tsv'])
      for (const [names] of rows(path)) for (const name of names.split('|')) found.set(plain(name), 'town')
    for (const [, name, others = '', , capitals = ''] of rows('entity/countries.tsv')) {
      for (const each of [name, ...others.split('|')]) found.set(plain(each), 'country')
      for (const each of capitals.split('|')) found.set(plain(each), 'town')
    }
    return found
  }
  return {
    agencies: new Map(rows('agencies.tsv').map(([credit, name]) => [credit, name])),
    outletWords: new Set(rows('outlet-words.txt').map(([word]) => word)),
    beforePlaces: openLists(resources)['before-places'],
    labels: new Set(rows('not-datelines.txt').map(([word]) => word)),
    months: numbers('time/months.tsv'),
    weekdays: numbers('time/weekdays.tsv'),
    placeKind: (name) => (places ??= openPlaces()).get(plain(name)),
  }
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase()

interface Line {
  line: Span
  parts: Parts
}

/** The dateline that the parts make, where they are enough of one. */
function readWhole(text: string, given: Line, tables: Tables, known: KnownReport): Dateline | undefined {
  const { line, parts } = given
  const words = ({ start, end }: Span) => text.slice(start, end)
  const names = parts.parts.filter(({ kind }) => kind === 'name')
  const credit = parts.parts.find(({ kind }) => kind === 'credit')
  const day = parts.parts.find(({ kind }) => kind === 'day')
  const agency = credit && agencyOf(creditWords(text, credit), tables)
  if (
    names.length === 0 &&
    credit &&
    !agency &&
    isCapitals(creditWords(text, credit)) &&
    tables.placeKind(creditWords(text, credit)) === 'town'
  )
    return parts.ending === 'dash' && beginsSentence(text, parts.end)
      ? { start: line.start, end: parts.end, place: { start: credit.start, end: credit.end - 1 } }
      : undefined
  const signed = names.length > 0 && isOutlet(words(names[0]), tables, known) ? words(names[0]) : undefined
  const evidence: Evidence = {
    ...given,
    name: signed === undefined && names.length > 0 ? words(names[0]) : undefined,
    signed,
    own: signed !== undefined && isOwn(signed, tables, known),
    around: names.slice(1).map(words),
    credit: credit !== undefined,
    agency: credit !== undefined && isOutlet(creditWords(text, credit), tables, known),
    day: day !== undefined,
  }
  if (!isDateline(text, evidence, tables)) return undefined
  const from = agency ?? (signed && (agencyOf(signed, tables) ?? signed)) ?? (credit && creditWords(text, credit))
  return {
    start: line.start,
    end: parts.end,
    ...(evidence.name === undefined ? {} : { place: spanOf(names[0]) }),
    ...(evidence.name === undefined || names.length < 2 ? {} : { region: spanOf(names[1]) }),
    ...(from ? { agency: from } : {}),
    ...(day ? { day: dayOf(text, day, tables) } : {}),
  }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

function dayOf(text: string, { start }: DatelinePart, tables: Tables): Span & { value: string } {
  const { length, value } = readDay(text, start, tables)!
  return { start, end: start + length, value }
}

/** A credit's words without its brackets. */
const creditWords = (text: string, { start, end }: DatelinePart): string => text.slice(start, end - 1).trim()

function agencyOf(credit: string, { agencies }: Tables): string | undefined {
  return (
    agencies.get(credit) ??
    agencies.get(credit.replace(/^The /, '').replace(/’/g, "'")) ??
    agencies.get(credit.split(/[/,]/, 1)[0])
  )
}

/** Whether a name is an agency's or an outlet's: a known one's, by its last word, or the report's own. */
function isOutlet(name: string, tables: Tables, known: KnownReport): boolean {
  const last = plain(name.slice(name.lastIndexOf(' ') + 1))
  if (agencyOf(name, tables) !== undefined || (name.includes(' ') && tables.outletWords.has(last))) return true
  return isOwn(name, tables, known)
}

/** Whether the report's address or outlet is called so. */
function isOwn(name: string, tables: Tables, { url = '', outlet = '' }: KnownReport): boolean {
  if (tables.placeKind(name)) return false
  const joined = plain(name).replace(/[^\p{L}\p{N}]/gu, '')
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(url)?.[1] ?? ''
  return joined.length > 3 && (host.replace(/\W/g, '').includes(joined) || plain(outlet).replace(/\W/g, '') === joined)
}

interface Evidence extends Line {
  /** the place, unless an outlet stands there */
  name: string | undefined
  signed: string | undefined
  /** whether the report's own outlet signs */
  own: boolean
  around: readonly string[]
  credit: boolean
  /** whether the credit names an agency that is known */
  agency: boolean
  day: boolean
}

function isDateline(text: string, evidence: Evidence, tables: Tables): boolean {
  const { name, signed, credit, agency, day, line, parts } = evidence
  const { ending, end } = parts
  const dashed = ending === 'dash' || ending === 'tight'
  const begins = beginsSentence(text, end) || ending === 'line'
  if (!begins) return false
  if (name === undefined) {
    if (signed !== undefined) return dashed && !credit && (day || evidence.own || tables.agencies.has(signed))
    return agency && (dashed || ending === 'none')
  }
  const kind = tables.placeKind(name)
  const capitals = isCapitals(name)
  if (kind === 'organization' || (kind === undefined && isLabel(name, tables))) return false
  if (credit && (agency || capitals || (kind === 'town' && day)))
    return dashed || ending === 'colon' || (agency && (capitals || kind !== undefined || day))
  if (credit || ending === 'none') return false
  if (day) return (capitals || kind === 'town') && (ending !== 'line' || capitals)
  return ending !== 'line' && isBare(text, evidence, { kind, capitals }, line, tables)
}

/** A place alone, and a dash or a colon: enough where the name is a town's, or stands in capitals as no label does. */
function isBare(
  text: string,
  { name = '', around, parts: { ending, end } }: Evidence,
  { kind, capitals }: { kind: PlaceKind | undefined; capitals: boolean },
  line: Span,
  tables: Tables,
): boolean {
  const rest = text.slice(end, line.end)
  if (!/\p{Ll}/u.test(rest)) return false
  const region = around.some((each) => tables.placeKind(each) !== undefined || /\.$/.test(each))
  if (ending === 'colon') {
    if (speaksInTurn(text) || /^["“‘'«]/.test(rest)) return false
    const told = rest.replace(ASIDE, ' ')
    if (!capitals) return kind === 'town' && !FIRST_PERSON.test(told)
    return (
      kind !== undefined ||
      (name.length > 4 && isToldOfAsPlace(text, { name, from: end }, tables) && !FIRST_PERSON.test(told))
    )
  }
  if (!capitals) return kind === 'town' && !hasDash(rest)
  if (kind !== undefined || region) return true
  return around.length === 0 && name.length > 4 && name.split(' ').length <= 3 && ending === 'dash' && !hasDash(rest)
}

/** What stands in quotation marks or brackets: others' words, a party's branch. */
const ASIDE = /"[^"\n]*"|“[^”\n]*”|\([^()\n]*\)/g
/** What is said by somebody for themselves, as after a speaker's name and a colon. */
const FIRST_PERSON = /^.{0,160}\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Yy]ou|[Yy]our)\b/

const hasDash = (rest: string): boolean => /^[^.!?]* (?:[-–—]|--) /.test(rest)

/** Whether a name in capitals comes again in small letters, and then always as a place does ('in Almeth', 'the port of Almeth'). */
function isToldOfAsPlace(
  text: string,
  { name, from }: { name: string; from: number },
  { beforePlaces }: Tables,
): boolean {
  const again = name.replace(/\p{L}+/gu, (word) => word[0] + word.slice(1).toLowerCase())
  for (let at = text.indexOf(again, from); at >= 0; at = text.indexOf(again, at + 1)) {
    const before = /(\p{L}+) $/u.exec(text.slice(Math.max(0, at - 16), at))?.[1].toLowerCase()
    if (before === undefined || !beforePlaces.has(before)) return false
  }
  return true
}

/** Whether lines begin with names and colons, as what was said in turns does. */
function speaksInTurn(text: string): boolean {
  const turns = text.slice(0, 6000).match(/^[ \t]*\p{Lu}[\p{L}.’' -]{1,30}:/gmu)
  return turns !== null && turns.length > 1
}

const isCapitals = (name: string): boolean => /\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name)

const isLabel = (name: string, { labels }: Tables): boolean =>
  plain(name)
    .split(/[^\p{L}'&]+/u)
    .some((word) => labels.has(word))

const beginsSentence = (text: string, at: number): boolean =>
  /^(?:\p{Ll}?\p{Lu}|[\p{N}"“‘'«„([`])/u.test(text.slice(at, at + 2))

function trimmed(text: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (start < end && text[start].trim() === '') start++
  while (end > start && text[end - 1].trim() === '') end--
  return { start, end }
}

/** The text with the dateline's characters turned to spaces (line breaks stay): same length, so offsets stay true. */
export function blankDateline(text: string, { start, end }: Span): string {
  return text.slice(0, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ') + text.slice(end)
}
