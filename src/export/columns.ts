import { didYouMean } from '../codebook/nearest.ts'
import type { CodeSet } from '../codes/meanings.ts'
import { Failure } from '../record/failure.ts'
import { columnOf, type Field, type FieldKind, type fields, fieldsIn } from '../record/fields.ts'
import type { Span } from '../record/types.ts'
import { dayIn } from '../rows/dates.ts'
import { quotedWords } from '../rows/quoted-words.ts'
import type { Decided, EntityRow, EventRow, Named, ReportRow, StatementRow } from '../rows/rows.ts'
import { daysOf } from './days.ts'
import type { Dyad, TableName, TableRow } from './tables.ts'

/**
 * What a column holds: text, a whole number, a number, true or false, a list of texts, a day (YYYY-MM-DD), a moment or day as it is written (ISO 8601), or
 * stretches of the text.
 */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean' | 'list' | 'date' | 'moment' | 'spans'
/** In a list, null stands where a value is not known. */
export type Value = string | number | boolean | readonly (string | null)[] | readonly (Span | null)[] | undefined

/** One column of the tables that csv, jsonl, parquet and sqlite give: the same in all of them. */
export interface Column<R> {
  name: string
  type: ColumnType
  /** what it holds, and its unit */
  meaning: string
  /** the set of codes that its values come from */
  codes?: CodeSet
  /** of lists that go together: the one that has a value everywhere */
  along?: string
  value(row: R): Value
}

const OFFSET = 'UTF-16 code unit of the text, counted from 0'

type FromReport = StatementRow | EventRow

/** A column of texts. */
const text = <R>(name: string, meaning: string, value: (row: R) => string | undefined, codes?: CodeSet): Column<R> => ({
  name,
  type: 'text',
  meaning,
  ...(codes && { codes }),
  value,
})

const integer = <R>(name: string, meaning: string, value: (row: R) => number | undefined): Column<R> => ({
  name,
  type: 'integer',
  meaning,
  value,
})

const key = text<{ key: string }>('row_key', "the row's key in the desk: report, '#', id", (r) => r.key)

interface Published {
  published?: string
}
const published: Column<Published>[] = [
  {
    name: 'published',
    type: 'moment',
    meaning: 'when the report was published, ISO 8601: a day, or a moment with its zone',
    value: (r) => r.published,
  },
  {
    name: 'published_date',
    type: 'date',
    meaning: 'the day of it, in the zone that it is given in',
    value: (r) => dayIn(r.published),
  },
]

const ofReport = {
  report: text<FromReport>('report', "the report's id", (r) => r.report),
  outlet: text<FromReport>('outlet', 'who published it', (r) => r.outlet),
  title: text<FromReport>('title', "the report's title", (r) => r.title),
  url: text<FromReport>('url', "the report's address", (r) => r.url),
}

const report: Column<FromReport>[] = [key, ofReport.report, ...published, ofReport.outlet, ofReport.title, ofReport.url]

type Dated = Pick<FromReport, 'when' | 'published'>

/** The days of a row and how exactly they are known: never a day that the report does not tell. */
const dates: Column<Dated>[] = [
  {
    name: 'date_start',
    type: 'date',
    meaning: 'the first day that it covers; where no time stands, the day of publication',
    value: (r) => daysOf(r)?.start,
  },
  {
    name: 'date_end',
    type: 'date',
    meaning: 'the last day that it covers: 1991-12-31 of "in 1991"; none of what only begins ("since 1991")',
    value: (r) => daysOf(r)?.end,
  },
  text(
    'date_precision',
    'how exactly that is known; only where it is `day` does the report tell the day',
    (r) => daysOf(r)?.precision,
    'precision',
  ),
  text(
    'date_basis',
    '`event` where the report tells a time of the row, `published` where none stands and its day is left',
    (r) => daysOf(r)?.basis,
  ),
]

