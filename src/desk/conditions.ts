import type Database from 'better-sqlite3'
import { codesAsWritten } from '../rows/codes-as-written.ts'
import type { Filter, List } from '../rows/filter.ts'
import { isKey, nameFields } from '../rows/name-fields.ts'
import { bearersOf } from './bearers.ts'
import { aboveUnder, appliedIn, type CurvedList, leastUnder } from './curve.ts'
import { folded, foldOf } from './fold.ts'
import { checkCodes } from './known-codes.ts'
import { numberOf } from './lists.ts'
import { dayNumberOf, dayNumbersOf, momentAfter, secondsOf, UNDATED, UNDATED_DAY } from './moments.ts'
import { isPronoun } from './pronouns.ts'
import { matchOf } from './words.ts'

/** A piece of SQL with the values of its question marks. */
export interface Sql {
  text: string
  values: (string | number)[]
}

type Fields = NonNullable<Filter['not']>
type Field = keyof Fields

/** SQL that holds of rows whose field has one of the values; fields that a list does not have are left out of it. */
type Condition = (values: readonly string[]) => Sql

/** SQLite takes so many question marks at most; past a few, values go as one list. */
const MARKS = 50
const marks = (values: readonly unknown[]) =>
  values.length > MARKS ? 'SELECT value FROM json_each(?)' : values.map(() => '?').join(', ')
const bound = <V extends string | number>(values: readonly V[]) =>
  values.length > MARKS ? [JSON.stringify(values)] : [...values]
const within =
  (column: string) =>
  (values: readonly (string | number)[]): Sql => ({ text: `${column} IN (${marks(values)})`, values: bound(values) })

/** Numbers of the names that read so, capitals or not, or that have this key. One value is the rule, and looked up the quickest way. */
const namedLike = (given: readonly string[]): Sql => {
  const values = given.filter((value) => !isPronoun(value))
  const [value] = values
  if (value === undefined) return { text: 'SELECT NULL WHERE 0', values: [] }
  if (values.length > 1)
    return {
      text: `SELECT coalesce(m.same_as, m.named) FROM json_each(?) j JOIN named m ON m.fold = j.value ->> 0 AND folded(m.name) = j.value ->> 1
        UNION ALL SELECT coalesce(m.same_as, m.named) FROM json_each(?) j JOIN named m ON m.named = j.value`,
      values: [
        JSON.stringify(values.filter((name) => !isKey(name)).map((name) => [foldOf(folded(name)), folded(name)])),
        JSON.stringify(values.filter((key) => isKey(key)).map(keyNumber)),
      ],
    }
  return isKey(value)
    ? { text: 'SELECT coalesce(same_as, named) FROM named WHERE named = ?', values: [keyNumber(value)] }
    : {
        text: 'SELECT coalesce(same_as, named) FROM named WHERE fold = ? AND folded(name) = ?',
        values: [foldOf(folded(value)), folded(value)],
      }
}

const keyNumber = (key: string) => Number(key.slice(1))

/** The numbers of these names with those of all that stand for them: entities keep the names that they were read with. */
const entitiesOf = ({ text, values }: Sql): Sql => ({
  text: `SELECT named FROM named WHERE named IN (${text}) UNION ALL SELECT named FROM named WHERE same_as IN (${text})`,
  values: [...values, ...values],
})

const namedWith = (column: 'country' | 'sectors' | 'either', values: readonly string[]): Sql => {
  const sectors = `EXISTS (SELECT 1 FROM json_each(sectors) WHERE value IN (${marks(values)}))`
  const country = `country IN (${marks(values)})`
  if (column === 'country') return { text: `SELECT named FROM named WHERE ${country}`, values: bound(values) }
  if (column === 'sectors') return { text: `SELECT named FROM named WHERE ${sectors}`, values: bound(values) }
  return {
    text: `SELECT named FROM named WHERE ${country} OR ${sectors}`,
    values: [...bound(values), ...bound(values)],
  }
}

const inside = (column: string, { text, values }: Sql): Sql => ({ text: `${column} IN (${text})`, values })
const either = (...parts: Sql[]): Sql => ({
  text: `(${parts.map(({ text }) => text).join(' OR ')})`,
  values: parts.flatMap(({ values }) => values),
})

