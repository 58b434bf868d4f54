import type { ReportInput } from '../read.ts'
import type { Record as NewsRecord, Note } from '../record/types.ts'
import type { Filter, List, Query } from './filter.ts'
import type { RowOf } from './rows.ts'

/** A report as a source gave it, before it is read. */
export interface TakenReport extends ReportInput {
  /** BCP 47 tag; only English is read, others are kept */
  language: string
  /** where it came from: an address or a path; `member` is the WARC record's id, the feed item's, or the line */
  from: string
  member?: string
  /** moment of taking, ISO 8601 */
  takenAt: string
  /** SHA-256 of the bytes it was taken from, in hexadecimal */
  bytes: string
  /** what was odd in taking it */
  notes: Note[]
}

/** What people say of a row. Append-only: a later decision takes the place of an earlier one, and none is lost. */
export interface Decision {
  /** made by who decides, so that one sent twice counts once; the desk makes one where it is left out */
  id?: string
  /** key of the row: report id, '#', row id */
  key: string
  /** 'open' takes back what was decided before */
  verdict: 'right' | 'wrong' | 'mended' | 'open'
  by: string
  /** moment, ISO 8601 */
  at: string
  why?: string
  /** for 'mended': fields of the record's row with their new values */
  mend?: Readonly<globalThis.Record<string, unknown>>
}

export interface Page<R> {
  rows: R[]
  /** cursor of the next page, where there is one */
  next?: string
}

/** How many rows have each value of a field, most first. */
export type Facets = globalThis.Record<string, { value: string; count: number }[]>

/** A desk: reports and records kept in one SQLite file. */
export interface Desk {
  readonly file: string
  /** One page of rows (50 where `limit` is left out). @throws RangeError on a cursor that is not this query's */
  find<L extends List>(query: Query & { list: L }): Page<RowOf[L]>
  /** Every row, walked page by page; memory stays flat. */
  all<L extends List>(query: Query & { list: L }): IterableIterator<RowOf[L]>
  count(query: Query): number
  /** Counts of values of the named fields (those of a filter) under the same filter. */
  facets(query: Query, fields: readonly (keyof Filter)[], most?: number): Facets
  /** The record of a report's newest reading, rebuilt byte for byte as the machine made it; undefined where it was not read. */
  record(report: string): NewsRecord | undefined
  /** Decisions on rows of one report (all of them, oldest first), or on one row. */
  decisions(of: { report?: string; key?: string }): Decision[]
  /** Takes decisions down, all or none. @throws RangeError where a key names no row, TypeError where a mend does not fit it */
  decide(decisions: readonly Decision[]): void
  close(): void
}
