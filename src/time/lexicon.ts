import { parseTable, type Resources } from '../resources.ts'
import { readWordLists } from '../word-lists.ts'
import { openTriggers, type Triggers } from './triggers.ts'
import { type TimeWords, timeWordLists } from './words.ts'

/** Second, minute, hour, day, weekend, week, fortnight, month, quarter, year, decade, century, millennium. */
export type Unit = 'S' | 'MI' | 'H' | 'D' | 'WE' | 'W' | 'FN' | 'M' | 'Q' | 'Y' | 'DE' | 'CE' | 'ML'

export type Relation =
  | 'last'
  | 'latest'
  | 'next'
  | 'this'
  | 'that'
  | 'the'
  | 'same'
  | 'previous'
  | 'following'
  | 'recent'
  | 'each'
  | 'more'
  | 'count'
  | 'end'

/** The kinds of word that a finder can be called for; 'year' and 'digits' go by the shape of a number. */
export type Trigger =
  | 'month'
  | 'weekday'
  | 'unit'
  | 'season'
  | 'part'
  | 'deictic'
  | 'frequency'
  | 'decade'
  | 'foreign'
  | 'phrase'
  | 'quarter'
  | 'clock'
  | 'spelled'
  | 'year'
  | 'digits'
  | 'period'
  | 'era'

export interface NumberWord {
  /** NaN where the word says no number ('several') */
  value: number
  kind: 'unit' | 'ten' | 'ordinal' | 'scale' | 'vague' | 'fraction'
}

export interface Phrase {
  /** lower-case pieces, hyphens and points among them */
  words: readonly string[]
  /** which of its words it is looked for at: the longest, so that 'the future' costs nothing at every 'the' */
  key: number
  /** what it stands for: a holiday's rule, a reference's value, or '' for a name that is no time */
  holiday?: Holiday
  reference?: string
  negative?: boolean
}

export interface Holiday {
  name: string
  rule: string
  days: number
}

/** What the codebook knows about one word. A word may be several things ('second', 'march'). */
export interface Entry {
  month?: number
  weekday?: number
  unit?: Unit
  many?: boolean
  season?: string
  part?: string
  deictic?: { unit: Unit; count: number; part?: string }
  frequency?: string
  decade?: number
  number?: NumberWord
  relation?: Relation
  foreign?: { calendar: 'persian' | 'islamic'; month: number }
  phrases?: Phrase[]
  triggers: Trigger[]
}

export interface TimeModifier {
  words: readonly string[]
  mod: string
  before: 'date' | 'length' | 'year'
}

/** The codebook's tables of time, compiled. */
export interface Lexicon {
  entries: ReadonlyMap<string, Entry>
  /** which shapes of word (first letter, last letter, length) any entry has */
  shapes: Uint8Array
  triggers: Triggers
  /** by their last word */
  modifiers: ReadonlyMap<string, readonly TimeModifier[]>
  zones: ReadonlyMap<string, string>
  counted: ReadonlySet<string>
  beforeNumbers: ReadonlySet<string>
  /** 'ahead' only above an infinitive */
  directions: ReadonlyMap<string, 'past' | 'future' | 'ahead'>
  words: TimeWords
}

