import type Database from 'better-sqlite3'
import { Failure } from '../record/failure.ts'
import type { FacetCounts, Page } from '../rows/decision.ts'
import type { Filter, List, Query, Sort } from '../rows/filter.ts'
import type { EntityRow, EventRow, ReportRow, Row, RowOf, StatementRow } from '../rows/rows.ts'
import { bearersOf } from './bearers.ts'
import { type Cells, KEY_CELL, REPORT_CELL } from './cells.ts'
import { allOf, conditionsOf, isNarrow, type Sql } from './conditions.ts'
import { appliedIn, shownUnder } from './curve.ts'
import type { DecisionsOf } from './decide.ts'
import { eventColumns, eventJoins, openEventRows } from './event-rows.ts'
import { known } from './known.ts'
import { bearerWords } from './namesakes.ts'
import { pronounNumbers } from './pronouns.ts'
import { openStatementRows, statementColumns, statementJoins } from './statement-rows.ts'
import type { Desk } from './types.ts'

/** Rows a page where no limit is given. */
const PAGE = 50
/** Rows fetched at once when all are walked through. */
const WALK = 1000

interface Table {
  name: string
  key: string
  /** what the table can be sorted by, as SQL over `t`; nulls are made values, so that paging never loses a row */
  sorts: Partial<Record<Sort, string>>
  sort: Sort
  descending: boolean
}

const rowSorts = { published: 't.published_at', when: 't.day_number', confidence: 't.confidence' }
const outlet = "coalesce((SELECT outlet FROM reports WHERE reports.report = t.report), '')"

const tables: Record<List, Table> = {
  statements: {
    name: 'statements',
    key: 'statement',
    sorts: {
      ...rowSorts,
      outlet,
      speaker: "coalesce((SELECT name FROM named WHERE named.named = t.speaker_named), '')",
      type: 't.act',
      added: 't.statement',
    },
    sort: 'added',
    descending: false,
  },
  events: {
    name: 'events',
    key: 'event',
    sorts: { ...rowSorts, outlet, type: 't.type', added: 't.event' },
    sort: 'added',
    descending: false,
  },
  reports: {
    name: 'reports',
    key: 'report',
    sorts: {
      published: 't.published_at',
      outlet: "coalesce(t.outlet, '')",
      name: 'coalesce(t.title, t.id)',
      count: 't.words',
      added: 't.report',
    },
    sort: 'added',
    descending: false,
  },
  entities: {
    name: 'named',
    key: 'named',
    sorts: { name: 't.name', count: 't.mentions', added: 't.named', type: 't.kind' },
    sort: 'count',
    descending: true,
  },
}

type Finding = Pick<Desk, 'find' | 'all' | 'count' | 'facets'>