const when: Column<FromReport>[] = [
  text('when_value', 'when, as a TIMEX3 value; X is what is not known', (r) => r.when?.value),
  {
    name: 'when_from',
    type: 'moment',
    meaning: 'first moment that it covers, ISO 8601',
    value: (r) => r.when?.from,
  },
  { name: 'when_to', type: 'moment', meaning: 'first moment after it, ISO 8601', value: (r) => r.when?.to },
  text('when_text', 'the words that say when', (r) => r.when?.text),
]

const where: Column<FromReport>[] = [
  text('place', 'the name of the place', (r) => r.where?.name),
  text('place_country', 'its country, three letters', (r) => r.where?.country),
  text('place_level', 'what it is, and so how exactly the place is known', (r) => r.where?.level, 'level'),
  { name: 'place_lat', type: 'decimal', meaning: 'its latitude, degrees north', value: (r) => r.where?.lat },
  { name: 'place_lon', type: 'decimal', meaning: 'its longitude, degrees east', value: (r) => r.where?.lon },
]

const confidence: Column<FromReport> = {
  name: 'confidence',
  type: 'decimal',
  meaning: 'how sure the reader is, 0 to 1',
  value: (r) => r.confidence,
}
const decidedOf = (row: { decided?: Decided }, field: keyof Decided) => row.decided?.[field]
const judged: Column<FromReport>[] = [
  confidence,
  text(
    'decided',
    'what people decided about the row; empty where nobody did',
    (r) => decidedOf(r, 'verdict'),
    'decided',
  ),
  text('decided_by', 'who decided', (r) => decidedOf(r, 'by')),
  { name: 'decided_at', type: 'moment', meaning: 'when it was decided, ISO 8601', value: (r) => decidedOf(r, 'at') },
  text('decided_why', 'why, in their words', (r) => decidedOf(r, 'why')),
  text('added_by', 'of a row that the reader missed: who added it', (r) => r.added?.by),
  { name: 'added_at', type: 'moment', meaning: 'when they added it, ISO 8601', value: (r) => r.added?.at },
]

/** The sets of codes that values of fields come from. */
const codesOf: { readonly [field: string]: CodeSet } = {
  quotation: 'quotation',
  act: 'act',
  whenBasis: 'basis',
  type: 'type',
  mode: 'mode',
  contexts: 'context',
  status: 'status',
}

const types: { readonly [kind in FieldKind]?: ColumnType } = { flag: 'boolean', texts: 'list', count: 'integer' }

/** Fields whose columns are not called as they are: words of SQL, and methods of pandas' tables. */
const called: { readonly [field: string]: string } = {
  mode: 'event_mode',
  trigger: 'trigger_text',
  size: 'participants',
  within: 'within_statement',
}

/** The names that columns had before, with today's: what was written then can still be read back. */
export const formerNames: { readonly [name: string]: string } = {
  key: 'row_key',
  to: 'addressees',
  when: 'when_value',
  where: 'place',
  where_country: 'place_country',
  where_lat: 'place_lat',
  where_lon: 'place_lon',
  within: 'within_statement',
  mode: 'event_mode',
  trigger: 'trigger_text',
  size: 'participants',
  from: 'taken_from',
}

type RowWithSpans = { readonly [field: string]: unknown; readonly spans: { readonly [field: string]: unknown } }

/** The columns of a field, by what it holds. */
function columnsOf(field: string, { kind, meaning }: Field): Column<never>[] {
  const column = columnOf(field)
  const name = called[column] ?? column
  const codes = codesOf[field]
  const value = (row: RowWithSpans) => row[field] as Value
  const self = { name, type: types[kind] ?? 'text', meaning, ...(codes && { codes }), value }
  if (kind === 'span') {
    const edge = (side: keyof Span) => (row: RowWithSpans) => (row.spans[field] as Span | null | undefined)?.[side]
    return [
      self,
      integer(`${column}_start`, `where they begin: ${OFFSET}`, edge('start') as never),
      integer(`${column}_end`, 'where they end: the one after the last', edge('end') as never),
    ]
  }
  if (kind !== 'spans' && kind !== 'stretches') return [self]
  return [
    { ...self, meaning: `${meaning}; joined by ' … '` },
    spansColumn(column, (row: RowWithSpans) => (row.spans[field] ?? []) as readonly Span[]),
  ]
}

