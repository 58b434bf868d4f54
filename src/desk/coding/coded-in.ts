import { type CodedRow, codedRows } from '../../coding/said.ts'
import type { OpenedDesk } from '../open.ts'

/** What people say of the rows of a desk, by the rows' keys; of one report's where it is named. */
export function codedIn(desk: OpenedDesk, report?: string): Map<string, CodedRow> {
  const settling = new Set(desk.db.prepare<[], string>('SELECT decision FROM settlings').pluck().all())
  return codedRows(desk.decisions(report === undefined ? {} : { report }), settling)
}