/** Lists of a desk: pages by keyset, walks through all, counts and facets. */
export function openFind(db: Database.Database, decisions: DecisionsOf): Finding {
  const statements = new Map<string, Database.Statement>()
  const prepare = (text: string) => {
    let statement = statements.get(text)
    if (!statement) {
      statement = db.prepare(text)
      if (statements.size > 500) statements.clear()
      statements.set(text, statement)
    }
    return statement
  }
  const show = openShow(db)

  const straight = {
    statements: { columns: statementColumns, joins: statementJoins, row: openStatementRows(db) },
    events: { columns: eventColumns, joins: eventJoins, row: openEventRows(db) },
  }

  /** A page of rows straight from the tables. In their own order they are walked through as they stand; in others, their numbers are sorted alone. */
  const rowPage = (list: 'statements' | 'events', query: Query, { by, tail, values, limit }: Asked): Page<Row> => {
    const { name, key } = tables[list]
    const { columns, joins, row } = straight[list]
    const sql =
      by === `t.${key}` && !isNarrow(list, query.filter)
        ? `SELECT ${columns}, ${by} AS sorted FROM ${name} t ${joins} ${tail}`
        : `SELECT ${columns}, page.sorted FROM (SELECT t.${key}, ${by} AS sorted FROM ${name} t ${tail}) page
           CROSS JOIN ${name} t ON t.${key} = page.${key} ${joins}`
    const found = prepare(sql)
      .raw()
      .all(...values, limit + 1) as Cells[]
    const isDecided = decisions.any()
    const curve = isDecided ? appliedIn(db, list) : undefined
    const rows = found
      .slice(0, limit)
      .map((cells) =>
        isDecided
          ? shownUnder(curve, decisions.applied(cells[REPORT_CELL] as number, row(cells) as Decidable))
          : row(cells),
      ) as Row[]
    // what it was sorted by is added as the last cell
    const last = found[limit - 1]
    return found.length > limit ? { rows, next: cursorOf(orderName(query), last.at(-1), last[KEY_CELL]) } : { rows }
  }

  const find = <L extends List>(query: Query & { list: L }): Page<RowOf[L]> => {
    const { list, filter, limit = PAGE } = query
    if (!Number.isSafeInteger(limit) || limit < 1)
      throw new Failure('bad-argument', `a page has a whole number of rows from 1 on, not ${limit}`)
    const { key, by, descending } = order(query)
    const parts = whereOf(db, list, filter)
    if (query.after !== undefined) parts.push(afterOf(query.after, by, key, descending, orderName(query)))
    const direction = descending ? 'DESC' : 'ASC'
    const { text, values } = clauseOf(parts)
    const tail = `${text} ORDER BY ${isNarrow(list, filter) ? '+' : ''}${by} ${direction}, t.${key} ${direction} LIMIT ?`
    if (list === 'statements' || list === 'events')
      return rowPage(list, query, { by, tail, values, limit }) as Page<RowOf[L]>
    const sql = `SELECT t.*, ${by} AS sorted FROM ${tables[list].name} t ${tail}`
    const found = prepare(sql).all(...values, limit + 1) as Found[]
    const rows = found.slice(0, limit)
    const page: Page<RowOf[L]> = { rows: rows.map((row) => show(list, row)) as RowOf[L][] }
    if (found.length > limit)
      page.next = cursorOf(orderName(query), rows[rows.length - 1].sorted, rows[rows.length - 1][key])
    return page
  }

  function* all<L extends List>(query: Query & { list: L }): Generator<RowOf[L]> {
    let left = query.limit ?? Number.POSITIVE_INFINITY
    let after = query.after
    do {
      const page: Page<RowOf[L]> = find({ ...query, after, limit: Math.min(WALK, left) })
      yield* page.rows
      left -= page.rows.length
      after = page.next
    } while (after !== undefined && left > 0)
  }

  const count = ({ list, filter }: Query): number => {
    const { text, values } = clauseOf(whereOf(db, list, filter))
    return prepare(`SELECT count(*) FROM ${tables[list].name} t ${text}`)
      .pluck()
      .get(...values) as number
  }

  const countFacets = ({ list, filter }: Query, fields: readonly (keyof Filter)[], most: number): FacetCounts => {
    const { text, values } = clauseOf(whereOf(db, list, filter))
    const found: FacetCounts = {}
    for (const field of fields) {
      const facet = facetOf(list, field)
      if (!facet) continue
      const named = facet.named
      const known = named ? ` AND (${named} IS NULL OR ${named} NOT IN (${pronounNumbers()}))` : ''
      const from = facet.of
        ? `(SELECT ${facet.of} AS number, count(*) AS rows FROM ${tables[list].name} t ${text}${known} GROUP BY 1) t ${facet.join}`
        : `${tables[list].name} t ${facet.join ?? ''} ${text}${known}`
      const sql = `SELECT ${facet.value} AS value, ${facet.of ? 'sum(t.rows)' : 'count(*)'} AS count FROM ${from} GROUP BY 1 HAVING value IS NOT NULL AND value <> '' ORDER BY count DESC, value LIMIT ?`
      found[field] = prepare(sql).all(...values, most) as FacetCounts[string]
      if (named && field !== 'place') found[field] = apart(found[field], list, facet, { text, values }).slice(0, most)
    }
    return found
  }

  /** Values that are names with those who share one told apart, each with its key and what is known of it. */
  const apart = (found: FacetCounts[string], list: List, { named, of, join = '' }: Facet, { text, values }: Sql) => {
    let isShared = false
    const all = found.flatMap((one) => {
      const bearers = bearersOf(db).of(one.value)
      if (bearers.length < 2) return [one]
      isShared = true
      const numbers = bearers.flatMap(({ numbers }) => numbers)
      const sql = `SELECT ${named} AS number, count(*) AS count FROM ${tables[list].name} t ${of ? '' : join} ${text} AND ${named} IN (SELECT value FROM json_each(?)) GROUP BY 1`
      const counts = new Map(
        prepare(sql)
          .raw()
          .all(...values, JSON.stringify(numbers)) as [number, number][],
      )
      const sum = (of: readonly number[]) => of.reduce((sum, number) => sum + (counts.get(number) ?? 0), 0)
      return bearers.map((bearer) => ({
        ...{ value: bearer.name, count: sum(bearer.numbers), key: bearer.key, who: bearerWords(bearer) },
      }))
    })
    // another spelling of a name that several share counts the same rows
    const once = new Map(all.filter(({ count }) => count > 0).map((one) => [one.key ?? one.value, one]))
    return isShared ? [...once.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)) : found
  }
  const known = openKnown<FacetCounts>(db)
  // Counts of all rows take a second for a million; until the desk changes they are what they were.
  const facets = (query: Query, fields: readonly (keyof Filter)[], most = 20): FacetCounts =>
    known(JSON.stringify([query.list, query.filter, fields, most]), () => countFacets(query, fields, most))
  return { find, all, count, facets }
}

