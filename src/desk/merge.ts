import type Database from 'better-sqlite3'
import type { TakenReport } from '../intake/taken.ts'
import { openStoryGrouping } from '../open-stories.ts'
import type { Record as NewsRecord, Note } from '../record/types.ts'
import type { Decision } from '../rows/decision.ts'
import { openByText } from './by-text.ts'
import { settleAll, splitKey } from './decide.ts'
import { settleJoinings } from './join.ts'
import { joinMissing, openStoryJoiner } from './join-stories.ts'
import { type AddedCounts, type Keeping, keepTaken, noneAdded } from './keep.ts'
import { openLaying } from './lay.ts'
import type { OpenedDesk } from './open.ts'
import { openRebuild } from './rebuild.ts'
import { type Outcome, openWriter } from './write.ts'
import { openNamed } from './write-named.ts'

/** What came of merging desks. */
export interface Merged extends AddedCounts {
  /** readings that the merged desk did not have of reports that it had */
  readings: number
  /** decisions of all desks; one that several desks have counts once */
  decisions: number
  /** rows on which desks decided differently: all decisions are kept, and the latest one counts */
  conflicts: Conflict[]
}

/** A row that was decided differently in two desks. */
export interface Conflict {
  key: string
  /** the last decision of each desk, in their order in time */
  decisions: (Decision & { desk: string })[]
}

/** Reports that are brought over in one go. */
const BATCH = 20

/**
 * Brings desks together in an empty one: their reports, each text once, with all takings and readings, and their decisions in the order of
 * their times. A report whose id another text has gets one of its own (`id~1a2b3c4d`), and its decisions go with it. Nothing is read again, and the
 * desks stay as they are.
 *
 * @example const { conflicts } = await mergeDesks([openDesk('a.db'), openDesk('b.db')], openDesk('c.db', { create: true }))
 */
export async function mergeDesks(
  desks: readonly OpenedDesk[],
  into: OpenedDesk,
  onProgress?: (merged: Readonly<Merged>) => void,
): Promise<Merged> {
  const writer = openWriter(into)
  const joiner = openStoryJoiner(into.db, await openStoryGrouping())
  const merged: Merged = { ...noneAdded(), readings: 0, decisions: 0, conflicts: [] }
  const bringing: Bringing = { keeping: { writer, joiner }, byText: openByText(into.db), merged }
  const numbers: ReadonlyMap<string, number>[] = []
  for (const desk of desks) {
    const refusals = refusalsOf(desk.db)
    writer.refuse(refusals)
    merged.refused += refusals.length
    const numberOf = new Map<string, number>()
    for (const reports of batchesOf(desk)) {
      writer.all(() => {
        for (const report of reports) numberOf.set(report.taken.id, bring(bringing, report))
      })
      onProgress?.(merged)
    }
    numbers.push(numberOf)
  }
  for (const { db } of desks) writer.all(() => bringOriginals(db, into.db))
  writer.tidy()
  writer.all(() => {
    joinMissing(into, joiner)
    bringDecisions(desks, numbers, into.db, merged)
    bringJoinings(desks, into.db)
  })
  return merged
}

/** A report of a desk with everything that the desk has of it. */
interface Whole {
  taken: TakenReport
  sha256: string
  /** further takings */
  takings: TakenReport[]
  outcome: Outcome
  /** older readings */
  older: NewsRecord[]
}

/** Puts in what the merged desk does not have of a report; the report's number there. */
function bring({ keeping, byText, merged }: Bringing, { taken, sha256, takings, outcome, older }: Whole): number {
  const { writer } = keeping
  const known = byText(sha256)?.report
  const number = known ?? keepTaken(keeping, { taken, sha256, outcome }, merged)
  if (known !== undefined) {
    merged.known++
    if ('record' in outcome && writer.reread(known, taken, outcome.record)) merged.readings++
    else writer.again(known, taken)
  }
  for (const further of takings) writer.again(number, further)
  for (const record of older) writer.reread(number, taken, record, true)
  return number
}

interface Bringing {
  keeping: Keeping
  byText: ReturnType<typeof openByText>
  merged: Merged
}

