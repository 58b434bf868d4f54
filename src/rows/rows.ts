import type { Event, Span, Statement } from '../record/types.ts'

/**
 * Rows as `find`, exports, the API and the page have them: a record's row with the names filled in that people look for.
 * Decisions are already applied: where a row was mended, it holds what was mended, and `decided` says so.
 */

/** An entity as a row names it. */
export interface Named {
  /** id within its report's record */
  id?: string
  name: string
  /** the words in the text */
  text?: string
  span?: Span
  country?: string
  sectors?: string[]
  kind?: string
  link?: string
  /** of a speaker: what the report says they are besides the name ("foreign minister"), in its words */
  role?: string
}

/** A time as a row gives it. */
export interface Dated {
  value: string
  /** first day, and the day after the last, ISO 8601 */
  from?: string
  to?: string
  text?: string
}

export interface Located {
  name: string
  country?: string
  lat?: number
  lon?: number
  /** what it is: a town, a state or county ('division'), a country, or a sea or part of the world ('region') */
  level?: string
}

/** What people decided of a row, the latest decision. */
export interface Decided {
  verdict: 'right' | 'wrong' | 'mended' | 'added'
  by: string
  at: string
  why?: string
}

/** Who added a row that the reader missed, and when. */
export interface Added {
  by: string
  at: string
}

/** What every row says of the report that it came from. */
interface FromReport {
  /** the row's key in the desk: report id, '#', row id */
  key: string
  report: string
  published?: string
  outlet?: string
  title?: string
  url?: string
  /** how sure the reader is; where a person had the desk learn from its decisions, how many of such rows are there */
  confidence: number
  /** the reader's own, where `confidence` is what the desk learned */
  confidenceRead?: number
  decided?: Decided
  /** of a row that a person added; left out where the reader read it */
  added?: Added
}

export interface StatementRow extends FromReport {
  list: 'statements'
  id: string
  speaker?: Named
  /** words of the source, cue and content as the text has them; content's stretches joined by ' … ' */
  source?: string
  cue?: string
  content: string
  spans: Pick<Statement, 'source' | 'cue' | 'content' | 'quoted' | 'sentence' | 'occasion'>
  quotation: Statement['quotation']
  /** of mixed content: the stretches in quotation marks, joined in the same way */
  quoted?: string
  /** the sentence, or run of sentences, that its words stand in */
  sentence?: string
  act: string
  negated: boolean
  to: Named[]
  /** words that name the occasion or the medium */
  occasion?: string
  when?: Dated
  whenBasis?: Statement['whenBasis']
  where?: Located
  within?: string
}

export interface EventRow extends FromReport {
  list: 'events'
  id: string
  type: string
  mode?: string
  contexts: string[]
  /** words of the trigger */
  trigger: string
  /** words of later mentions, joined by ' … ' */
  also?: string
  /** the sentence that the trigger stands in */
  sentence?: string
  spans: { trigger: Span; also?: Span[]; sentence?: Span }
  actors: Named[]
  recipients: Named[]
  when?: Dated
  whenBasis?: Event['whenBasis']
  where?: Located
  killed?: number
  injured?: number
  arrested?: number
  size?: number
  status: Event['status']
  /** On whose word it stands, outermost first; empty where it is the report's own. */
  word: { statement: string; speaker?: Named; act: string }[]
  why: string
}

export interface ReportRow {
  list: 'reports'
  key: string
  id: string
  published?: string
  outlet?: string
  title?: string
  url?: string
  byline?: string
  language: string
  words: number
  statements: number
  events: number
  /** key of the report that this is a copy of */
  copyOf?: string
  /** key of the report that this corrects: the same address, id or feed item with an earlier text */
  corrects?: string
  /** key of the newest report that corrects this one */
  correctedBy?: string
  /** id of the story that it is of; a story may be of one report */
  story?: string
  /** when it was added, ISO 8601, and from where */
  added: string
  from: string
  /** 'read', 'kept' (not English, so not read) or 'failed' */
  state: 'read' | 'kept' | 'failed'
}

/** An entity over all reports of a desk: those of one name, kind and code are one row. */
export interface EntityRow {
  list: 'entities'
  /** further names, as people joined them */
  also?: string[]
  key: string
  name: string
  kind: string
  country?: string
  sectors: string[]
  link?: string
  reports: number
  mentions: number
  /** statements it answers for, events it acts in and events done to it */
  statements: number
  acts: number
  receives: number
}

/** One of those who share a name. */
export interface Bearer {
  /** stands for this one alone where a filter takes a name */
  key: string
  name: string
  kind: string
  /** codes that reports give it */
  countries: string[]
  sectors: string[]
  /** in the words of reports, most frequent first */
  titles: string[]
  /** names that stand in the same reports */
  beside: string[]
  reports: number
  statements: number
  acts: number
  receives: number
  /** id of one of its reports, the latest in which it speaks */
  report?: string
}

export type Row = StatementRow | EventRow | ReportRow | EntityRow
export interface RowOf {
  statements: StatementRow
  events: EventRow
  reports: ReportRow
  entities: EntityRow
}