/** Answers kept at hand while the desk is as it was, whoever changes it. */
const ANSWERS = 200

function openKnown<T>(db: Database.Database): (question: string, answer: () => T) => T {
  const version = db.prepare('SELECT total_changes()').pluck()
  const answers = new Map<string, T>()
  let of = ''
  return (question, answer) => {
    // the first tells of other programs' changes, the second of one's own
    const now = `${db.pragma('data_version', { simple: true })} ${version.get()}`
    if (now !== of || answers.size >= ANSWERS) answers.clear()
    of = now
    const found = answers.get(question) ?? answer()
    answers.set(question, found)
    return found
  }
}

type Decidable = StatementRow | EventRow

/** A page that is asked for, in SQL. */
interface Asked {
  by: string
  /** conditions, order and limit */
  tail: string
  values: readonly unknown[]
  limit: number
}

type Found = { [column: string]: string | number | null }

function whereOf(db: Database.Database, list: List, filter: Filter = {}): Sql[] {
  const parts = conditionsOf(db, list, filter)
  if (list === 'entities')
    parts.push({ text: `t.kind <> '' AND t.reports > 0 AND t.named NOT IN (${pronounNumbers()})`, values: [] })
  return parts
}

/** The same as a clause of a query. */
function clauseOf(parts: readonly Sql[]): Sql {
  const { text, values } = allOf(parts)
  return { text: `WHERE ${text}`, values }
}

function order({ list, sort, descending }: Query) {
  const table = tables[list]
  const by = table.sorts[sort ?? table.sort]
  if (by === undefined)
    throw new Failure(
      'bad-argument',
      `${list} cannot be sorted by ${sort}; sort them by ${Object.keys(table.sorts).join(', ')}`,
    )
  return { key: table.key, by, descending: descending ?? (sort === undefined && table.descending) }
}

/** What a cursor belongs to: another list or order has cursors of its own. */
function orderName(query: Query): string {
  const { key, descending } = order(query)
  return `${key}/${query.sort ?? ''}/${descending ? 1 : 0}`
}

function cursorOf(name: string, sorted: unknown, key: unknown): string {
  return Buffer.from(JSON.stringify([name, sorted, key])).toString('base64url')
}

