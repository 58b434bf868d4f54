import { Failure } from '../record/failure.ts'
import type { List, Query } from '../rows/filter.ts'
import type { RowOf } from '../rows/rows.ts'
import type { ReadDesk } from './export-desk.ts'

/**
 * Several desks read as one, one after the other. A report that two of them hold is the first one's; each desk's rows come in its own order.
 *
 * @throws Failure `bad-argument` where entities are asked for: what two desks know of one name is counted together only when they are merged
 */
export function severalDesks(desks: readonly ReadDesk[]): ReadDesk {
  if (desks.length === 1) return desks[0]
  return {
    record: firstOf(desks, 'record'),
    decidedRecord: firstOf(desks, 'decidedRecord'),
    *all<L extends List>(query: Query & { list: L }): Generator<RowOf[L]> {
      if (query.list === 'entities')
        throw new Failure('bad-argument', 'entities are counted over one desk; merge the desks first: onrecord merge')
      const seen = new Set<string>()
      let left = query.limit ?? Number.POSITIVE_INFINITY
      for (const [at, desk] of desks.entries()) {
        for (const row of desk.all({ ...query, limit: undefined })) {
          if (left === 0) return
          const report = row.list === 'reports' ? row.id : row.list === 'entities' ? '' : row.report
          if (seen.has(report)) continue
          left--
          yield row
        }
        if (at < desks.length - 1)
          for (const { id } of desk.all({ list: 'reports', filter: { copies: true } })) seen.add(id)
      }
    },
  }
}

/** What the first desk that has a report gives of it. */
function firstOf(desks: readonly ReadDesk[], what: 'record' | 'decidedRecord'): ReadDesk['record'] {
  return (report) => {
    for (const desk of desks) {
      const record = desk[what](report)
      if (record) return record
    }
    return undefined
  }
}
