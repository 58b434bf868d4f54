import type Database from 'better-sqlite3'
import { Failure } from '../../record/failure.ts'
import { hash53 } from '../../record/hash53.ts'
import type { EventRow, StatementRow } from '../../rows/rows.ts'
import { deskFailure } from '../failure.ts'
import type { OpenedDesk } from '../open.ts'
import { codedIn } from './coded-in.ts'
import { type Passage, passageOf } from './passage-of.ts'
import { shownRows } from './read-rows.ts'

/** Why a row was drawn: by lot, because the reader is unsure of it, or because its speaker has many rows. */
export type DrawnFor = 'random' | 'unsure' | 'frequent'

export interface DrawOptions {
  /** who is to decide */
  by: string
  /** how many rows they have to decide afterwards, 1 to 200 */
  count?: number
  /** share of them that is drawn by lot, 0 to 1: what estimates are made from */
  random?: number
  /** share of those drawn by lot that a second person codes too, 0 to 1 */
  twice?: number
  /** confidence that the reader is least sure at, 0 to 1 */
  line?: number
}

/** A row that somebody was given to decide. */
export interface QueueRow {
  key: string
  reason: DrawnFor
  done: boolean
  /** as the machine read it: what others decided of it is not told */
  row: StatementRow | EventRow
  /** the paragraphs that it stands in */
  passage: Passage
}

/** What a person has to decide, report by report. */
export interface CodingQueue {
  by: string
  open: number
  done: number
  rows: QueueRow[]
  /** everybody who was given rows */
  people: { name: string; open: number; done: number }[]
}

interface Drawn {
  report: number
  row: string
}

/** Rows that may be drawn: of newest readings, not of copies. */
const ROWS = `(
  SELECT t.report, t.id AS row, t.confidence, t.speaker_named AS who FROM statements t WHERE t.newest
  UNION ALL
  SELECT t.report, t.id AS row, t.confidence, coalesce(t.word_named, (SELECT o.named FROM roles o WHERE o.event = t.event AND o.role = 'actor' ORDER BY o.n LIMIT 1)) AS who
  FROM events t WHERE t.newest)`
const LOT = "lot(r.id || '#' || t.row)"
const STANDS = 'EXISTS (SELECT 1 FROM standing d WHERE d.report = t.report AND d.row = t.row)'
const ADDED = "EXISTS (SELECT 1 FROM decisions d WHERE d.report = t.report AND d.row = t.row AND d.verdict = 'added')"
const SAMPLED = 'EXISTS (SELECT 1 FROM sampled x WHERE x.report = t.report AND x.row = t.row)'
const GIVEN = 'EXISTS (SELECT 1 FROM assignments a WHERE a.report = t.report AND a.row = t.row AND a.back_at IS NULL)'
const OWN = 'EXISTS (SELECT 1 FROM assignments a WHERE a.report = t.report AND a.row = t.row AND a.person = @by)'
const FREE = `r.copy_of IS NULL AND NOT ${STANDS} AND NOT ${GIVEN} AND NOT ${OWN}`

/**
 * Gives a person rows to decide, up to `count` open ones: a share by lot, of which some have been coded by another, the rest in halves those of which the reader is least sure and
 * those of the most frequent speakers. Lots lie in the rows' keys: those with the smallest lot are drawn, so that the rows drawn are a fair sample however many there are. A
 * row that the lot falls on when somebody has decided it already is of the sample too.
 *
 * @returns how many were given; fewer than asked for where no more are undecided
 */
export function drawFor(desk: OpenedDesk, options: DrawOptions): number {
  const { by, count = 20, random = 0.5, twice = 0.2, line = 0.5 } = options
  if (by.trim() === '') throw new Failure('bad-argument', 'say who the rows are for')
  const { db } = desk
  db.function('lot', { deterministic: true }, (key) => hash53(String(key)))
  const at = new Date().toISOString()
  try {
    return db
      .transaction(() => {
        const wanted = Math.max(0, count - openOf(desk, by).length)
        const byLot = Math.round(wanted * random)
        const give = openGive(db, by, at)
        let given = give(secondOf(db, by, Math.ceil(byLot / 2)), 'random', () => true)
        given += give(againOf(db, by, byLot - given), 'random', isTwice(twice))
        given += give(sample(db, by, byLot - given, at), 'random', isTwice(twice))
        const unsure = give(unsureOf(db, by, Math.ceil((wanted - given) / 2), line), 'unsure', () => false)
        const frequent = give(frequentOf(db, by, wanted - given - unsure), 'frequent', () => false)
        return given + unsure + frequent
      })
      .immediate()
  } catch (error) {
    throw deskFailure(error, db.name)
  }
}

/** Gives rows back that a person has not decided: all of them, or those of these keys. @returns how many */
export function giveBack(desk: OpenedDesk, { by, keys }: { by: string; keys?: readonly string[] }): number {
  const wanted = keys && new Set(keys)
  const back = desk.db.prepare('UPDATE assignments SET back_at = ? WHERE assignment = ?')
  const at = new Date().toISOString()
  try {
    return desk.db
      .transaction(() => {
        const open = openOf(desk, by).filter(({ key }) => !wanted || wanted.has(key))
        for (const { assignment } of open) back.run(at, assignment)
        return open.length
      })
      .immediate()
  } catch (error) {
    throw deskFailure(error, desk.db.name)
  }
}