function afterOf(cursor: string, by: string, key: string, descending: boolean, name: string): Sql {
  let place: unknown
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {}
  const [of, value, row] = Array.isArray(place) ? place : []
  if (of !== name || typeof row !== 'number' || (typeof value !== 'string' && typeof value !== 'number'))
    throw new Failure('bad-argument', 'after must be the `next` of a page of the same list in the same order')
  return { text: `(${by}, t.${key}) ${descending ? '<' : '>'} (?, ?)`, values: [value, row] }
}

interface Facet {
  value: string
  /** the column whose numbers are counted first, and named then: far fewer names are looked up */
  of?: string
  join?: string
  /** the column of numbers of names whose values are names: pronouns are left out, and namesakes told apart */
  named?: string
}

/** How the values of a field are told from a list's rows. */
function facetOf(list: List, field: keyof Filter): Facet | undefined {
  const named = (column: string, what: string): Facet => ({
    value: `facet.${what}`,
    of: `t.${column}`,
    join: 'JOIN named facet ON facet.named = t.number',
    ...(what === 'name' && { named: `t.${column}` }),
  })
  const report = (column: string): Facet => ({
    value: `facet.${column}`,
    of: 't.report',
    join: 'JOIN reports facet ON facet.report = t.number',
  })
  const ofStory: Facet = {
    value: 'facet.id',
    of: 't.report',
    join: 'JOIN story_reports told ON told.report = t.number JOIN stories facet ON facet.story = told.story',
  }
  const rows: Partial<Record<keyof Filter, Facet>> = {
    outlet: report('outlet'),
    language: report('language'),
    report: report('id'),
    story: ofStory,
    day: { value: 't.day' },
    place: named('place_named', 'name'),
    decided: {
      value: "coalesce((SELECT d.verdict FROM standing d WHERE d.report = t.report AND d.row = t.id), 'none')",
    },
  }
  const sectorOf = (column: string): Facet => ({
    value: 'sector.value',
    join: `JOIN named facet ON facet.named = t.${column} JOIN json_each(facet.sectors) sector`,
  })
  const roleOf = (kind: string, value = 'facet.name', extra = ''): Facet => ({
    value,
    join: `JOIN roles o ON o.event = t.event ${kind ? `AND o.role = '${kind}'` : ''} JOIN named facet ON facet.named = o.named ${extra}`,
    ...(value === 'facet.name' && { named: 'o.named' }),
  })
  const all: Record<List, Partial<Record<keyof Filter, Facet>>> = {
    statements: {
      ...rows,
      speaker: named('speaker_named', 'name'),
      act: { value: 't.act' },
      quotation: { value: 't.quotation' },
      country: named('speaker_named', 'country'),
      sector: sectorOf('speaker_named'),
    },
    events: {
      ...rows,
      type: { value: 't.type' },
      mode: { value: 't.mode' },
      context: { value: 'context.value', join: 'JOIN json_each(t.contexts) context' },
      status: { value: 't.status' },
      word: {
        value: "CASE WHEN t.word IS NULL THEN 'report' ELSE facet.name END",
        join: 'LEFT JOIN named facet ON facet.named = t.word_named',
        named: 't.word_named',
      },
      speaker: named('word_named', 'name'),
      actor: roleOf('actor'),
      recipient: roleOf('recipient'),
      country: roleOf('', 'facet.country'),
      sector: roleOf('', 'sector.value', 'JOIN json_each(facet.sectors) sector'),
    },
    reports: {
      story: ofStory,
      outlet: { value: 't.outlet' },
      language: { value: 't.language' },
      day: { value: 'substr(t.published, 1, 10)' },
    },
    entities: {
      kind: { value: 't.kind' },
      country: { value: 't.country' },
      sector: { value: 'sector.value', join: 'JOIN json_each(t.sectors) sector' },
    },
  }
  return all[list][field]
}

const NOT_WRONG =
  "NOT EXISTS (SELECT 1 FROM standing d WHERE d.report = t.report AND d.row = t.id AND d.verdict = 'wrong')"