const spansColumn = <R>(name: string, value: (row: R) => readonly Span[]): Column<R> => ({
  name: `${name}_spans`,
  type: 'spans',
  meaning: `where they stand, as START-END: ${OFFSET}, END is the one after the last`,
  value,
})

/** The columns of a list: those of its report, and each field's, in their order; fields that need more than their kind say so in `own`. */
function tableOf<R>(list: keyof typeof fields, own: { readonly [field: string]: readonly Column<R>[] }): Column<R>[] {
  return fieldsIn(list).flatMap(([name, field]) => own[name] ?? columnsOf(name, field))
}

/** The columns of whoever is one of a row: under a name for the part that they have in it. */
function partyColumns<R>(name: string, who: string, of: (row: R) => Named | undefined): Column<R>[] {
  return [
    text(name, `${who}, by name`, (r) => of(r)?.name),
    text(`${name}_kind`, 'what kind of entity that is', (r) => of(r)?.kind, 'kind'),
    text(`${name}_country`, 'PLOVER country: ISO 3166 alpha-3 and extras such as IGO', (r) => of(r)?.country),
    {
      name: `${name}_sectors`,
      type: 'list',
      meaning: 'PLOVER sectors, most specific first',
      codes: 'sector',
      value: (r) => of(r)?.sectors ?? [],
    },
    text(`${name}_link`, 'id elsewhere, such as in Wikidata', (r) => of(r)?.link),
  ]
}

/** The same of a speaker, with what the report calls them besides the name. */
function speakerColumns(name: string): Column<StatementRow>[] {
  const [first, ...others] = partyColumns<StatementRow>(name, 'who answers for it', (r) => r.speaker)
  const role = text<StatementRow>(
    `${name}_role`,
    'what the report says they are ("foreign minister"), in its words',
    (r) => r.speaker?.role,
  )
  return [first, role, ...others]
}

const quotedColumns: Column<StatementRow>[] = [
  text(
    'quoted',
    "the words in quotation marks alone, without the marks; joined by ' … '; none of indirect content",
    (r) => quotedWords(r)?.text,
  ),
  spansColumn('quoted', (r) => quotedWords(r)?.spans ?? []),
]

const addressees: Column<StatementRow> = {
  name: 'addressees',
  type: 'list',
  meaning: 'who was told, by name',
  value: (r) => r.to.map(({ name }) => name),
}

const statements: Column<StatementRow>[] = [
  ...report,
  ...tableOf<StatementRow>('statements', {
    speaker: speakerColumns('speaker'),
    quoted: quotedColumns,
    to: [addressees],
    when: [...dates, ...when],
    where,
    confidence: judged,
  }),
]

const word: Column<EventRow>[] = [
  {
    name: 'word',
    type: 'list',
    meaning: "on whose word it stands, by name, outermost first; empty: the report's own",
    along: 'word_statements',
    value: (r) => r.word.map(({ speaker }) => speaker?.name ?? null),
  },
  {
    name: 'word_statements',
    type: 'list',
    meaning: 'ids of those statements',
    value: (r) => r.word.map(({ statement }) => statement),
  },
  {
    name: 'word_acts',
    type: 'list',
    meaning: 'what is done by saying each',
    codes: 'act',
    value: (r) => r.word.map(({ act }) => act),
  },
]

const claimKey = text<EventRow>(
  'claim_key',
  "key of the statement that it stands on, the innermost; none: the report's own word",
  ({ report, word }) => (word.length === 0 ? undefined : `${report}#${word[word.length - 1].statement}`),
)

const events: Column<EventRow>[] = [
  ...report,
  ...tableOf<EventRow>('events', {
    actors: roles('actors', 'who did it', (r) => r.actors),
    recipients: roles('recipients', 'to whom it was done', (r) => r.recipients),
    when: [...dates, ...when],
    where,
    word: [...word, claimKey],
    confidence: judged,
  }),
]

