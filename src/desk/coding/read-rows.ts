import type { Event, Record as NewsRecord, Statement } from '../../record/types.ts'
import type { EventRow, StatementRow } from '../../rows/rows.ts'
import { rowsOf } from '../../rows/rows-of.ts'
import { splitKey } from '../decide.ts'
import type { OpenedDesk } from '../open.ts'

/** A row as the machine read it, with the record that it stands in. */
export interface ReadRow {
  key: string
  list: 'statements' | 'events'
  row: Statement | Event
  record: NewsRecord
}

/** Rows by their keys, as the newest reading has them, report by report; those that it no longer has are left out. */
export function* readRows(desk: Pick<OpenedDesk, 'record'>, keys: Iterable<string>): Generator<ReadRow> {
  const byReport = new Map<string, string[]>()
  for (const key of keys) {
    const { report, row } = splitKey(key)
    const rows = byReport.get(report)
    if (rows) rows.push(row)
    else byReport.set(report, [row])
  }
  for (const [report, ids] of byReport) {
    const record = desk.record(report)
    if (!record) continue
    for (const id of ids) {
      const statement = record.statements.find((row) => row.id === id)
      const row = statement ?? record.events.find((row) => row.id === id)
      if (row) yield { key: `${report}#${id}`, list: statement ? 'statements' : 'events', row, record }
    }
  }
}

/** A row as the machine read it, in its words and names. */
export interface ShownRow extends ReadRow {
  shown: StatementRow | EventRow
}

/** The same with their words and names. */
export function* shownRows(desk: Pick<OpenedDesk, 'record'>, keys: Iterable<string>): Generator<ShownRow> {
  let of: NewsRecord | undefined
  let shown = new Map<string, StatementRow | EventRow>()
  for (const read of readRows(desk, keys)) {
    if (read.record !== of) {
      of = read.record
      const { statements, events } = rowsOf(of)
      shown = new Map([...statements, ...events].map((row) => [row.id, row]))
    }
    yield { ...read, shown: shown.get(read.row.id) as StatementRow | EventRow }
  }
}
