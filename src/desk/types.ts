import type { Record as NewsRecord } from '../record/types.ts'
import type { Decision, FacetCounts, Page } from '../rows/decision.ts'
import type { Filter, List, Query } from '../rows/filter.ts'
import type { RowOf } from '../rows/rows.ts'

/** A desk: reports and records kept in one SQLite file. */
export interface Desk {
  readonly file: string
  /** One page of rows (50 where `limit` is left out). @throws Failure `bad-argument` on a cursor that is not this query's */
  find<L extends List>(query: Query & { list: L }): Page<RowOf[L]>
  /** Every row, walked page by page; memory stays flat. */
  all<L extends List>(query: Query & { list: L }): IterableIterator<RowOf[L]>
  count(query: Query): number
  /** Counts of values of the named fields (those of a filter) under the same filter. */
  facets(query: Query, fields: readonly (keyof Filter)[], most?: number): FacetCounts
  /** The record of a report's newest reading, rebuilt byte for byte as the machine made it; undefined where it was not read. */
  record(report: string): NewsRecord | undefined
  /** The same as people decided: rows mended where they mended them, with those that they added; rows decided wrong stand in it as they were read. */
  decidedRecord(report: string): NewsRecord | undefined
  /** The same without what they decided is wrong, as lists and pictures show it. */
  rightRecord(report: string): NewsRecord | undefined
  /** Decisions on rows of one report (all of them, oldest first), or on one row. */
  decisions(of: { report?: string; key?: string }): Decision[]
  /** Takes decisions down, all or none. @throws Failure `row-unknown` where a key names no row, `mend-unfit` where a mend does not fit it */
  decide(decisions: readonly Decision[]): void
  close(): void
}