const reports: Column<ReportRow>[] = [
  text('row_key', "the row's key in the desk", (r) => r.key),
  text('id', "the report's id", (r) => r.id),
  ...published,
  text('outlet', 'who published it', (r) => r.outlet),
  text('title', 'its title', (r) => r.title),
  text('url', 'its address', (r) => r.url),
  text('byline', 'who wrote it, as it says', (r) => r.byline),
  text('language', "its language, BCP 47; 'und' where it could not be told", (r) => r.language),
  integer('words', 'how many words it has', (r) => r.words),
  integer('statements', 'how many statements were read out of it', (r) => r.statements),
  integer('events', 'how many events were read out of it', (r) => r.events),
  text('copy_of', 'key of the report that it is a copy of', (r) => r.copyOf),
  text(
    'corrects',
    'key of the report that it corrects: the same address, id or feed item with an earlier text',
    (r) => r.corrects,
  ),
  text('corrected_by', 'key of the newest report that corrects it', (r) => r.correctedBy),
  text(
    'story',
    'id of the story that it is of: the tables of a story have its happenings, by report and event',
    (r) => r.story,
  ),
  { name: 'added', type: 'moment', meaning: 'when it was added to the desk, ISO 8601', value: (r) => r.added },
  text('taken_from', 'the address or path that it was taken from', (r) => r.from),
  text('state', 'whether it was read', (r) => r.state, 'state'),
]

const entities: Column<EntityRow>[] = [
  text('row_key', "the row's key in the desk", (r) => r.key),
  text('name', 'the fullest name that reports give', (r) => r.name),
  text('kind', 'what kind of entity it is', (r) => r.kind, 'kind'),
  text('country', 'PLOVER country: ISO 3166 alpha-3 and extras such as IGO', (r) => r.country),
  {
    name: 'sectors',
    type: 'list',
    meaning: 'PLOVER sectors, most specific first',
    codes: 'sector',
    value: (r) => r.sectors,
  },
  text('link', 'its id elsewhere, such as in Wikidata', (r) => r.link),
  integer('reports', 'how many reports name it', (r) => r.reports),
  integer('mentions', 'how often they name it', (r) => r.mentions),
  integer('statements', 'how many statements it answers for', (r) => r.statements),
  integer('acts', 'in how many events it is an actor', (r) => r.acts),
  integer('receives', 'in how many events it is a recipient', (r) => r.receives),
]

/** The columns of an event's field, for rows that are made of an event. */
const field = (name: string): Column<EventRow> => events.find((column) => column.name === name) as Column<EventRow>
const ofEvent = <R extends { event: EventRow }>(column: Column<EventRow>): Column<R> => ({
  ...column,
  value: ({ event }) => column.value(event),
})

const dyads: Column<Dyad>[] = [
  text('row_key', "the event's key, and behind '/' which of its pairs it is", (r) => r.key),
  text('event_key', "the event's key in the desk: report, '#', id", (r) => r.event.key),
  ...partyColumns<Dyad>('actor', 'who did it', (r) => r.actor),
  text('actor_text', 'the words that name the actor', (r) => r.actor?.text),
  ...partyColumns<Dyad>('recipient', 'to whom it was done', (r) => r.recipient),
  text('recipient_text', 'the words that name the recipient', (r) => r.recipient?.text),
  ...['type', 'event_mode', 'contexts', 'status', 'trigger_text', 'sentence'].map((name) => ofEvent<Dyad>(field(name))),
  ...dates.map((column) => ofEvent<Dyad>(column)),
  ...where.map((column) => ofEvent<Dyad>(column)),
  ...['killed', 'injured', 'arrested', 'participants'].map((name) => ofEvent<Dyad>(field(name))),
  ofEvent(word[0]),
  ofEvent<Dyad>(claimKey),
  ...[ofReport.report, ...published, ofReport.outlet, ofReport.title, ofReport.url].map((column) =>
    ofEvent<Dyad>(column),
  ),
  ...judged.map((column) => ofEvent<Dyad>(column)),
]

