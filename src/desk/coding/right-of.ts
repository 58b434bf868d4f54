import { type Share, shareOf } from '../../coding/interval.ts'
import {
  type FieldPrecision,
  fieldPrecisionOf,
  type JudgedRow,
  type Precision,
  precisionOf,
} from '../../coding/precision.ts'
import type { CodedRow } from '../../coding/said.ts'
import { listOfAdded, standings } from '../../rows/standing.ts'
import type { OpenedDesk } from '../open.ts'
import { codedIn } from './coded-in.ts'
import { type ReadRow, readRows } from './read-rows.ts'
import { wholesOf } from './wholes.ts'

/** Which decisions are looked at: those on rows that were drawn by lot, or all. */
export const judgedOf = ['random', 'all'] as const
export type JudgedOf = (typeof judgedOf)[number]

/** How right a desk is, by what people decided. */
export interface Rightness {
  of: JudgedOf
  /** rows that were drawn by lot, and how many of them are decided */
  sample: { rows: number; decided: number }
  precision: Precision[]
  fields: FieldPrecision[]
  /** of the rows that reports marked whole should have, how many were read */
  recall: { list: 'statements' | 'events'; reports: number; found: Share }[]
}

/**
 * How right a desk is: how often rows are right, of each list, kind, outlet and band of confidence, from the rows that were drawn by lot and decided; and how many of
 * the rows there are were found, from reports that were marked whole. Intervals are Wilson's.
 */
export function rightOf(desk: OpenedDesk, of: JudgedOf = 'random'): Rightness {
  const coded = codedIn(desk)
  const sampled = sampledIn(desk)
  const keys = of === 'random' ? sampled : coded.keys()
  const rows = judgedRows(desk, coded, keys)
  return {
    of,
    sample: { rows: sampled.size, decided: [...sampled].filter((key) => coded.get(key)?.stands).length },
    precision: precisionOf(rows),
    fields: fieldPrecisionOf(rows),
    recall: recallOf(desk, coded),
  }
}

/** Keys of the rows that were drawn by lot. */
export function sampledIn({ db }: OpenedDesk): Set<string> {
  return new Set(
    db.prepare<[], string>("SELECT r.id || '#' || s.row FROM sampled s JOIN reports r USING (report)").pluck().all(),
  )
}

/** What stands decided of rows, as far as something does. */
export function judgedRows(
  desk: OpenedDesk,
  coded: ReadonlyMap<string, CodedRow>,
  keys: Iterable<string>,
): (JudgedRow & Pick<ReadRow, 'key'>)[] {
  const outletOf = desk.db.prepare<[string], string | null>('SELECT outlet FROM reports WHERE id = ?').pluck()
  const outlets = new Map<string, string | undefined>()
  const outlet = (report: string): string | undefined => {
    if (!outlets.has(report)) outlets.set(report, outletOf.get(report) ?? undefined)
    return outlets.get(report)
  }
  const decided = [...keys].filter((key) => coded.get(key)?.stands)
  return [...readRows(desk, decided)].flatMap(({ key, list, row, record }) => {
    const stands = coded.get(key)?.stands
    if (!stands) return []
    const { verdict, mend = {} } = stands
    const kind = 'act' in row ? row.act : row.type
    const fields = verdict === 'mended' ? Object.keys(mend) : []
    return [{ key, list, kind, outlet: outlet(record.report.id), confidence: row.confidence, verdict, fields }]
  })
}

/** Rows of reports marked whole: those that were read and are there, and those that people had to add. */
function recallOf(desk: OpenedDesk, coded: ReadonlyMap<string, CodedRow>): Rightness['recall'] {
  const reports = wholesOf(desk)
  const counts = { statements: { found: 0, missed: 0 }, events: { found: 0, missed: 0 } }
  for (const { report } of reports) {
    const record = desk.record(report)
    if (!record) continue
    for (const list of ['statements', 'events'] as const)
      for (const { id } of record[list]) {
        const verdict = coded.get(`${report}#${id}`)?.stands?.verdict
        if (verdict === 'right' || verdict === 'mended') counts[list].found++
      }
    const read = new Set([...record.statements, ...record.events].map(({ id }) => `${report}#${id}`))
    for (const [key, { added, verdict }] of standings(desk.decisions({ report }))) {
      const list = listOfAdded(added?.mend)
      // what a later reader found by itself was not missed
      if (list && verdict !== 'wrong') counts[list][read.has(key) ? 'found' : 'missed']++
    }
  }
  return (['statements', 'events'] as const).flatMap((list) => {
    const { found, missed } = counts[list]
    return found + missed === 0 ? [] : [{ list, reports: reports.length, found: shareOf(found, found + missed) }]
  })
}
