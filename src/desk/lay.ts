import type Database from 'better-sqlite3'
import { checkRecord } from '../record/check.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { Decision } from '../rows/decision.ts'
import { decidedRecord, type Standing } from '../rows/standing.ts'
import { openShowing } from './outdate.ts'
import type { Rebuild } from './rebuild.ts'
import { openRowWriter, spokenOf } from './write-rows.ts'

/** Lays what people mended and added over what the machine read, so that all lists, counts and searches find rows as people decided. */
export interface Laying {
  /** Takes off what lies over a report's reading: the machine's shows again. */
  lift(report: number): void
  /** Lays over a report's newest reading what stands decided of its rows; nothing where nothing of that changes a row. */
  lay(report: number): void
}

interface Newest {
  reading: number
  over: number | null
}

/** Who reads what people decided: no machine. */
const PEOPLE = ['', '{}', ''] as const

const PARTS = ['mentions', 'entities', 'times', 'places', 'links', 'notes'] as const

export function openLaying(db: Database.Database, rebuild: Rebuild): Laying {
  const newest = db.prepare<[number], Newest>('SELECT reading, over FROM readings WHERE report = ? AND newest')
  const laid = db
    .prepare<[number], number>('SELECT reading FROM readings WHERE report = ? AND over IS NOT NULL')
    .pluck()
  const showing = openShowing(db)
  const clear = openClear(db, rebuild)
  const standing = openStanding(db)
  const fits = db.prepare('UPDATE standing SET fits = ? WHERE report = ? AND row = ?')
  const reader = openPeople(db)
  const insert = db.prepare(
    `INSERT INTO readings (report, reader, newest, about, language, dateline, at, over)
     SELECT report, ?, 1, about, language, dateline, ?, reading FROM readings WHERE reading = ?`,
  )
  const again = db.prepare(
    `UPDATE readings SET newest = 1, at = ?, over = b.reading, about = b.about, language = b.language, dateline = b.dateline
     FROM readings b WHERE readings.reading = ? AND b.reading = ?`,
  )
  const rows = openRowWriter(db)
  const lift = (report: number): void => {
    const now = newest.get(report)
    if (!now || now.over === null) return
    showing.outdate(now.reading)
    clear(now.reading)
    showing.show(now.over)
  }
  return {
    lift,
    lay(report) {
      lift(report)
      const now = newest.get(report)
      if (!now) return
      const decided = standing(report)
      if (![...decided.values()].some(({ added, mended }) => added ?? mended)) return
      const { record, unfit } = fittingRecord(rebuild.byReading(now.reading), decided)
      for (const row of decided.keys()) fits.run(unfit.has(row) ? 0 : 1, report, row)
      const at = new Date().toISOString()
      const there = laid.get(report)
      const reading = there ?? Number(insert.run(reader(), at, now.reading).lastInsertRowid)
      if (there !== undefined) again.run(at, there, now.reading)
      showing.outdate(now.reading)
      rows(report, reading, record)
    },
  }
}

/** What stands of the rows of a report, by their ids. */
export function openStanding(db: Database.Database): (report: number) => Map<string, Standing> {
  const rows = db.prepare<[number], StandingRow>(
    'SELECT row, verdict, by, at, why, added, mended FROM standing WHERE report = ?',
  )
  const decision = db.prepare<[number], { mend: string; brings: string | null; named: string | null }>(
    'SELECT mend, brings, named FROM decisions WHERE decision = ?',
  )
  const decisionAt = (at: number | null): Decision | undefined => {
    const found = at === null ? undefined : decision.get(at)
    if (!found) return undefined
    const brought = [found.brings, found.named].map((json) => (json === null ? {} : JSON.parse(json)))
    return { mend: JSON.parse(found.mend), brings: together(brought) } as Decision
  }
  return (report) =>
    new Map(
      rows.all(report).map(({ row, verdict, by, at, why, added, mended }) => [
        row,
        {
          verdict,
          by,
          at,
          ...(why !== null && { why }),
          ...(added !== null && { added: decisionAt(added) }),
          ...(mended !== null && { mended: decisionAt(mended) }),
        },
      ]),
    )
}

interface StandingRow {
  row: string
  verdict: Standing['verdict']
  by: string
  at: string
  why: string | null
  added: number | null
  mended: number | null
}

const FIELDS = ['entities', 'times', 'places'] as const

function together(brought: readonly NonNullable<Decision['brings']>[]): NonNullable<Decision['brings']> {
  return Object.fromEntries(FIELDS.map((field) => [field, brought.flatMap((rows): object[] => rows[field] ?? [])]))
}

/**
 * The record as people decided, as far as their decisions fit it: a row that names what a later reading no longer has is left as it was read, or out.
 *
 * @returns `unfit`: ids of the rows whose mend or addition does not fit
 */
function fittingRecord(record: NewsRecord, decided: ReadonlyMap<string, Standing>) {
  const unfit = new Set<string>()
  const known = new Set([...record.statements, ...record.events].map(({ id }) => id))
  for (const [row, { added }] of decided) if (!added && !known.has(row)) unfit.add(row)
  const without = () => new Map([...decided].filter(([row]) => !unfit.has(row)))
  const whole = decidedRecord(record, without())
  if (checkRecord(whole).length === 0) return { record: whole, unfit }
  for (const [row, standing] of decided)
    if (!unfit.has(row) && checkRecord(decidedRecord(record, new Map([[row, standing]]))).length > 0) unfit.add(row)
  const record2 = decidedRecord(record, without())
  return checkRecord(record2).length === 0 ? { record: record2, unfit } : { record, unfit: new Set(decided.keys()) }
}

/** The number of the reader that stands for people. */
function openPeople(db: Database.Database): () => number {
  const find = db.prepare('SELECT reader FROM readers WHERE version = ? AND models = ? AND codebook = ?').pluck()
  const insert = db.prepare('INSERT INTO readers (version, models, codebook) VALUES (?, ?, ?)')
  return () => (find.get(...PEOPLE) as number | undefined) ?? Number(insert.run(...PEOPLE).lastInsertRowid)
}

/** Takes all rows of a reading that lies over another out of the tables. */
function openClear(db: Database.Database, rebuild: Rebuild): (reading: number) => void {
  const numbers = db.prepare<[number], number>('SELECT statement FROM statements WHERE reading = ? ORDER BY n').pluck()
  const words = db.prepare(
    "INSERT INTO statement_words (statement_words, rowid, content, speaker) VALUES ('delete', ?, ?, ?)",
  )
  const run = [
    'DELETE FROM contents WHERE statement IN (SELECT statement FROM statements WHERE reading = ?)',
    'DELETE FROM roles WHERE event IN (SELECT event FROM events WHERE reading = ?)',
    ...['statements', 'events', ...PARTS].map((table) => `DELETE FROM ${table} WHERE reading = ?`),
  ].map((sql) => db.prepare(sql))
  return (reading) => {
    const record = rebuild.anew(reading)
    const said = record.statements.map((row) => spokenOf(record, row))
    numbers.all(reading).forEach((number, n) => {
      words.run(number, said[n].content, said[n].speaker)
    })
    for (const statement of run) statement.run(reading)
  }
}
