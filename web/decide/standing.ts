import type { Record as NewsRecord } from '../../src/record/types.ts'
import type { Decision } from '../../src/rows/decision.ts'

/** The key of a row in the desk. */
export const keyOf = (report: string, row: string): string => `${report}#${row}`

/** What stands decided of each row: the latest decision, unless it took the one before back. */
export function standing(decisions: readonly Decision[]): Map<string, Decision> {
  const latest = new Map<string, Decision>()
  for (const decision of decisions) {
    const before = latest.get(decision.key)
    if (!before || before.at <= decision.at) latest.set(decision.key, decision)
  }
  for (const [key, { verdict }] of latest) if (verdict === 'open') latest.delete(key)
  return latest
}

/** The record with what people mended in its place. Rows that nobody mended are the very same objects. */
export function mendedRecord(record: NewsRecord, decided: ReadonlyMap<string, Decision>): NewsRecord {
  const mend = <Row extends { id: string }>(row: Row): Row => {
    const decision = decided.get(keyOf(record.report.id, row.id))
    return decision?.verdict === 'mended' ? withMend(row, decision.mend) : row
  }
  return { ...record, statements: record.statements.map(mend), events: record.events.map(mend) }
}

/** A row with its mended fields. A field mended to null is taken away, unless null is one of its values. */
export function withMend<Row extends object>(row: Row, mend: Decision['mend']): Row {
  const mended: globalThis.Record<string, unknown> = { ...row, ...mend }
  for (const [field, value] of Object.entries(mend ?? {}))
    if (value === null && field !== 'source' && field !== 'cue') delete mended[field]
  return mended as Row
}