interface ReportRow {
  report: number
  id: string
  sha256: string
  text: string
  language: string
  state: 'read' | 'kept' | 'failed'
  code: string | null
  message: string | null
  [about: string]: string | number | null
}

interface TakingRow {
  from: string
  member: string | null
  at: string
  bytes: string
  notes: string | null
}

/** The reports of a desk, a few at a time. */
function* batchesOf({ db }: OpenedDesk): Generator<Whole[]> {
  const next = db.prepare<[number], ReportRow>(
    `SELECT report, id, sha256, text, published, title, outlet, url, byline, language, state, error_code AS code, error_message AS message
     FROM reports WHERE report > ? ORDER BY report LIMIT ${BATCH}`,
  )
  const takings = db.prepare<[number], TakingRow>(
    'SELECT "from", member, at, bytes, notes FROM takings WHERE report = ? ORDER BY taking',
  )
  const readings = db
    .prepare<[number], number>(`SELECT reading FROM readings g WHERE report = ? AND over IS NULL
       ORDER BY newest OR EXISTS (SELECT 1 FROM readings o WHERE o.over = g.reading AND o.newest) DESC, reading`)
    .pluck()
  const rebuild = openRebuild(db)
  for (let last = 0; ; ) {
    const rows = next.all(last)
    if (rows.length === 0) return
    last = rows[rows.length - 1].report
    yield rows.map((row) => {
      const [taken, ...further] = takings.all(row.report).map((taking) => takenOf(row, taking))
      const [record, ...older] = readings.all(row.report).map((reading) => rebuild.byReading(reading))
      const outcome: Outcome = record
        ? { record }
        : row.state === 'failed'
          ? { failed: { code: String(row.code), message: String(row.message) } }
          : { kept: true }
      return { taken, sha256: row.sha256, takings: further, outcome, older }
    })
  }
}

function takenOf(
  { id, text, language, published, title, outlet, url, byline }: ReportRow,
  taking: TakingRow,
): TakenReport {
  const about = Object.entries({ published, title, outlet, url, byline }).filter(([, value]) => value !== null)
  const { from, member, at, bytes, notes } = taking
  return {
    id,
    text,
    language,
    ...(Object.fromEntries(about) as Partial<TakenReport>),
    from,
    ...(member !== null && { member }),
    takenAt: at,
    bytes,
    notes: notes === null ? [] : (JSON.parse(notes) as Note[]),
  }
}

/** Copies the bytes that reports were taken from, packed as they are. */
function bringOriginals(from: Database.Database, to: Database.Database): void {
  const insert = to.prepare(
    'INSERT OR IGNORE INTO originals (bytes_sha256, size, packing, data) VALUES (@hash, @size, @packing, @data)',
  )
  const all = from.prepare('SELECT bytes_sha256 AS hash, size, packing, data FROM originals')
  for (const row of all.iterate()) insert.run(row)
}

function refusalsOf(db: Database.Database) {
  return db.prepare('SELECT "from", member, at, code, message FROM refusals ORDER BY refusal').all() as {
    from: string
    member: string
    at: string
    code: string
    message: string
  }[]
}

/** A decision as it goes into the merged desk. */
interface Brought {
  desk: number
  report: number
  row: string
  decision: Decision & { id: string }
}

