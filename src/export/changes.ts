import type { OpenedDesk } from '../desk/open.ts'
import { openRebuild } from '../desk/rebuild.ts'
import { newestOf } from '../desk/versions.ts'
import { Failure } from '../record/failure.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { EventRow, ReportRow, StatementRow } from '../rows/rows.ts'
import { rowsOf } from '../rows/rows-of.ts'
import { decidedRecord, standings } from '../rows/standing.ts'
import { chosenColumns } from './columns.ts'
import { flatRow } from './jsonl.ts'
import type { FlatRow } from './read-csv.ts'

/** The lists whose changes can be followed; names are counted over all reports, and have no rows of their own to follow. */
export const followed = ['reports', 'statements', 'events'] as const
export type Followed = (typeof followed)[number]

/** A row that came, that says something else than before, or that is shown no more. */
export type RowChange =
  | { change: 'added' | 'changed'; list: Followed; key: string; row: FlatRow }
  | { change: 'gone'; list: Followed; key: string }

/** The end of the changes, with what the next question is to be asked with. */
export interface ChangesEnd {
  change: 'end'
  next: string
}

/** How far a desk had been filled: the numbers of its latest reading, decision and report. */
interface Mark {
  reading: number
  decision: number
  report: number
}

const MARK = /^(\d+)-(\d+)-(\d+)$/
const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/

/**
 * What has changed in a desk, for whoever keeps a copy of its tables: rows that are new, that say something else (read again, decided upon), and that are gone
 * (decided wrong, no longer read). To `added` and `changed` put the row under its key, to `gone` take it away; the same change may come twice. Reports come in the
 * order in which they were added, those of one report together.
 *
 * @param since `next` of an earlier answer by the same desk, or a moment or day, ISO 8601; all there is where it is left out
 * @param lists whose changes are wanted
 * @throws Failure `bad-argument` where `since` is none of these
 */
export function rowChanges(
  desk: OpenedDesk,
  since?: string,
  lists: readonly Followed[] = followed,
): Iterable<RowChange | ChangesEnd> {
  const marks = openMarks(desk)
  const now = marks.now()
  const from = since === undefined ? { reading: 0, decision: 0, report: 0 } : marks.of(since, now)
  return changes(desk, from, now, lists)
}

function* changes(
  desk: OpenedDesk,
  from: Mark,
  now: Mark,
  lists: readonly Followed[],
): Generator<RowChange | ChangesEnd> {
  const before = openBefore(desk, from)
  const touched = desk.db.prepare<Mark, { report: number; id: string; isNew: number }>(
    `SELECT report, id, report > @report AS isNew FROM reports WHERE report > @report
       OR report IN (SELECT report FROM readings WHERE reading > @reading AND over IS NULL)
       OR report IN (SELECT report FROM decisions WHERE decision > @decision) ORDER BY report`,
  )
  const corrected = desk.db
    .prepare<[number], number>('SELECT corrects FROM corrections WHERE report > ?')
    .pluck()
    .all(from.report)
  const idOf = desk.db.prepare<[number], string>('SELECT id FROM reports WHERE report = ?').pluck()
  for (const { report, id, isNew } of touched.all(from)) {
    if (lists.includes('reports')) yield* reportChange(desk, id, isNew === 1)
    const was = isNew === 1 ? { statements: [], events: [] } : before(report)
    for (const list of ['statements', 'events'] as const)
      if (lists.includes(list)) yield* changesBetween(list, was[list], shownOf(desk, list, id))
  }
  if (lists.includes('reports'))
    for (const report of new Set(corrected)) yield* reportChange(desk, idOf.get(report) as string, false)
  yield { change: 'end', next: `${now.reading}-${now.decision}-${now.report}` }
}

function* reportChange(desk: OpenedDesk, id: string, isNew: boolean): Generator<RowChange> {
  for (const row of desk.all({ list: 'reports', filter: { report: [id], copies: true } }))
    yield { change: isNew ? 'added' : 'changed', list: 'reports', key: row.key, row: flat('reports', row) }
}

function* changesBetween(
  list: 'statements' | 'events',
  was: readonly Shown[],
  is: readonly Shown[],
): Generator<RowChange> {
  const old = new Map(was.map((row) => [row.key, row]))
  for (const row of is) {
    const earlier = old.get(row.key)
    old.delete(row.key)
    const shown = flat(list, row)
    if (!earlier) yield { change: 'added', list, key: row.key, row: shown }
    else if (JSON.stringify(flat(list, earlier)) !== JSON.stringify(shown))
      yield { change: 'changed', list, key: row.key, row: shown }
  }
  for (const key of old.keys()) yield { change: 'gone', list, key }
}

