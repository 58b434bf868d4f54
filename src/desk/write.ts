import type Database from 'better-sqlite3'
import type { Refusal, TakenReport } from '../intake/taken.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { countWords } from '../rows/count-words.ts'
import { openByText } from './by-text.ts'
import { openCorrected } from './corrected.ts'
import { deskFailure } from './failure.ts'
import { openLaying } from './lay.ts'
import { secondsOf } from './moments.ts'
import type { OpenedDesk } from './open.ts'
import { openKeepOriginal } from './original.ts'
import { openShowing } from './outdate.ts'
import { openRebuild } from './rebuild.ts'
import { compareVersions } from './versions.ts'
import { wideCharacters } from './wide-characters.ts'
import { openRowWriter } from './write-rows.ts'

/** What came of reading a taken report: its record, or why there is none. */
export type Outcome = { record: NewsRecord } | { kept: true } | { failed: { code: string; message: string } }

/** One report to keep, with what came of reading it. */
export interface ReportToKeep {
  taken: TakenReport
  /** of the text */
  sha256: string
  outcome: Outcome
  /** what is kept of the MinHash signature, and its bands' hashes, by which near copies are told */
  signature?: Uint8Array
  bands?: readonly number[]
  /** the number of the report that this is a near copy of */
  copyOf?: number
  /** the number of the report that this corrects */
  corrects?: number
}

/** The one writer of a desk: everything that a call is given is kept, or nothing of it. */
export interface Writer {
  /** Keeps reports with their records; their numbers. A report that is there gets the reading, if no reading by this reader is there. */
  keep(reports: readonly ReportToKeep[]): number[]
  /**
   * Puts in a reading of a report that is there, made elsewhere: its newest, unless one by a later version is there.
   *
   * @param isOlder whether it is known to be older than the newest that is there
   * @returns false where a reading by this reader is there already; nothing is changed then
   */
  reread(report: number, taken: TakenReport, record: NewsRecord, isOlder?: boolean): boolean
  /** Notes that a report was taken again, from elsewhere or later. */
  again(report: number, taken: TakenReport): void
  refuse(refusals: readonly Refusal[]): void
  /** the report that was taken from these bytes (the same member of them), or that has this text */
  seen(taken: Pick<TakenReport, 'bytes' | 'member'>, sha256: string): number | undefined
  /** reports that share a band with these hashes, with their signatures */
  alike(bands: readonly number[]): { report: number; signature: Uint8Array }[]
  /** the report that this one corrects: an earlier text of the same address, id or feed item */
  corrected(taken: TakenReport, signature: Uint8Array): number | undefined
  /** puts what is kept of words in order, so that it takes less room: some of it at a time, as this goes over much of the file */
  tidy(): void
  /** runs all or none of what it is given, in one go */
  all<T>(run: () => T): T
}

const unhex = (hash: string) => Buffer.from(hash, 'hex')

/** Pages of words that are put in order at the end of an add. */
const MERGED = 2000

