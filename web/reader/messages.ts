import type { ReportInput } from '../../src/record/report.ts'
import type { Record as NewsRecord } from '../../src/record/types.ts'
import type { CheckRow } from '../../src/story/check/check-draft.ts'

/** What the page says to the reader's worker, and what it answers. */

/** Where the models and the codebook come from: an address to fetch them from, or all of them packed and compressed. */
export type ModelsFrom = { base: string } | { packed: ArrayBuffer }

export type ToReader =
  | { kind: 'open'; source: ModelsFrom }
  | { kind: 'read'; number: number; report: ReportInput }
  | { kind: 'check'; number: number; draft: ReportInput; sources: readonly NewsRecord[] }

export type FromReader =
  | { kind: 'loading'; loaded: number; total?: number }
  | { kind: 'opened' }
  | { kind: 'failed'; message: string }
  | { kind: 'record'; number: number; record: NewsRecord }
  | { kind: 'checked'; number: number; rows: CheckRow[] }
  | { kind: 'unread'; number: number; message: string }