export function openLexicon(resources: Resources): Lexicon {
  const table = (name: string) => parseTable(resources.text(`codebook/time/${name}`))
  const lists = readWordLists(resources, 'codebook/time/words.tsv', timeWordLists)
  const entries = new Map<string, Entry>()
  const entry = (form: string, trigger?: Trigger): Entry => {
    let known = entries.get(form)
    if (!known) entries.set(form, (known = { triggers: [] }))
    if (trigger && !known.triggers.includes(trigger)) known.triggers.push(trigger)
    return known
  }
  const phrase = (text: string, fields: Omit<Phrase, 'words' | 'key'>) => {
    const words = splitTimeWords(text)
    const key = keyOf(words, entries, lists.common)
    // a name that is no time only holds others off
    const at = entry(words[key], fields.negative ? undefined : 'phrase')
    at.phrases = [...(at.phrases ?? []), { words, key, ...fields }].sort((a, b) => b.words.length - a.words.length)
  }
  for (const [form, month] of table('months.tsv')) entry(form, 'month').month = Number(month)
  for (const [form, day] of table('weekdays.tsv')) {
    entry(form, 'weekday').weekday = Number(day)
    if (form.length > 5) {
      const plural = entry(`${form}s`, 'weekday')
      plural.weekday = Number(day)
      plural.many = true
    }
  }
  for (const [form, unit, number] of table('units.tsv')) {
    const e = entry(form, 'unit')
    e.unit = unit as Unit
    e.many = number === 'many'
  }
  for (const [form, code] of table('seasons.tsv')) {
    const e = entry(form, 'season')
    e.season = code
    e.many = form.endsWith('s')
  }
  for (const [form, code] of table('parts.tsv')) {
    const e = entry(form, 'part')
    e.part = code
    e.many = form.endsWith('s')
  }
  for (const [form, unit, count, part] of table('deictics.tsv')) {
    entry(form, 'deictic').deictic = { unit: unit as Unit, count: Number(count), part }
  }
  for (const [form, value] of table('frequencies.tsv')) entry(form, 'frequency').frequency = value
  for (const [form, digit] of table('decades.tsv')) entry(form, 'decade').decade = Number(digit)
  for (const [form, value, kind] of table('numbers.tsv')) {
    entry(form).number = { value: value === 'X' ? Number.NaN : Number(value), kind: kind as NumberWord['kind'] }
  }
  for (const form of lists.quarters) entry(form, 'quarter')
  for (const form of lists.periods) entry(form, 'period')
  for (const form of lists.eras) entry(form, 'era')
  for (const form of lists.spelled) entry(form, 'spelled')
  for (const [form, relation] of table('relations.tsv')) entry(form).relation = relation as Relation
  for (const [form, calendar, month] of table('calendars.tsv')) {
    const words = splitTimeWords(form)
    if (words.length === 1) {
      entry(form, 'foreign').foreign = { calendar: calendar as 'persian' | 'islamic', month: Number(month) }
    }
  }
  const holidays = table('holidays.tsv').map(([name, rule, days]) => {
    return [name, { holiday: { name, rule, days: Number(days ?? 1) } }] as const
  })
  const references = table('references.tsv').map(([text, value]) => [text, { reference: value }] as const)
  // single words first: longer phrases may then be looked for at one of them
  const known = [...holidays, ...references].sort(([a], [b]) => a.split(' ').length - b.split(' ').length)
  for (const [text, fields] of known) phrase(text, fields)
  for (const [text] of table('not-times.txt')) phrase(text, { negative: true })
  for (const form of lists.clocks) entry(form, 'clock')
  return {
    entries,
    shapes: shapesOf(entries.keys()),
    triggers: openTriggers(entries),
    modifiers: modifiersOf(table('modifiers.tsv')),
    zones: new Map(table('zones.tsv').map(([form, offset]) => [form, offset ?? ''])),
    counted: new Set(table('counted.txt').map(([form]) => form)),
    beforeNumbers: new Set(table('before-numbers.txt').map(([form]) => form)),
    directions: new Map(
      table('directions.tsv').map(([form, direction]) => [form, direction as 'past' | 'future' | 'ahead']),
    ),
    words: lists,
  }
}

/** The word of a phrase at which it is looked for: one that is looked at anyhow ('day'), else the longest. */
function keyOf(words: readonly string[], entries: ReadonlyMap<string, Entry>, common: ReadonlySet<string>): number {
  const weight = (k: number) => {
    const looked = (entries.get(words[k])?.triggers.length ?? 0) > 0
    return looked ? 100 : common.has(words[k]) ? 0 : words[k].length
  }
  let key = 0
  for (let k = 1; k < words.length; k++) if (weight(k) > weight(key)) key = k
  return key
}

const SHAPES = 8192

const shapeOf = (text: string): number =>
  ((text.charCodeAt(0) * 37 + text.charCodeAt(text.length - 1)) * 37 + text.length) & (SHAPES - 1)

function shapesOf(forms: Iterable<string>): Uint8Array {
  const shapes = new Uint8Array(SHAPES)
  for (const form of forms) shapes[shapeOf(form)] = 1
  return shapes
}

/** What the codebook knows about a word in lower case. Most words are turned away by their shape, before any hashing. */
export function lookUp({ entries, shapes }: Lexicon, lower: string): Entry | undefined {
  return shapes[shapeOf(lower)] === 0 ? undefined : entries.get(lower)
}

function modifiersOf(rows: readonly string[][]): Map<string, TimeModifier[]> {
  const map = new Map<string, TimeModifier[]>()
  for (const [text, mod, before] of rows) {
    const words = splitTimeWords(text)
    const last = words[words.length - 1]
    const list = map.get(last) ?? []
    list.push({ words, mod, before: before as TimeModifier['before'] })
    map.set(
      last,
      list.sort((a, b) => b.words.length - a.words.length),
    )
  }
  return map
}

/** Splits as the words of a text are split: at spaces, around hyphens, before "'s". */
function splitTimeWords(text: string): string[] {
  return text
    .replace(/-/g, ' - ')
    .replace(/['’]s\b/g, " 's")
    .replace(/s['’]( |$)/g, "s '$1")
    .replace(/,/g, ' ,')
    .split(' ')
    .filter((word) => word !== '')
}
