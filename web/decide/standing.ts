import type { Record as NewsRecord } from '../../src/record/types.ts'
import { decidedRecord, type Standing } from '../../src/rows/standing.ts'

/** The key of a row in the desk. */
export const keyOf = (report: string, row: string): string => `${report}#${row}`

/** What stands decided of rows, by their keys. */
export type DecidedRows = ReadonlyMap<string, Standing>

/** The record with what people mended and added. Rows that nobody mended are the very same objects. */
export function recordAsDecided(record: NewsRecord, decided: DecidedRows): NewsRecord {
  const before = keyOf(record.report.id, '').length
  return decidedRecord(record, new Map([...decided].map(([key, standing]) => [key.slice(before), standing])))
}
