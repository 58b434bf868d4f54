import type { CodeSet } from '../codes/meanings.ts'
import { columnOf, type Field, type FieldKind, type fields, fieldsIn } from '../record/fields.ts'
import type { Span } from '../record/types.ts'
import type { List } from '../rows/filter.ts'
import type { Decided, EntityRow, EventRow, Named, ReportRow, RowOf, StatementRow } from '../rows/rows.ts'

/** What a column holds: text, a whole number, a number, true or false, or a list of texts. */
export type ColumnType = 'text' | 'integer' | 'decimal' | 'boolean' | 'list'
export type Value = string | number | boolean | readonly string[] | undefined

/** One column of the tables that csv, jsonl and parquet give: the same in all three. */
export interface Column<R> {
  name: string
  type: ColumnType
  /** what it holds, and its unit */
  meaning: string
  /** the set of codes that its values come from */
  codes?: CodeSet
  value(row: R): Value
}

/** Stands in lists that go together where a value is not known, so that the lists stay in step. */
export const UNKNOWN = '?'

const OFFSET = 'UTF-16 code unit of the text, counted from 0'

type FromReport = StatementRow | EventRow
type Located = FromReport

const report: Column<FromReport>[] = [
  { name: 'key', type: 'text', meaning: "the row's key in the desk: report, '#', id", value: (r) => r.key },
  { name: 'report', type: 'text', meaning: "the report's id", value: (r) => r.report },
  { name: 'published', type: 'text', meaning: 'when the report was published, ISO 8601', value: (r) => r.published },
  { name: 'outlet', type: 'text', meaning: 'who published it', value: (r) => r.outlet },
  { name: 'title', type: 'text', meaning: "the report's title", value: (r) => r.title },
  { name: 'url', type: 'text', meaning: "the report's address", value: (r) => r.url },
]

const when: Column<Located>[] = [
  {
    name: 'when',
    type: 'text',
    meaning: 'when, as a TIMEX3 value; X is what is not known',
    value: (r) => r.when?.value,
  },
  { name: 'when_from', type: 'text', meaning: 'first moment that it covers, ISO 8601', value: (r) => r.when?.from },
  { name: 'when_to', type: 'text', meaning: 'first moment after it, ISO 8601', value: (r) => r.when?.to },
  { name: 'when_text', type: 'text', meaning: 'the words that say when', value: (r) => r.when?.text },
]

const where: Column<Located>[] = [
  { name: 'where', type: 'text', meaning: 'the name of the place', value: (r) => r.where?.name },
  { name: 'where_country', type: 'text', meaning: 'its country, three letters', value: (r) => r.where?.country },
  { name: 'where_lat', type: 'decimal', meaning: 'its latitude, degrees north', value: (r) => r.where?.lat },
  { name: 'where_lon', type: 'decimal', meaning: 'its longitude, degrees east', value: (r) => r.where?.lon },
]

