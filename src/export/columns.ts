import type { CodeSet } from '../codes/meanings.ts'
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
  {
    name: 'when_basis',
    type: 'text',
    meaning: 'where those words stand, or what is left where none do',
    codes: 'basis',
    value: (r) => r.whenBasis,
  },
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
    meaning: 'what people decided of the row; empty where nobody did',
    codes: 'decided',
    value: (r) => decidedOf(r, 'verdict'),
  },
  { name: 'decided_by', type: 'text', meaning: 'who decided', value: (r) => decidedOf(r, 'by') },
  { name: 'decided_at', type: 'text', meaning: 'when it was decided, ISO 8601', value: (r) => decidedOf(r, 'at') },
  { name: 'decided_why', type: 'text', meaning: 'why, in their words', value: (r) => decidedOf(r, 'why') },
]

const statements: Column<StatementRow>[] = [
  ...report,
  { name: 'id', type: 'text', meaning: "the statement's id in its record", value: (r) => r.id },
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
  { name: 'speaker_link', type: 'text', meaning: "the speaker's id elsewhere, such as in Wikidata", value: linkOf },
  { name: 'source', type: 'text', meaning: 'the words that name the source', value: (r) => r.source },
  {
    name: 'source_start',
    type: 'integer',
    meaning: `where they begin: ${OFFSET}`,
    value: (r) => r.spans.source?.start,
  },
  {
    name: 'source_end',
    type: 'integer',
    meaning: 'where they end: the one after the last',
    value: (r) => r.spans.source?.end,
  },
  { name: 'cue', type: 'text', meaning: 'the words that say it is attributed', value: (r) => r.cue },
  { name: 'cue_start', type: 'integer', meaning: `where they begin: ${OFFSET}`, value: (r) => r.spans.cue?.start },
  {
    name: 'cue_end',
    type: 'integer',
    meaning: 'where they end: the one after the last',
    value: (r) => r.spans.cue?.end,
  },
  { name: 'content', type: 'text', meaning: "what is attributed; stretches joined by ' … '", value: (r) => r.content },
  {
    name: 'content_spans',
    type: 'list',
    meaning: `its stretches as START-END, ${OFFSET}, END is the one after the last`,
    value: (r) => r.spans.content.map(spanText),
  },
  { name: 'quotation', type: 'text', meaning: 'how it is quoted', codes: 'quotation', value: (r) => r.quotation },
  { name: 'act', type: 'text', meaning: 'what is done by saying it', codes: 'act', value: (r) => r.act },
  {
    name: 'negated',
    type: 'boolean',
    meaning: 'true where the report says that it was not said',
    value: (r) => r.negated,
  },
  { name: 'to', type: 'list', meaning: 'who was told, by name', value: (r) => r.to.map(({ name }) => name) },
  { name: 'occasion', type: 'text', meaning: 'words that name the occasion or the medium', value: (r) => r.occasion },
  {
    name: 'occasion_start',
    type: 'integer',
    meaning: `where they begin: ${OFFSET}`,
    value: (r) => r.spans.occasion?.start,
  },
  {
    name: 'occasion_end',
    type: 'integer',
    meaning: 'where they end: the one after the last',
    value: (r) => r.spans.occasion?.end,
  },
  ...when,
  ...where,
  { name: 'within', type: 'text', meaning: 'id of the statement that this one is part of', value: (r) => r.within },
  ...judged,
]

const events: Column<EventRow>[] = [
  ...report,
  { name: 'id', type: 'text', meaning: "the event's id in its record", value: (r) => r.id },
  { name: 'type', type: 'text', meaning: 'PLOVER event type', codes: 'type', value: (r) => r.type },
  { name: 'mode', type: 'text', meaning: 'PLOVER mode of that type', codes: 'mode', value: (r) => r.mode },
  { name: 'contexts', type: 'list', meaning: 'PLOVER contexts', codes: 'context', value: (r) => r.contexts },
  { name: 'trigger', type: 'text', meaning: 'the words that tell of it', value: (r) => r.trigger },
  {
    name: 'trigger_start',
    type: 'integer',
    meaning: `where they begin: ${OFFSET}`,
    value: (r) => r.spans.trigger.start,
  },
  {
    name: 'trigger_end',
    type: 'integer',
    meaning: 'where they end: the one after the last',
    value: (r) => r.spans.trigger.end,
  },
  ...roles('actors', 'who did it', (r) => r.actors),
  ...roles('recipients', 'to whom it was done', (r) => r.recipients),
  ...when,
  ...where,
  { name: 'killed', type: 'integer', meaning: 'how many people were killed', value: (r) => r.killed },
  { name: 'injured', type: 'integer', meaning: 'how many people were injured', value: (r) => r.injured },
  { name: 'arrested', type: 'integer', meaning: 'how many people were arrested', value: (r) => r.arrested },
  { name: 'size', type: 'integer', meaning: 'how many people took part', value: (r) => r.size },
  { name: 'status', type: 'text', meaning: 'whether it is told as a fact', codes: 'status', value: (r) => r.status },
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
  { name: 'why', type: 'text', meaning: 'the rule or the evidence behind type and status', value: (r) => r.why },
  ...judged,
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

function linkOf({ speaker }: StatementRow): string | undefined {
  return speaker?.link
}

function spanText({ start, end }: Span): string {
  return `${start}-${end}`
}