/** Days, months or years in which all of a row's days lie, of columns that count in units of which a day has so many. */
const days =
  (column: string, last = column, unitsADay = 1): Condition =>
  (values) => {
    const spans = values.map((day) => dayNumbersOf(day).map((at) => at * unitsADay))
    if (spans.length <= MARKS)
      return either(...spans.map((span) => ({ text: `(${column} >= ? AND ${last} < ?)`, values: span })))
    return {
      text: `EXISTS (SELECT 1 FROM json_each(?) j WHERE ${column} >= j.value ->> 0 AND ${last} < j.value ->> 1)`,
      values: [JSON.stringify(spans)],
    }
  }

const fromReport =
  (column: string): Condition =>
  (values) => ({
    text: `t.reading IN (SELECT reading FROM readings WHERE newest AND report IN (SELECT report FROM reports WHERE ${column} IN (${marks(values)})))`,
    values: bound(values),
  })

const isDecided = (db: Database.Database) => db.prepare('SELECT EXISTS (SELECT 1 FROM standing)').pluck().get() === 1
const notWrong: Sql = {
  text: "NOT EXISTS (SELECT 1 FROM standing d WHERE d.report = t.report AND d.row = t.id AND d.verdict = 'wrong')",
  values: [],
}

/** Reports of the stories with these ids; the id of one that was merged leads to where it went. */
const ofStory: Condition = (values) => ({
  text: `t.report IN (WITH RECURSIVE led (story) AS (SELECT story FROM stories WHERE id IN (${marks(values)})
    UNION SELECT s.merged_into FROM stories s JOIN led USING (story) WHERE s.merged_into IS NOT NULL)
    SELECT report FROM story_reports WHERE story IN (SELECT story FROM led))`,
  values: bound(values),
})

const decided: Condition = (values) => {
  const verdict = '(SELECT d.verdict FROM standing d WHERE d.report = t.report AND d.row = t.id)'
  return { text: `coalesce(${verdict}, 'none') IN (${marks(values)})`, values: bound(values) }
}

const role =
  (kind: string): Condition =>
  (values) => {
    const names = namedLike(values)
    return {
      text: `t.event IN (SELECT event FROM roles WHERE named IN (${names.text}) AND role_code = ${numberOf('role', kind)})`,
      values: names.values,
    }
  }

/** Rows of events one of whose actors or recipients is among these names. */
const anyRole = ({ text, values }: Sql): Sql => ({
  text: `t.event IN (SELECT event FROM roles WHERE named IN (${text}))`,
  values,
})

/** Rows of statements that are joined so with an entity of their reading that bears one of the names. */
const entityOf = (joins: string, values: readonly string[]): Sql => {
  const names = entitiesOf(namedLike(values))
  // few readings have the entity: the others are passed over before their statements are looked into
  return {
    text: `(t.reading IN (SELECT reading FROM entities WHERE named IN (${names.text}))
      AND EXISTS (SELECT 1 FROM entities e ${joins} WHERE e.reading = t.reading AND e.named IN (${names.text})))`,
    values: [...names.values, ...names.values],
  }
}

/** Joins that hold of mentions inside the contents of a statement. */
const inContent = (statement: string, mention: string): string =>
  `JOIN contents c ON c.statement = ${statement}.statement AND c.part_code = ${numberOf('part', 'content')}
    AND ${mention}.start >= c.start AND ${mention}."end" <= c."end"`

const ofRow: Partial<Record<Field, Condition>> = {
  id: within('t.id'),
  story: ofStory,
  report: fromReport('id'),
  outlet: fromReport('outlet'),
  language: fromReport('language'),
  day: days('t.day_number', 't.last_day_number'),
  place: (values) => inside('t.place_named', namedLike(values)),
  decided,
}

