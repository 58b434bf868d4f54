import type { ReportInput } from '../record/report.ts'
import type { Record as NewsRecord, Note } from '../record/types.ts'

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
  /** the bytes that it was taken from, where they are to be kept */
  original?: Uint8Array
  /** its record, where it was read elsewhere */
  record?: NewsRecord
}

/** What could not be taken from a source. */
export interface Refusal {
  from: string
  member?: string
  at: string
  code: string
  message: string
}

/** What a source gives, one after the other: a report, or why there is none. */
export type Taken = TakenReport | { refused: Refusal }