/** What a person was given and has not given back, report by report, in the order of the text. */
export function queueOf(desk: OpenedDesk, by: string): CodingQueue {
  const given = givenIn(desk)
  const own = new Map(given.filter(({ person }) => person === by).map((row) => [row.key, row]))
  const rows = [...shownRows(desk, own.keys())].flatMap(({ key, shown, record }): QueueRow[] => {
    const of = own.get(key)
    if (!of) return []
    const { reason, done } = of
    return [{ key, reason, done, row: shown, passage: passageOf(record.report.text, shown) }]
  })
  const people = [...new Set(given.map(({ person }) => person))].sort().map((name) => {
    const theirs = given.filter(({ person }) => person === name)
    const done = theirs.filter((row) => row.done).length
    return { name, open: theirs.length - done, done }
  })
  const done = rows.filter((row) => row.done).length
  return { by, open: rows.length - done, done, rows, people }
}

interface Given {
  assignment: number
  key: string
  person: string
  reason: DrawnFor
  done: boolean
}

function givenIn(desk: OpenedDesk): Given[] {
  const coded = codedIn(desk)
  return desk.db
    .prepare<[], Omit<Given, 'done'>>(
      `SELECT a.assignment, r.id || '#' || a.row AS key, a.person, a.reason FROM assignments a JOIN reports r USING (report)
       WHERE a.back_at IS NULL ORDER BY a.report, a.assignment`,
    )
    .all()
    .map((row) => ({ ...row, done: coded.get(row.key)?.said.has(row.person) ?? false }))
}

const openOf = (desk: OpenedDesk, by: string): Given[] =>
  givenIn(desk).filter(({ person, done }) => person === by && !done)

function openGive(db: Database.Database, person: string, at: string) {
  const insert = db.prepare(
    'INSERT INTO assignments (report, row, person, reason, twice, at) VALUES (@report, @row, @person, @reason, @twice, @at)',
  )
  return (rows: readonly Drawn[], reason: DrawnFor, twice: (row: Drawn) => boolean): number => {
    for (const row of rows)
      insert.run({ report: row.report, row: row.row, person, reason, twice: twice(row) ? 1 : 0, at })
    return rows.length
  }
}

/** Whether a row falls into the share that is coded twice: by another lot than the one it was drawn by. */
const isTwice =
  (share: number) =>
  ({ report, row }: Drawn): boolean =>
    (hash53(`twice ${report} ${row}`) % 10_000) / 10_000 < share

/** Rows that one other person was given or decided, and that a second is to code. */
function secondOf(db: Database.Database, by: string, limit: number): Drawn[] {
  return db
    .prepare<{ by: string; limit: number }, Drawn>(
      `SELECT t.report, t.row FROM assignments t JOIN reports r USING (report)
       WHERE t.twice AND t.back_at IS NULL AND t.person <> @by AND NOT ${OWN}
         AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.report = t.report AND d.row = t.row AND d.by = @by)
         AND (SELECT count(*) FROM assignments a WHERE a.report = t.report AND a.row = t.row AND a.back_at IS NULL) = 1
       ORDER BY ${LOT} LIMIT @limit`,
    )
    .all({ by, limit })
}

/** Rows of the sample that somebody gave back. */
function againOf(db: Database.Database, by: string, limit: number): Drawn[] {
  return db
    .prepare<{ by: string; limit: number }, Drawn>(
      `SELECT t.report, t.row FROM sampled t JOIN reports r USING (report) WHERE ${FREE} ORDER BY ${LOT} LIMIT @limit`,
    )
    .all({ by, limit })
}

/** Draws rows by lot into the sample, until so many of them are undecided. */
function sample(db: Database.Database, by: string, limit: number, at: string): Drawn[] {
  if (limit <= 0) return []
  const insert = db.prepare('INSERT INTO sampled (report, row, at) VALUES (?, ?, ?)')
  const next = db.prepare<{ by: string; limit: number }, Drawn & { free: number }>(
    `SELECT t.report, t.row, (${FREE}) AS free FROM ${ROWS} t JOIN reports r USING (report)
     WHERE r.copy_of IS NULL AND NOT ${SAMPLED} AND NOT ${ADDED} ORDER BY ${LOT} LIMIT @limit`,
  )
  const drawn: Drawn[] = []
  while (drawn.length < limit) {
    // those that are decided, or that somebody has in hand, are of the sample and need nobody
    const rows = next.all({ by, limit: limit - drawn.length })
    if (rows.length === 0) break
    for (const { report, row, free } of rows) {
      insert.run(report, row, at)
      if (free) drawn.push({ report, row })
    }
  }
  return drawn
}

function unsureOf(db: Database.Database, by: string, limit: number, line: number): Drawn[] {
  return db
    .prepare<{ by: string; limit: number; line: number }, Drawn>(
      `SELECT t.report, t.row FROM ${ROWS} t JOIN reports r USING (report) WHERE ${FREE} AND NOT ${SAMPLED}
       ORDER BY abs(t.confidence - @line), ${LOT} LIMIT @limit`,
    )
    .all({ by, limit, line })
}

/** One row of each of the most frequent speakers, then a second, and so on. */
function frequentOf(db: Database.Database, by: string, limit: number): Drawn[] {
  return db
    .prepare<{ by: string; limit: number }, Drawn>(
      `SELECT report, row FROM (
         SELECT t.report, t.row, count(*) OVER (PARTITION BY t.who) AS often, row_number() OVER (PARTITION BY t.who ORDER BY ${LOT}) AS nth
         FROM ${ROWS} t JOIN reports r USING (report) WHERE t.who IS NOT NULL AND ${FREE} AND NOT ${SAMPLED})
       ORDER BY nth, often DESC, report, row LIMIT @limit`,
    )
    .all({ by, limit })
}
