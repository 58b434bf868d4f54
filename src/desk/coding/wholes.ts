import { Failure } from '../../record/failure.ts'
import type { OpenedDesk } from '../open.ts'
import { codedIn } from './coded-in.ts'

/** A report of which somebody says that each of its rows was decided, and each missed one added. */
export interface Whole {
  report: string
  by: string
  at: string
}

/** The reports that are marked whole, in the order in which they were added. */
export function wholesOf({ db }: Pick<OpenedDesk, 'db'>): Whole[] {
  return db
    .prepare<[], Whole>(
      `SELECT r.id AS report, w.by, w.at FROM wholes w JOIN reports r USING (report)
       WHERE w.whole = (SELECT max(whole) FROM wholes WHERE report = w.report) AND w.is_whole ORDER BY r.report`,
    )
    .all()
}

/**
 * Marks a report whole, or takes that back.
 *
 * @throws Failure `report-missing` where the desk has not read it, `rows-undecided` where rows of it are left to decide
 */
export function markWhole(desk: OpenedDesk, { report, by, at, whole = true }: Whole & { whole?: boolean }): void {
  const number = desk.db.prepare<[string], number>('SELECT report FROM reports WHERE id = ?').pluck().get(report)
  const record = desk.record(report)
  if (number === undefined || !record)
    throw new Failure(
      'report-missing',
      `the desk has read no report '${report}'; onrecord find reports lists what it has`,
    )
  if (whole) {
    const coded = codedIn(desk, report)
    const left = [...record.statements, ...record.events].filter(({ id }) => !coded.get(`${report}#${id}`)?.stands)
    if (left.length > 0)
      throw new Failure(
        'rows-undecided',
        `${left.length} of the rows of ${report} are not decided, ${report}#${left[0].id} first; decide them, and add what is missing`,
      )
  }
  desk.db
    .prepare('INSERT INTO wholes (report, is_whole, by, at) VALUES (?, ?, ?, ?)')
    .run(number, whole ? 1 : 0, by, at)
}