const conditions: Record<List, Partial<Record<Field, Condition>>> = {
  statements: {
    ...ofRow,
    speaker: (values) => inside('t.speaker_named', namedLike(values)),
    source: (values) => inside('t.speaker_named', namedWith('either', values)),
    told: (values) => entityOf(`JOIN json_each(t."to") j ON j.value = e.n`, values),
    about: (values) =>
      entityOf(`JOIN mentions m ON m.reading = e.reading AND m.entity = e.n ${inContent('t', 'm')}`, values),
    act: within('t.act'),
    quotation: within('t.quotation'),
    country: (values) =>
      either(inside('t.speaker_named', namedWith('country', values)), within('t.place_country')(values)),
    sector: (values) => inside('t.speaker_named', namedWith('sectors', values)),
  },
  events: {
    ...ofRow,
    type: within('t.type'),
    mode: within('t.mode'),
    context: (values) => ({
      text: `EXISTS (SELECT 1 FROM json_each(t.contexts) WHERE value IN (${marks(values)}))`,
      values: bound(values),
    }),
    status: (values) => within('t.status_code')(values.map((value) => numberOf('status', value) ?? -1)),
    word: (values) => {
      const names = values.filter((value) => value !== 'report')
      const parts = names.length < values.length ? [{ text: 't.word IS NULL', values: [] }] : []
      return either(...parts, ...(names.length > 0 ? [inside('t.word_named', namedLike(names))] : []))
    },
    actor: role('actor'),
    recipient: role('recipient'),
    speaker: (values) => inside('t.word_named', namedLike(values)),
    source: (values) => inside('t.word_named', namedWith('either', values)),
    country: (values) => either(anyRole(namedWith('country', values)), within('t.place_country')(values)),
    sector: (values) => anyRole(namedWith('sectors', values)),
  },
  reports: {
    id: within('t.id'),
    story: ofStory,
    report: within('t.id'),
    outlet: within('t.outlet'),
    language: within('t.language'),
    day: days('t.published_at', 't.published_at', 86_400),
    speaker: (values) => {
      const names = namedLike(values)
      return {
        text: `t.report IN (SELECT report FROM statements WHERE newest AND speaker_named IN (${names.text}))`,
        values: names.values,
      }
    },
    type: (values) => ({
      text: `t.report IN (SELECT report FROM events WHERE newest AND type IN (${marks(values)}))`,
      values: bound(values),
    }),
  },
  entities: {
    id: (values) => inside('t.named', namedLike(values)),
    speaker: (values) => inside('t.named', namedLike(values)),
    kind: within('t.kind'),
    country: within('t.country'),
    sector: (values) => inside('t.named', namedWith('sectors', values)),
    source: (values) => inside('t.named', namedWith('either', values)),
    report: (values) => ({
      text: `t.named IN (SELECT coalesce(x.same_as, x.named) FROM entities e JOIN named x USING (named) JOIN readings g USING (reading) JOIN reports r USING (report) WHERE g.newest AND r.id IN (${marks(values)}))`,
      values: bound(values),
    }),
    outlet: (values) => ({
      text: `t.named IN (SELECT coalesce(x.same_as, x.named) FROM entities e JOIN named x USING (named) JOIN readings g USING (reading) JOIN reports r USING (report) WHERE g.newest AND r.outlet IN (${marks(values)}))`,
      values: bound(values),
    }),
  },
}

/** The fields of a filter that a list can be narrowed by. */
export function fieldsOf(list: List): Field[] {
  return Object.keys(conditions[list]) as Field[]
}

/**
 * What rows of a list must hold under a filter, as parts to be joined by AND; the list's table is called `t`. Rows that people decided are wrong are left
 * out unless the filter says what is wanted of decisions.
 *
 * @throws Failure `bad-argument` where a code is one that neither the codebook nor the desk has
 */
export function conditionsOf(db: Database.Database, list: List, given: Filter): Sql[] {
  const filter = withKeys(db, list, codesAsWritten(given) as Filter)
  checkCodes(db, filter)
  const parts: Sql[] = []
  const dated = list === 'statements' || list === 'events'
  if (dated && !filter.decided && !filter.not?.decided && isDecided(db)) parts.push(notWrong)
  if (dated) parts.push(plain('t.newest'))
  if (!filter.copies && list !== 'entities')
    parts.push(
      plain(dated ? 't.report NOT IN (SELECT report FROM reports WHERE copy_of IS NOT NULL)' : 't.copy_of IS NULL'),
    )
  const narrowed = isNarrow(list, filter)
  for (const [field, condition] of Object.entries(conditions[list]) as [Field, Condition][]) {
    const wanted = filter[field] as string[] | undefined
    const unwanted = filter.not?.[field] as string[] | undefined
    if (wanted) parts.push(narrowed && wide.has(field) ? unindexed(condition(wanted)) : condition(wanted))
    if (unwanted) {
      const { text, values } = condition(unwanted)
      parts.push({ text: `NOT coalesce(${text}, 0)`, values })
    }
  }
  // a field that this list does not have is true of none of its rows
  for (const field of Object.keys(filter.not ? { ...filter, ...filter.not } : filter) as (keyof Filter)[])
    if (filter[field] !== undefined && isField(field) && !conditions[list][field]) parts.push(plain('0'))
  if (filter.words !== undefined) {
    const words = wordsIn(list, filter.words)
    parts.push(narrowed ? unindexed(words) : words)
  }
  const { since, until, from, to, least, most } = filter
  // neither do reports have a day of their own or a confidence, nor entities a date
  const without = list === 'entities' ? [since, until, from, to, least, most] : dated ? [] : [from, to, least, most]
  if (without.some((value) => value !== undefined)) parts.push(plain('0'))
  if (list === 'entities') return parts
  if (since) parts.push({ text: 't.published_at >= ?', values: [secondsOf(since)] })
  if (until) parts.push({ text: `t.published_at < ? AND t.published_at > ${UNDATED}`, values: [momentAfter(until)] })
  if (!dated) return parts
  if (from) parts.push({ text: 't.day_number >= ?', values: [dayNumberOf(from)] })
  if (to) parts.push({ text: `t.last_day_number <= ? AND t.day_number > ${UNDATED_DAY}`, values: [dayNumberOf(to)] })
  parts.push(...confidenceIn(db, list as CurvedList, filter))
  return parts
}