type Shown = StatementRow | EventRow

const COLUMNS = {
  reports: chosenColumns('reports'),
  statements: chosenColumns('statements'),
  events: chosenColumns('events'),
}
const flat = (list: Followed, row: Shown | ReportRow): FlatRow => flatRow(list, row as never, COLUMNS[list] as never)

/** The rows of a report that are shown now. */
function shownOf(desk: OpenedDesk, list: 'statements' | 'events', report: string): Shown[] {
  return [...desk.all({ list, filter: { report: [report], copies: true, not: { decided: ['wrong'] } } })]
}

/** The rows of a report that were shown then: what the machine's newest reading of then had, as people had decided until then. */
function openBefore({ db, decisions }: OpenedDesk, { reading: until, decision: latest }: Mark) {
  const rebuild = openRebuild(db)
  const readings = db.prepare<[number, number], { reading: number; version: string }>(
    'SELECT reading, version FROM readings JOIN readers USING (reader) WHERE report = ? AND reading <= ? AND over IS NULL ORDER BY reading',
  )
  const known = db.prepare<[number], string>('SELECT id FROM decisions WHERE decision <= ?').pluck()
  const idOf = db.prepare<[number], string>('SELECT id FROM reports WHERE report = ?').pluck()
  let there: Set<string> | undefined
  return (report: number): { statements: Shown[]; events: Shown[] } => {
    const reading = newestOf(readings.all(report, until))
    if (reading === undefined) return { statements: [], events: [] }
    there ??= new Set(known.all(latest))
    const decided = decisions({ report: idOf.get(report) as string }).filter(({ id }) => there?.has(id as string))
    return rowsThen(rebuild.byReading(reading), standings(decided))
  }
}

function rowsThen(record: NewsRecord, standing: ReturnType<typeof standings>) {
  const byRow = new Map([...standing].map(([key, of]) => [key.slice(key.lastIndexOf('#') + 1), of]))
  const { statements, events } = rowsOf(decidedRecord(record, byRow))
  const shown = <R extends Shown>(rows: R[]): R[] =>
    rows.flatMap((row) => {
      const of = byRow.get(row.id)
      if (!of) return row
      if (of.verdict === 'wrong') return []
      const { verdict, by, at, why, added } = of
      const decided = { verdict, by, at, ...(why !== undefined && { why }) }
      return { ...row, decided, ...(added && { added: { by: added.by, at: added.at } }) }
    })
  return { statements: shown(statements), events: shown(events) }
}

function openMarks({ db }: OpenedDesk) {
  const latest = (table: string, number: string) =>
    db.prepare<[], number>(`SELECT coalesce(max(${number}), 0) FROM ${table}`).pluck()
  const before = (table: string, number: string, at: string) =>
    db
      .prepare<[string], number>(
        `SELECT coalesce((SELECT min(${number}) FROM ${table} WHERE ${at} >= ?), (SELECT max(${number}) FROM ${table}) + 1, 1) - 1`,
      )
      .pluck()
  const tables = [
    ['readings', 'reading', 'at'],
    ['decisions', 'decision', 'taken_at'],
    ['reports', 'report', 'added'],
  ] as const
  const now = (): Mark =>
    Object.fromEntries(tables.map(([table, number]) => [number, latest(table, number).get()])) as unknown as Mark
  const at = (moment: string): Mark =>
    Object.fromEntries(
      tables.map(([table, number, column]) => [number, before(table, number, column).get(moment)]),
    ) as unknown as Mark
  return {
    now,
    of(since: string, now: Mark): Mark {
      const [, reading, decision, report] = (MARK.exec(since) ?? []).map(Number)
      if (reading !== undefined) {
        if (reading > now.reading || decision > now.decision || report > now.report)
          throw new Failure('bad-argument', `the desk has never been at '${since}'; take 'next' from its own answer`)
        return { reading, decision, report }
      }
      const time = MOMENT.test(since) ? Date.parse(since) : Number.NaN
      if (Number.isNaN(time))
        throw new Failure(
          'bad-argument',
          `since takes 'next' of an earlier answer, or a moment such as 2025-03-14T08:00:00Z, not '${since}'`,
        )
      return at(new Date(time).toISOString())
    },
  }
}