const said = (name: string): Column<StatementRow> =>
  statements.find((column) => column.name === name) as Column<StatementRow>

const saidWhere: Column<StatementRow>[] = [
  ...dates,
  ...where,
  ofReport.outlet,
  ...published,
  ofReport.title,
  ofReport.url,
  ofReport.report,
  said('within_statement'),
  ...judged,
]

const quotes: Column<StatementRow>[] = [
  key,
  ...speakerColumns('speaker'),
  text(
    'quote',
    "the exact words in quotation marks, without the marks; several stretches are joined by ' … '",
    (r) => quotedWords(r)?.text,
  ),
  spansColumn('quote', (r) => quotedWords(r)?.spans ?? []),
  said('sentence'),
  said('act'),
  said('negated'),
  addressees,
  said('occasion'),
  ...saidWhere,
]

const claims: Column<StatementRow>[] = [
  key,
  ...speakerColumns('claimant'),
  text('claim', 'what is claimed, as the report words it', (r) => r.content),
  {
    name: 'denied',
    type: 'boolean',
    meaning: 'true where the claimant says that it is not so',
    value: (r) => r.act === 'deny',
  },
  said('act'),
  said('negated'),
  said('quotation'),
  said('quoted'),
  said('sentence'),
  addressees,
  ...saidWhere,
]

/** The columns of every table. */
export const columns: { readonly [T in TableName]: readonly Column<TableRow[T]>[] } = {
  statements,
  events,
  reports,
  entities,
  dyads,
  quotes,
  claims,
}

/**
 * The columns of a table that are wanted, in that order; all where none are named.
 *
 * @throws Failure `bad-argument` where the table has no such column
 */
export function chosenColumns<T extends TableName>(
  table: T,
  names?: readonly string[],
): readonly Column<TableRow[T]>[] {
  const all = columns[table] as readonly Column<TableRow[T]>[]
  return names === undefined || names.length === 0 ? all : names.map((name) => columnIn(all, name, table))
}

/** The column of that name, or of the name that it had once. */
export function columnNamed<R>(all: readonly Column<R>[], name: string): Column<R> | undefined {
  return all.find((column) => column.name === name) ?? all.find((column) => column.name === formerNames[name])
}

function columnIn<R>(all: readonly Column<R>[], name: string, table: string): Column<R> {
  const found = columnNamed(all, name)
  if (found) return found
  const names = all.map(({ name }) => name)
  throw new Failure(
    'bad-argument',
    `'${name}' is not a column of ${table}${didYouMean(name, names)} The columns are ${names.join(', ')}`,
  )
}

function roles(name: 'actors' | 'recipients', who: string, of: (row: EventRow) => Named[]): Column<EventRow>[] {
  const list = (field: string, meaning: string, value: (named: Named) => string | undefined, codes?: CodeSet) => ({
    name: field === '' ? name : `${name}_${field}`,
    type: 'list' as const,
    meaning,
    ...(codes && { codes }),
    ...(field !== '' && { along: name }),
    value: (row: EventRow) => of(row).map((named) => value(named) ?? null),
  })
  const each = 'of each, nothing where not known'
  return [
    list('', `${who}, by name`, (named) => named.name),
    list('text', 'the words that name each, nothing where none do', (named) => named.text),
    {
      name: `${name}_spans`,
      type: 'spans',
      meaning: `where those words stand, START-END, ${OFFSET}`,
      along: name,
      value: (row) => of(row).map(({ span }) => span ?? null),
    },
    list('kinds', `kind ${each}`, (named) => named.kind, 'kind'),
    list('countries', `PLOVER country ${each}`, (named) => named.country),
    list('sectors', `PLOVER sectors ${each}, parted by spaces`, sectorsOf, 'sector'),
    list('links', `id elsewhere, such as in Wikidata, ${each}`, (named) => named.link),
  ]
}

function sectorsOf({ sectors }: Named): string | undefined {
  return sectors && sectors.length > 0 ? sectors.join(' ') : undefined
}

export function spanText({ start, end }: Span): string {
  return `${start}-${end}`
}