/** Puts the decisions of all desks in, in the order of their times, and notes those that differ. */
function bringDecisions(
  desks: readonly OpenedDesk[],
  numbers: readonly ReadonlyMap<string, number>[],
  db: Database.Database,
  merged: Merged,
): void {
  const idOf = db.prepare<[number], string>('SELECT id FROM reports WHERE report = ?').pluck()
  const all = desks.flatMap((desk, n) =>
    desk.decisions({}).flatMap((decision): Brought[] => {
      const { report: id, row } = splitKey(decision.key)
      const report = numbers[n].get(id)
      if (report === undefined) return []
      const key = `${idOf.get(report)}#${row}`
      return [{ desk: n, report, row, decision: { ...decision, id: String(decision.id), key } }]
    }),
  )
  all.sort((a, b) => Date.parse(a.decision.at) - Date.parse(b.decision.at))
  const insert = db.prepare(
    'INSERT INTO decisions (id, key, report, row, verdict, by, at, why, mend, brings, named, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const namedOf = desks.map((desk) =>
    desk.db.prepare<[string], string>('SELECT named FROM decisions WHERE id = ?').pluck(),
  )
  const contents = new Map<string, string>()
  // a desk's own id of a decision, and the one that it has here
  const free = new Map<string, string>()
  for (const { desk, report, row, decision } of all) {
    const { id, key, verdict, by, at, why, mend, brings } = decision
    const undoes = decision.undoes === undefined ? null : (free.get(`${desk} ${decision.undoes}`) ?? decision.undoes)
    const content = JSON.stringify([key, verdict, by, at, why, mend, brings, undoes])
    const own = freeId(contents, id, content)
    free.set(`${desk} ${id}`, own.id)
    if (own.isThere) continue
    contents.set(own.id, content)
    const named = namedOf[desk].get(id) ?? null
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value))
    insert.run(own.id, key, report, row, verdict, by, at, why ?? null, json(mend), json(brings), named, undoes)
    merged.decisions++
  }
  settleAll(db, openLaying(db, openRebuild(db)))
  merged.conflicts = conflictsIn(all, desks)
}

/** Puts in what people said of names in all desks, in the order of their times. */
function bringJoinings(desks: readonly OpenedDesk[], db: Database.Database): void {
  const about = 'SELECT name, kind, country, sectors, link FROM named WHERE named = ?'
  const named = openNamed(db)
  const all = desks.flatMap((desk) => {
    const of = desk.db.prepare<
      [number],
      { name: string; kind: string; country: string; sectors: string; link: string }
    >(about)
    const numberHere = (number: number): number => {
      const { name, kind, country, sectors, link } = of.get(number) as NonNullable<ReturnType<typeof of.get>>
      return named.numberOf(name, kind, { country, sectors: JSON.parse(sectors) }, link)
    }
    return desk.db
      .prepare<
        [],
        { named: number; same_as: number | null; whole: number; by: string; at: string; why: string | null }
      >('SELECT named, same_as, whole, by, at, why FROM joinings ORDER BY joining')
      .all()
      .map((row) => ({
        ...row,
        named: numberHere(row.named),
        same_as: row.same_as === null ? null : numberHere(row.same_as),
      }))
  })
  if (all.length === 0) return
  const insert = db.prepare(
    'INSERT INTO joinings (named, same_as, whole, by, at, why) VALUES (@named, @same_as, @whole, @by, @at, @why)',
  )
  for (const row of all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))) insert.run(row)
  settleJoinings(db)
}

/** The id, or where another decision has it one of its own; and whether this very decision is there. */
function freeId(contents: ReadonlyMap<string, string>, id: string, content: string): { id: string; isThere: boolean } {
  for (let n = 1; ; n++) {
    const free = n === 1 ? id : `${id}~${n}`
    const there = contents.get(free)
    if (there === undefined || there === content) return { id: free, isThere: there === content }
  }
}

/** The rows whose last decisions differ between desks, none of which knew the other's. */
function conflictsIn(all: readonly Brought[], desks: readonly OpenedDesk[]): Conflict[] {
  const byKey = new Map<string, Brought[]>()
  for (const brought of all) {
    const group = byKey.get(brought.decision.key)
    if (group) group.push(brought)
    else byKey.set(brought.decision.key, [brought])
  }
  return [...byKey].flatMap(([key, group]): Conflict[] => {
    const last = new Map(group.map((brought) => [brought.desk, brought]))
    const knows = (desk: number, { decision }: Brought) =>
      group.some((other) => other.desk === desk && other.decision.id === decision.id)
    const lasts = [...last.values()].filter(
      (one) => ![...last].some(([desk, other]) => other.decision.id !== one.decision.id && knows(desk, one)),
    )
    const told = new Set(lasts.map(({ decision: { verdict, mend } }) => JSON.stringify([verdict, mend])))
    if (told.size < 2) return []
    lasts.sort((a, b) => Date.parse(a.decision.at) - Date.parse(b.decision.at))
    return [{ key, decisions: lasts.map(({ desk, decision }) => ({ ...decision, desk: desks[desk].file })) }]
  })
}