const decidedOf = (row: { decided?: Decided }, field: keyof Decided) => row.decided?.[field]
const judged: Column<FromReport>[] = [
  { name: 'confidence', type: 'decimal', meaning: 'how sure the reader is, 0 to 1', value: (r) => r.confidence },
  {
    name: 'decided',
    type: 'text',
    meaning: 'what people decided about the row; empty where nobody did',
    codes: 'decided',
    value: (r) => decidedOf(r, 'verdict'),
  },
  { name: 'decided_by', type: 'text', meaning: 'who decided', value: (r) => decidedOf(r, 'by') },
  { name: 'decided_at', type: 'text', meaning: 'when it was decided, ISO 8601', value: (r) => decidedOf(r, 'at') },
  { name: 'decided_why', type: 'text', meaning: 'why, in their words', value: (r) => decidedOf(r, 'why') },
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

type RowWithSpans = { readonly [field: string]: unknown; readonly spans: { readonly [field: string]: unknown } }

/** The columns of a field, by what it holds. */
function columnsOf(field: string, { kind, meaning }: Field): Column<never>[] {
  const name = columnOf(field)
  const codes = codesOf[field]
  const value = (row: RowWithSpans) => row[field] as Value
  const self = { name, type: types[kind] ?? 'text', meaning, ...(codes && { codes }), value }
  if (kind === 'span') {
    const edge = (side: keyof Span) => (row: RowWithSpans) => (row.spans[field] as Span | null | undefined)?.[side]
    return [
      self,
      { name: `${name}_start`, type: 'integer', meaning: `where they begin: ${OFFSET}`, value: edge('start') },
      { name: `${name}_end`, type: 'integer', meaning: 'where they end: the one after the last', value: edge('end') },
    ]
  }
  if (kind !== 'spans' && kind !== 'stretches') return [self]
  const spans = (row: RowWithSpans) => ((row.spans[field] ?? []) as readonly Span[]).map(spanText)
  return [
    { ...self, meaning: `${meaning}; joined by ' … '` },
    {
      name: `${name}_spans`,
      type: 'list',
      meaning: `where they stand, as START-END: ${OFFSET}, END is the one after the last`,
      value: spans,
    },
  ]
}

/** The columns of a list: those of its report, and each field's, in their order; fields that need more than their kind say so in `own`. */
function tableOf<R>(list: keyof typeof fields, own: { readonly [field: string]: readonly Column<R>[] }): Column<R>[] {
  return fieldsIn(list).flatMap(([name, field]) => own[name] ?? columnsOf(name, field))
}

const statements: Column<StatementRow>[] = [
  ...report,
  ...tableOf<StatementRow>('statements', {
    speaker: [
      { name: 'speaker', type: 'text', meaning: 'who answers for it, by name', value: (r) => r.speaker?.name },
      {
        name: 'speaker_kind',
        type: 'text',
        meaning: 'what kind of entity that is',
        codes: 'kind',
        value: (r) => r.speaker?.kind,
      },
      {
        name: 'speaker_country',
        type: 'text',
        meaning: 'PLOVER country of the speaker: ISO 3166 alpha-3 and extras such as IGO',
        value: (r) => r.speaker?.country,
      },
      {
        name: 'speaker_sectors',
        type: 'list',
        meaning: 'PLOVER sectors of the speaker, most specific first',
        codes: 'sector',
        value: (r) => r.speaker?.sectors ?? [],
      },
      {
        name: 'speaker_link',
        type: 'text',
        meaning: "the speaker's id elsewhere, such as in Wikidata",
        value: (r) => r.speaker?.link,
      },
    ],
    to: [{ name: 'to', type: 'list', meaning: 'who was told, by name', value: (r) => r.to.map(({ name }) => name) }],
    when,
    where,
    confidence: judged,
  }),
]

const events: Column<EventRow>[] = [
  ...report,
  ...tableOf<EventRow>('events', {
    actors: roles('actors', 'who did it', (r) => r.actors),
    recipients: roles('recipients', 'to whom it was done', (r) => r.recipients),
    when,
    where,
    word: [
      {
        name: 'word',
        type: 'list',
        meaning: `on whose word it stands, by name, outermost first, '${UNKNOWN}' where nobody is named; empty: the report's own`,
        value: (r) => r.word.map(({ speaker }) => speaker?.name ?? UNKNOWN),
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
    ],
    confidence: judged,
  }),
]

const reports: Column<ReportRow>[] = [
  { name: 'key', type: 'text', meaning: "the row's key in the desk", value: (r) => r.key },
  { name: 'id', type: 'text', meaning: "the report's id", value: (r) => r.id },
  { name: 'published', type: 'text', meaning: 'when it was published, ISO 8601', value: (r) => r.published },
  { name: 'outlet', type: 'text', meaning: 'who published it', value: (r) => r.outlet },
  { name: 'title', type: 'text', meaning: 'its title', value: (r) => r.title },
  { name: 'url', type: 'text', meaning: 'its address', value: (r) => r.url },
  { name: 'byline', type: 'text', meaning: 'who wrote it, as it says', value: (r) => r.byline },
  {
    name: 'language',
    type: 'text',
    meaning: "its language, BCP 47; 'und' where it could not be told",
    value: (r) => r.language,
  },
  { name: 'words', type: 'integer', meaning: 'how many words it has', value: (r) => r.words },
  {
    name: 'statements',
    type: 'integer',
    meaning: 'how many statements were read out of it',
    value: (r) => r.statements,
  },
  { name: 'events', type: 'integer', meaning: 'how many events were read out of it', value: (r) => r.events },
  { name: 'copy_of', type: 'text', meaning: 'key of the report that it is a copy of', value: (r) => r.copyOf },
  {
    name: 'corrects',
    type: 'text',
    meaning: 'key of the report that it corrects: the same address, id or feed item with an earlier text',
    value: (r) => r.corrects,
  },
  {
    name: 'corrected_by',
    type: 'text',
    meaning: 'key of the newest report that corrects it',
    value: (r) => r.correctedBy,
  },
  { name: 'added', type: 'text', meaning: 'when it was added to the desk, ISO 8601', value: (r) => r.added },
  { name: 'from', type: 'text', meaning: 'the address or path that it was taken from', value: (r) => r.from },
  { name: 'state', type: 'text', meaning: 'whether it was read', codes: 'state', value: (r) => r.state },
]

const entities: Column<EntityRow>[] = [
  { name: 'key', type: 'text', meaning: "the row's key in the desk", value: (r) => r.key },
  { name: 'name', type: 'text', meaning: 'the fullest name that reports give', value: (r) => r.name },
  { name: 'kind', type: 'text', meaning: 'what kind of entity it is', codes: 'kind', value: (r) => r.kind },
  {
    name: 'country',
    type: 'text',
    meaning: 'PLOVER country: ISO 3166 alpha-3 and extras such as IGO',
    value: (r) => r.country,
  },
  {
    name: 'sectors',
    type: 'list',
    meaning: 'PLOVER sectors, most specific first',
    codes: 'sector',
    value: (r) => r.sectors,
  },
  { name: 'link', type: 'text', meaning: 'its id elsewhere, such as in Wikidata', value: (r) => r.link },
  { name: 'reports', type: 'integer', meaning: 'how many reports name it', value: (r) => r.reports },
  { name: 'mentions', type: 'integer', meaning: 'how often they name it', value: (r) => r.mentions },
  { name: 'statements', type: 'integer', meaning: 'how many statements it answers for', value: (r) => r.statements },
  { name: 'acts', type: 'integer', meaning: 'in how many events it is an actor', value: (r) => r.acts },
  { name: 'receives', type: 'integer', meaning: 'in how many events it is a recipient', value: (r) => r.receives },
]

/** The columns of every list. */
export const columns: { readonly [L in List]: readonly Column<RowOf[L]>[] } = { statements, events, reports, entities }

function roles(name: 'actors' | 'recipients', who: string, of: (row: EventRow) => Named[]): Column<EventRow>[] {
  const list = (field: string, meaning: string, value: (named: Named) => string | undefined, codes?: CodeSet) => ({
    name: field === '' ? name : `${name}_${field}`,
    type: 'list' as const,
    meaning,
    ...(codes && { codes }),
    value: (row: EventRow) => of(row).map((named) => value(named) ?? UNKNOWN),
  })
  const each = `of each, '${UNKNOWN}' where not known`
  return [
    list('', `${who}, by name`, (named) => named.name),
    list('text', `the words that name each, '${UNKNOWN}' where none do`, (named) => named.text),
    list('spans', `where those words stand, START-END, ${OFFSET}`, ({ span }) => span && spanText(span)),
    list('kinds', `kind ${each}`, (named) => named.kind, 'kind'),
    list('countries', `PLOVER country ${each}`, (named) => named.country),
    list('sectors', `PLOVER sectors ${each}, parted by spaces`, sectorsOf, 'sector'),
    list('links', `id elsewhere, such as in Wikidata, ${each}`, (named) => named.link),
  ]
}

function sectorsOf({ sectors }: Named): string | undefined {
  return sectors && sectors.length > 0 ? sectors.join(' ') : undefined
}

function spanText({ start, end }: Span): string {
  return `${start}-${end}`
}