export function openWriter({ db, file }: OpenedDesk): Writer {
  const all = <T>(run: () => T): T => {
    try {
      return db.transaction(run).immediate()
    } catch (error) {
      throw deskFailure(error, file)
    }
  }
  // reading takes the memory; what is written is mostly new
  db.pragma('cache_size = -16384')
  const takingOf = openTaking(db)
  const readingOf = openReadings(db)
  const keepOne = openKeep(db, takingOf, readingOf)
  const isRead = db.prepare(
    "UPDATE reports SET state = 'read', error_code = NULL, error_message = NULL WHERE report = ?",
  )
  const refusal = db.prepare(
    'INSERT INTO refusals ("from", member, at, code, message) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, message = excluded.message',
  )
  const byBytes = db
    .prepare<{ bytes: Buffer; member: string | null }, number>(
      'SELECT report FROM takings WHERE substr(bytes_sha256, 1, 6) = substr(@bytes, 1, 6) AND bytes_sha256 = @bytes AND member IS @member LIMIT 1',
    )
    .pluck()
  const byText = openByText(db)
  const sharing = db.prepare<[number], { report: number; signature: Buffer }>(
    'SELECT report, signature FROM bands JOIN signatures USING (report) WHERE hash = ? ORDER BY report LIMIT 20',
  )
  return {
    all,
    corrected: openCorrected(db),
    tidy() {
      all(() => {
        for (const table of ['report_words', 'statement_words'])
          db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ${-MERGED})`).run()
      })
      db.pragma('incremental_vacuum')
    },
    keep: (reports) => all(() => reports.map(keepOne)),
    reread: (report, taken, record, isOlder) =>
      all(() => {
        if (!readingOf(report, record, isOlder ? 'older' : 'by-version')) return false
        takingOf(report, taken)
        isRead.run(report)
        return true
      }),
    again: (report, taken) => all(() => takingOf(report, taken)),
    refuse: (refusals) =>
      all(() => {
        for (const { from, member = '', at, code, message } of refusals) refusal.run(from, member, at, code, message)
      }),
    seen: ({ bytes, member }, sha256) =>
      byBytes.get({ bytes: unhex(bytes), member: member ?? null }) ?? byText(sha256)?.report,
    alike(bands) {
      const found = new Map<number, Uint8Array>()
      for (const hash of bands) for (const { report, signature } of sharing.all(hash)) found.set(report, signature)
      return [...found].map(([report, signature]) => ({ report, signature }))
    },
  }
}

/** Notes where a report was taken from. */
type PutTaking = (report: number, taken: TakenReport) => void

function openTaking(db: Database.Database): PutTaking {
  const insert = db.prepare(
    'INSERT INTO takings (report, "from", member, at, bytes_sha256, notes) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const same = db
    .prepare('SELECT 1 FROM takings WHERE report = ? AND "from" = ? AND member IS ? AND bytes_sha256 = ? LIMIT 1')
    .pluck()
  const keepOriginal = openKeepOriginal(db)
  const textOf = db.prepare<[number], Buffer>('SELECT sha256_bytes FROM reports WHERE report = ?').pluck()
  const settled = db.prepare('DELETE FROM refusals WHERE "from" = ? AND member = ?')
  return (report, { from, member, takenAt, bytes, notes, original }) => {
    // what could not be taken before is here now
    settled.run(from, member ?? '')
    const hash = unhex(bytes)
    if (same.get(report, from, member ?? null, hash)) return
    // of a plain text the bytes are the text
    if (original && !textOf.get(report)?.equals(hash)) keepOriginal(hash, original)
    insert.run(report, from, member ?? null, takenAt, hash, notes.length > 0 ? JSON.stringify(notes) : null)
  }
}

function openKeep(db: Database.Database, taking: PutTaking, reading: PutReading): (kept: ReportToKeep) => number {
  const report = openReports(db)
  const signature = db.prepare('INSERT OR REPLACE INTO signatures (report, signature) VALUES (?, ?)')
  const band = db.prepare('INSERT OR IGNORE INTO bands (hash, report) VALUES (?, ?)')
  return (kept) => {
    const { taken, outcome, bands } = kept
    const number = report(kept)
    taking(number, taken)
    if (kept.signature) signature.run(number, kept.signature)
    for (const hash of bands ?? []) band.run(hash, number)
    if ('record' in outcome) reading(number, outcome.record)
    return number
  }
}

/** Puts a report in, or finds it by its id; its number. */
function openReports(db: Database.Database): (kept: ReportToKeep) => number {
  const known = db.prepare<[string], { report: number; sha256: string }>(
    'SELECT report, sha256 FROM reports WHERE id = ?',
  )
  const insert = db.prepare(
    `INSERT INTO reports (id, text, sha256_bytes, published, title, outlet, url, byline, published_at, language, words, state, error_code, error_message, copy_of, added)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const wide = db.prepare('INSERT INTO wide_characters (report, at) VALUES (?, ?)')
  const words = db.prepare('INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)')
  const improve = db.prepare('UPDATE reports SET state = ?, error_code = ?, error_message = ? WHERE report = ?')
  const correction = db.prepare('INSERT INTO corrections (report, corrects) VALUES (?, ?)')
  return ({ taken, sha256, outcome, copyOf, corrects }) => {
    const state = 'record' in outcome ? 'read' : 'kept' in outcome ? 'kept' : 'failed'
    const error = 'failed' in outcome ? outcome.failed : undefined
    const there = known.get(taken.id)
    if (there && there.sha256 === sha256) {
      improve.run(state, error?.code ?? null, error?.message ?? null, there.report)
      return there.report
    }
    const about = 'record' in outcome ? outcome.record.report : taken
    const { published, title, outlet, url, byline } = about
    const number = Number(
      insert.run(
        there ? `${taken.id}~${sha256.slice(0, 8)}` : taken.id,
        taken.text,
        unhex(sha256),
        published,
        title,
        outlet,
        url,
        byline,
        secondsOf(published),
        taken.language,
        countWords(taken.text),
        state,
        error?.code,
        error?.message,
        copyOf,
        taken.takenAt,
      ).lastInsertRowid,
    )
    if (corrects !== undefined) correction.run(number, corrects)
    words.run(number, title ?? '', taken.text)
    for (const at of wideCharacters(taken.text)) wide.run(number, at)
    return number
  }
}

/** Puts a record's rows in, and says whether it did: where this reader read the report before, nothing. */
type PutReading = (report: number, record: NewsRecord, order?: 'newest' | 'older' | 'by-version') => boolean

function openReadings(db: Database.Database): PutReading {
  const readerOf = openReaders(db)
  const there = db.prepare('SELECT 1 FROM readings WHERE report = ? AND reader = ?').pluck()
  const older = db.prepare<[number], { reading: number; version: string }>(
    'SELECT reading, version FROM readings JOIN readers USING (reader) WHERE report = ? AND newest',
  )
  const insert = db.prepare(
    'INSERT INTO readings (report, reader, newest, about, language, dateline, at) VALUES (?, ?, 1, ?, ?, ?, ?)',
  )
  const known = db.prepare<[number], About>(
    'SELECT published, title, outlet, url, byline FROM reports WHERE report = ?',
  )
  const rows = openRowWriter(db)
  const { outdate } = openShowing(db)
  const laying = openLaying(db, openRebuild(db))
  return (report, record, order = 'newest') => {
    const reader = readerOf(record.reader)
    if (there.get(report, reader)) return false
    laying.lift(report)
    const before = older.all(report)
    const isBehind = () => before.some(({ version }) => compareVersions(record.reader.version, version) < 0)
    const isOlder = before.length > 0 && (order === 'older' || (order === 'by-version' && isBehind()))
    if (!isOlder) for (const { reading } of before) outdate(reading)
    const about = aboutOf(record.report)
    const same = JSON.stringify(about) === JSON.stringify(aboutOf(known.get(report) as About))
    const { language, dateline } = record.report
    const values = [same ? null : JSON.stringify(about), language, dateline ? JSON.stringify(dateline) : null]
    const { lastInsertRowid } = insert.run(report, reader, ...values, new Date().toISOString())
    const reading = Number(lastInsertRowid)
    rows(report, reading, record)
    if (isOlder) outdate(reading)
    laying.lay(report)
    return true
  }
}

type About = { [field in 'published' | 'title' | 'outlet' | 'url' | 'byline']?: string | null }

/** What a record says of its report besides its text, without what is not known. */
const aboutOf = ({ published, title, outlet, url, byline }: About): About =>
  Object.fromEntries(Object.entries({ published, title, outlet, url, byline }).filter(([, value]) => value != null))

function openReaders(db: Database.Database) {
  const find = db.prepare('SELECT reader FROM readers WHERE version = ? AND models = ? AND codebook = ?').pluck()
  const insert = db.prepare('INSERT INTO readers (version, models, codebook) VALUES (?, ?, ?)')
  return ({ version, models, codebook }: NewsRecord['reader']): number => {
    const values = [version, JSON.stringify(models), codebook]
    return (find.get(values) as number | undefined) ?? Number(insert.run(values).lastInsertRowid)
  }
}