const WRONG = (list: 'statements' | 'events') =>
  `FROM standing d JOIN ${list} t ON t.report = d.report AND t.id = d.row AND t.newest`

/** How many of what is counted of a name is decided wrong. */
function openWrongOf(db: Database.Database): (named: number) => { statements: number; acts: number; receives: number } {
  const any = db.prepare("SELECT EXISTS (SELECT 1 FROM standing WHERE verdict = 'wrong')").pluck()
  const roles = (role: string) =>
    `(SELECT count(*) ${WRONG('events')} JOIN roles o USING (event) WHERE d.verdict = 'wrong' AND o.named = @named AND o.role = '${role}')`
  const counts = db.prepare(
    `SELECT (SELECT count(*) ${WRONG('statements')} WHERE d.verdict = 'wrong' AND t.speaker_named = @named) AS statements,
     ${roles('actor')} AS acts, ${roles('recipient')} AS receives`,
  )
  return (named) => (any.get() === 1 ? (counts.get({ named }) as never) : { statements: 0, acts: 0, receives: 0 })
}

/** Turns rows of the tables of reports and entities into rows as people see them: without what they decided is wrong. */
function openShow(db: Database.Database) {
  const report = db.prepare<{ report: number }, Found>(
    `WITH g AS (SELECT reading FROM readings WHERE report = @report AND newest)
     SELECT (SELECT count(*) FROM g JOIN statements t USING (reading) WHERE ${NOT_WRONG}) AS statements,
            (SELECT count(*) FROM g JOIN events t USING (reading) WHERE ${NOT_WRONG}) AS events,
            (SELECT "from" FROM takings WHERE report = @report ORDER BY taking LIMIT 1) AS "from",
            (SELECT id FROM corrections c JOIN reports r ON r.report = c.corrects WHERE c.report = @report) AS corrects,
            (SELECT id FROM corrections c JOIN reports r USING (report) WHERE c.corrects = @report ORDER BY report DESC LIMIT 1) AS corrected_by,
            (SELECT s.id FROM story_reports x JOIN stories s USING (story) WHERE x.report = @report) AS story`,
  )
  const wrongOf = openWrongOf(db)
  const also = db
    .prepare<[number], string>('SELECT name FROM named WHERE same_as = ? GROUP BY folded(name) ORDER BY name')
    .pluck()
  const idOf = db.prepare<[number], string>('SELECT id FROM reports WHERE report = ?').pluck()
  return (list: List, row: Found): object =>
    list === 'entities'
      ? entityRow({ row, wrong: wrongOf(row.named as number), also: also.all(row.named as number) })
      : reportRow(
          { ...row, ...report.get({ report: row.report as number }) },
          row.copy_of === null ? undefined : idOf.get(row.copy_of as number),
        )
}

function reportRow(row: Found, copyOf: string | undefined): ReportRow {
  const { id, published, outlet, title, url, byline, language, words, statements, events, added, from, state } = row
  return known({
    list: 'reports',
    key: id,
    id,
    published,
    outlet,
    title,
    url,
    byline,
    language,
    words,
    statements,
    events,
    copyOf,
    corrects: row.corrects,
    correctedBy: row.corrected_by,
    story: row.story,
    added,
    from,
    state,
  }) as unknown as ReportRow
}

interface ShownEntity {
  row: Found
  wrong: { statements: number; acts: number; receives: number }
  also: readonly string[]
}

function entityRow({ row, wrong, also }: ShownEntity): EntityRow {
  const { named, name, kind, country, sectors, link, reports, mentions, statements, acts, receives } = row
  return known({
    list: 'entities',
    key: `e${named}`,
    name,
    also: also.length > 0 ? also : null,
    kind,
    country: country || null,
    sectors: JSON.parse(sectors as string),
    link: link || null,
    reports,
    mentions,
    statements: (statements as number) - wrong.statements,
    acts: (acts as number) - wrong.acts,
    receives: (receives as number) - wrong.receives,
  }) as unknown as EntityRow
}