const added = 'EXISTS (SELECT 1 FROM standing d WHERE d.report = t.report AND d.row = t.id AND d.added IS NOT NULL)'

/** Bounds of confidence as rows are shown: under the curve that a person applied; what people added is sure, whatever the curve. */
function confidenceIn(db: Database.Database, list: CurvedList, { least, most }: Filter): Sql[] {
  const parts: Sql[] = []
  const curve = least === undefined && most === undefined ? undefined : appliedIn(db, list)
  if (least !== undefined) {
    const bound = curve ? leastUnder(curve, least) : least
    parts.push(bound > 1 ? { text: added, values: [] } : { text: 't.confidence >= ?', values: [bound] })
  }
  if (most !== undefined && !curve) parts.push({ text: 't.confidence <= ?', values: [most] })
  if (most !== undefined && curve && most < 1)
    parts.push({ text: `t.confidence < ? AND NOT ${added}`, values: [aboveUnder(curve, most)] })
  return parts
}

/** The filter with each key of one who has several rows among the names followed by the keys of the others. */
function withKeys(db: Database.Database, list: List, filter: Filter): Filter {
  if (list === 'entities') return filter
  const fields = (of: Filter | undefined): Filter | undefined => {
    if (!of || !nameFields.some((field) => of[field]?.some(isKey))) return of
    const all = { ...of }
    for (const field of nameFields)
      all[field] = of[field]?.flatMap((value) =>
        isKey(value)
          ? bearersOf(db)
              .numbersOf(keyNumber(value))
              .map((number) => `e${number}`)
          : [value],
      )
    return all
  }
  const all = fields(filter) as Filter
  return all.not ? { ...all, not: fields(all.not) } : all
}

/** Conditions as one: all of them hold. */
export function allOf(parts: readonly Sql[]): Sql {
  return { text: parts.map(({ text }) => text).join(' AND ') || '1', values: parts.flatMap(({ values }) => values) }
}

/** Fields that leave few rows: SQLite, which cannot know, is led to begin with them. */
const narrow: Record<'statements' | 'events', Field[]> = {
  statements: ['id', 'report', 'speaker', 'day'],
  events: ['id', 'report', 'actor', 'recipient', 'day'],
}
/** Whether a filter leaves so few rows that they are best found first and sorted then. */
export function isNarrow(list: List, filter: Filter = {}): boolean {
  return (list === 'statements' || list === 'events') && narrow[list].some((field) => filter[field] !== undefined)
}

/** Fields with few values, each of many rows. */
const wide = new Set<Field>(['act', 'type', 'status'])
/** The same, with no index used for it: a plus before a column says so to SQLite. */
const unindexed = ({ text, values }: Sql): Sql => ({ text: text.startsWith('t.') ? `+${text}` : text, values })

const plain = (text: string): Sql => ({ text, values: [] })
const others = new Set(['words', 'since', 'until', 'from', 'to', 'least', 'most', 'copies', 'not'])
const isField = (field: keyof Filter): field is Field => !others.has(field)

/** Statements are found by the words of their contents, reports and their events by the text's, entities by their names. */
function wordsIn(list: List, typed: string): Sql {
  if (list === 'entities')
    return {
      text: "(t.name LIKE '%' || ? || '%' ESCAPE '^' OR EXISTS (SELECT 1 FROM named a WHERE a.same_as = t.named AND a.name LIKE '%' || ? || '%' ESCAPE '^'))",
      values: Array(2).fill(typed.replace(/[\^%_]/g, '^$&')),
    }
  const match = matchOf(typed)
  if (match === undefined) return plain('0')
  if (list === 'statements')
    return { text: 't.statement IN (SELECT rowid FROM statement_words WHERE statement_words MATCH ?)', values: [match] }
  return { text: 't.report IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)', values: [match] }
}
