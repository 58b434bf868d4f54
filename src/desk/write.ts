import type Database from 'better-sqlite3'
import type { Entity, Record as NewsRecord, Span, Statement } from '../record/types.ts'
import { deskFailure } from './failure.ts'
import type { OpenedDesk } from './open.ts'
import type { TakenReport } from './types.ts'

/** What came of reading a taken report: its record, or why there is none. */
export type Outcome = { record: NewsRecord } | { kept: true } | { failed: { code: string; message: string } }

/** One report to keep, with what came of reading it. */
export interface Kept {
  taken: TakenReport
  /** of the text */
  sha256: string
  outcome: Outcome
  /** MinHash signature and its bands' hashes, by which near copies are told */
  signature?: Uint32Array
  bands?: readonly number[]
  /** the number of the report that this is a near copy of */
  copyOf?: number
}

/** What could not be taken from a source. */
export interface Refusal {
  from: string
  member?: string
  at: string
  code: string
  message: string
}

/** The one writer of a desk: everything that a call is given is kept, or nothing of it. */
export interface Writer {
  /** Keeps reports with their records. A report that is there gets the reading, if no reading by this reader is there. */
  keep(reports: readonly Kept[]): void
  /** Notes that a report was taken again, from elsewhere or later. */
  again(report: number, taken: TakenReport): void
  refuse(refusals: readonly Refusal[]): void
  /** the report that was taken from these bytes (the same member of them), or that has this text */
  seen(taken: Pick<TakenReport, 'bytes' | 'member'>, sha256: string): number | undefined
  /** reports that share a band with these hashes, with their signatures */
  alike(bands: readonly number[]): { report: number; signature: Uint32Array }[]
  /** runs all or none of what it is given, in one go */
  all<T>(run: () => T): T
}

export function openWriter({ db, file }: OpenedDesk): Writer {
  const all = <T>(run: () => T): T => {
    try {
      return db.transaction(run).immediate()
    } catch (error) {
      throw deskFailure(error, file)
    }
  }
  const keepOne = openKeep(db)
  const takingOf = openTaking(db)
  const refusal = db.prepare(
    'INSERT INTO refusals ("from", member, at, code, message) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, message = excluded.message',
  )
  const byBytes = db.prepare('SELECT report FROM takings WHERE bytes = ? AND member IS ? LIMIT 1').pluck()
  const byText = db.prepare('SELECT report FROM reports WHERE sha256 = ? LIMIT 1').pluck()
  const sharing = db.prepare<[number, number], { report: number; signature: Buffer }>(
    'SELECT report, signature FROM bands JOIN signatures USING (report) WHERE band = ? AND hash = ? ORDER BY report LIMIT 20',
  )
  return {
    all,
    keep: (reports) => all(() => reports.forEach(keepOne)),
    again: (report, taken) => all(() => takingOf(report, taken)),
    refuse: (refusals) =>
      all(() => {
        for (const { from, member = '', at, code, message } of refusals) refusal.run(from, member, at, code, message)
      }),
    seen: ({ bytes, member }, sha256) =>
      (byBytes.get(bytes, member ?? null) ?? byText.get(sha256)) as number | undefined,
    alike(bands) {
      const found = new Map<number, Uint32Array>()
      bands.forEach((hash, band) => {
        for (const { report, signature } of sharing.all(band, hash))
          if (!found.has(report)) found.set(report, new Uint32Array(new Uint8Array(signature).buffer))
      })
      return [...found].map(([report, signature]) => ({ report, signature }))
    },
  }
}

function openTaking(db: Database.Database) {
  const insert = db.prepare('INSERT INTO takings (report, "from", member, at, bytes, notes) VALUES (?, ?, ?, ?, ?, ?)')
  const same = db
    .prepare('SELECT 1 FROM takings WHERE report = ? AND "from" = ? AND member IS ? AND bytes = ? LIMIT 1')
    .pluck()
  return (report: number, { from, member, takenAt, bytes, notes }: TakenReport) => {
    if (same.get(report, from, member ?? null, bytes)) return
    insert.run(report, from, member ?? null, takenAt, bytes, notes.length > 0 ? JSON.stringify(notes) : null)
  }
}

function openKeep(db: Database.Database): (kept: Kept) => void {
  const report = openReports(db)
  const taking = openTaking(db)
  const reading = openReadings(db)
  const signature = db.prepare('INSERT OR REPLACE INTO signatures (report, signature) VALUES (?, ?)')
  const band = db.prepare('INSERT OR IGNORE INTO bands (band, hash, report) VALUES (?, ?, ?)')
  return (kept) => {
    const { taken, outcome, bands } = kept
    const number = report(kept)
    taking(number, taken)
    if (kept.signature) {
      const { buffer, byteOffset, byteLength } = kept.signature
      signature.run(number, Buffer.from(buffer, byteOffset, byteLength))
    }
    bands?.forEach((hash, b) => {
      band.run(b, hash, number)
    })
    if ('record' in outcome) reading(number, outcome.record)
  }
}

/** Puts a report in, or finds it by its id; its number. */
function openReports(db: Database.Database): (kept: Kept) => number {
  const known = db.prepare<[string], { report: number; sha256: string }>(
    'SELECT report, sha256 FROM reports WHERE id = ?',
  )
  const insert = db.prepare(
    `INSERT INTO reports (id, text, sha256, published, title, outlet, url, byline, language, words, state, error_code, error_message, copy_of, added)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const words = db.prepare('INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)')
  const improve = db.prepare('UPDATE reports SET state = ?, error_code = ?, error_message = ? WHERE report = ?')
  return ({ taken, sha256, outcome, copyOf }) => {
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
        sha256,
        published,
        title,
        outlet,
        url,
        byline,
        taken.language,
        countWords(taken.text),
        state,
        error?.code,
        error?.message,
        copyOf,
        taken.takenAt,
      ).lastInsertRowid,
    )
    words.run(number, title ?? '', taken.text)
    return number
  }
}

/** Runs of characters between white space. */
function countWords(text: string): number {
  let words = 0
  let inside = false
  for (let i = 0; i < text.length; i++) {
    const space = text.charCodeAt(i) <= 32
    if (!space && !inside) words++
    inside = !space
  }
  return words
}

/** Puts a record's rows in; where this reader read the report before, nothing. */
function openReadings(db: Database.Database): (report: number, record: NewsRecord) => void {
  const readerOf = openReaders(db)
  const there = db.prepare('SELECT 1 FROM readings WHERE report = ? AND reader = ?').pluck()
  const older = db.prepare<[number], { reading: number }>('SELECT reading FROM readings WHERE report = ? AND newest')
  const insert = db.prepare(
    `INSERT INTO readings (report, reader, newest, published, title, outlet, url, byline, language) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)`,
  )
  const rows = openRows(db)
  const outdate = openOutdate(db)
  return (report, record) => {
    const reader = readerOf(record.reader)
    if (there.get(report, reader)) return
    for (const { reading } of older.all(report)) outdate(reading)
    const { published, title, outlet, url, byline, language } = record.report
    const reading = Number(insert.run(report, reader, published, title, outlet, url, byline, language).lastInsertRowid)
    rows(report, reading, record)
  }
}

function openReaders(db: Database.Database) {
  const find = db.prepare('SELECT reader FROM readers WHERE version = ? AND models = ? AND codebook = ?').pluck()
  const insert = db.prepare('INSERT INTO readers (version, models, codebook) VALUES (?, ?, ?)')
  return ({ version, models, codebook }: NewsRecord['reader']): number => {
    const values = [version, JSON.stringify(models), codebook]
    return (find.get(values) as number | undefined) ?? Number(insert.run(values).lastInsertRowid)
  }
}

/** An older reading stays; lists no longer show it, and it no longer counts. */
function openOutdate(db: Database.Database): (reading: number) => void {
  const run = [
    'UPDATE readings SET newest = 0 WHERE reading = @reading',
    `UPDATE named SET reports = reports - 1, mentions = mentions - (SELECT count(*) FROM mentions m JOIN entities e ON e.reading = m.reading AND e.n = m.entity WHERE e.reading = @reading AND e.named = named.named AND m.form <> 'title')
     WHERE named IN (SELECT named FROM entities WHERE reading = @reading)`,
    `UPDATE named SET statements = statements - (SELECT count(*) FROM statements s WHERE s.reading = @reading AND s.speaker_named = named.named)
     WHERE named IN (SELECT speaker_named FROM statements WHERE reading = @reading)`,
    `UPDATE named SET acts = acts - (SELECT count(*) FROM events v JOIN roles o USING (event) WHERE v.reading = @reading AND o.named = named.named AND o.role = 'actor'),
       receives = receives - (SELECT count(*) FROM events v JOIN roles o USING (event) WHERE v.reading = @reading AND o.named = named.named AND o.role = 'recipient')
     WHERE named IN (SELECT o.named FROM events v JOIN roles o USING (event) WHERE v.reading = @reading)`,
    'UPDATE statements SET newest = 0 WHERE reading = @reading',
    'UPDATE events SET newest = 0 WHERE reading = @reading',
  ].map((sql) => db.prepare(sql))
  return (reading) => {
    for (const statement of run) statement.run({ reading })
  }
}

interface Code {
  country?: string
  sectors: string[]
}

/** Puts the rows of one reading in. */
function openRows(db: Database.Database) {
  const insert = (table: string, columns: string) =>
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?')})`)
  const named = openNamed(db)
  const entity = insert('entities', 'reading, n, id, named, basis')
  const mention = insert('mentions', 'reading, entity, n, start, "end", form')
  const time = insert('times', 'reading, n, id, start, "end", type, value, mod, "from", "to", anchor, said, calendar')
  const place = insert('places', 'reading, n, id, start, "end", entity, country, lat, lon')
  const statement = insert(
    'statements',
    'reading, n, id, source_start, source_end, cue_start, cue_end, quotation, act, negated, "to", speaker, "when", when_basis, "where", within, occasion_start, occasion_end, confidence, report, newest, published, day, speaker_named, place_named, place_country',
  )
  const content = insert('contents', 'statement, n, part, start, "end"')
  const event = insert(
    'events',
    'reading, n, id, type, mode, contexts, trigger_start, trigger_end, "when", when_basis, "where", killed, injured, arrested, size, counts, status, word, why, confidence, report, newest, published, day, word_named, place_named, place_country',
  )
  const role = insert('roles', 'event, role, n, start, "end", entity, named')
  const link = insert('links', 'reading, n, "from", "to", kind')
  const note = insert('notes', 'reading, n, code, message, start, "end"')
  const words = insert('statement_words', 'rowid, content')

  return (report: number, reading: number, record: NewsRecord): void => {
    const { text, published } = record.report
    const slice = ({ start, end }: Span) => text.slice(start, end)
    const entities = new Map(record.entities.map((row) => [row.id, row]))
    const times = new Map(record.times.map((row) => [row.id, row]))
    const places = new Map(record.places.map((row) => [row.id, row]))
    const statements = new Map(record.statements.map((row) => [row.id, row]))
    const numbers = new Map<string, number>()
    const seen = new Set<number>()
    record.entities.forEach((row, n) => {
      const number = named(row.name, row.kind, row.code, row.link)
      numbers.set(row.id, number)
      entity.run(reading, n, row.id, number, row.code?.basis)
      row.mentions.forEach(({ start, end, form }, m) => {
        mention.run(reading, n, m, start, end, form)
      })
      row.titles.forEach(({ start, end }, m) => {
        mention.run(reading, n, row.mentions.length + m, start, end, 'title')
      })
      named.count(number, { reports: seen.has(number) ? 0 : 1, mentions: row.mentions.length })
      seen.add(number)
    })
    const numberOf = (id: string | undefined, span?: Span | null): number | undefined =>
      (id === undefined ? undefined : numbers.get(id)) ?? (span ? named(slice(span), '') : undefined)
    const dayOf = (id: string | undefined) => (id === undefined ? undefined : times.get(id)?.from?.slice(0, 10))
    const placeOf = (id: string | undefined) => {
      const row = id === undefined ? undefined : places.get(id)
      return {
        number: row && numberOf(row.entity, row),
        country: row?.country ?? codeOf(row?.entity, entities)?.country,
      }
    }
    record.times.forEach((row, n) => {
      const { start, end, type, value, mod, from, to, anchor, said, calendar } = row
      time.run(reading, n, row.id, start, end, type, value, mod, from, to, anchor, said, calendar)
    })
    record.places.forEach((row, n) => {
      place.run(reading, n, row.id, row.start, row.end, row.entity, row.country, row.lat, row.lon)
    })
    const speakers = new Map<string, number | undefined>()
    record.statements.forEach((row, n) => {
      const speaker = numberOf(row.speaker, row.source)
      speakers.set(row.id, speaker)
      const where = placeOf(row.where)
      const number = Number(
        statement.run(
          reading,
          n,
          row.id,
          row.source?.start,
          row.source?.end,
          row.cue?.start,
          row.cue?.end,
          row.quotation,
          row.act,
          row.negated ? 1 : 0,
          row.to.length > 0 ? JSON.stringify(row.to) : null,
          row.speaker,
          row.when,
          row.whenBasis,
          row.where,
          row.within,
          row.occasion?.start,
          row.occasion?.end,
          row.confidence,
          report,
          1,
          published ?? '',
          dayOf(row.when) ?? published?.slice(0, 10) ?? '',
          speaker,
          where.number,
          where.country,
        ).lastInsertRowid,
      )
      for (const part of ['content', 'quoted'] as const)
        row[part]?.forEach(({ start, end }, c) => {
          content.run(number, c, part, start, end)
        })
      words.run(number, row.content.map(slice).join(' … '))
      if (speaker !== undefined) named.count(speaker, { statements: 1 })
    })
    record.events.forEach((row, n) => {
      const { killed, injured, arrested, size } = row
      const counts = killed || injured || arrested || size ? JSON.stringify({ killed, injured, arrested, size }) : null
      const where = placeOf(row.where)
      const number = Number(
        event.run(
          reading,
          n,
          row.id,
          row.type,
          row.mode,
          JSON.stringify(row.contexts),
          row.trigger.start,
          row.trigger.end,
          row.when,
          row.whenBasis,
          row.where,
          killed?.value,
          injured?.value,
          arrested?.value,
          size?.value,
          counts,
          row.status,
          row.word.statement,
          row.why,
          row.confidence,
          report,
          1,
          published ?? '',
          dayOf(row.when) ?? published?.slice(0, 10) ?? '',
          wordOf(row.word.statement, statements, speakers),
          where.number,
          where.country,
        ).lastInsertRowid,
      )
      for (const [part, kind] of [
        ['actors', 'actor'],
        ['recipients', 'recipient'],
      ] as const)
        row[part].forEach((span, r) => {
          const who = numberOf(span.entity, span) as number
          role.run(number, kind, r, span.start, span.end, span.entity, who)
          named.count(who, kind === 'actor' ? { acts: 1 } : { receives: 1 })
        })
    })
    record.links.forEach(({ from, to, kind }, n) => {
      link.run(reading, n, from, to, kind)
    })
    record.notes.forEach(({ code, message, start, end }, n) => {
      note.run(reading, n, code, message, start, end)
    })
  }
}

const codeOf = (id: string | undefined, entities: ReadonlyMap<string, Entity>): Code | undefined =>
  id === undefined ? undefined : entities.get(id)?.code

/** Who answers for an event's word: the innermost statement's speaker. */
function wordOf(
  id: string | undefined,
  statements: ReadonlyMap<string, Statement>,
  speakers: ReadonlyMap<string, number | undefined>,
): number | undefined {
  return id === undefined || !statements.has(id) ? undefined : speakers.get(id)
}

/** Numbers of names over all reports, and what is counted of them. */
function openNamed(db: Database.Database) {
  const find = db
    .prepare('SELECT named FROM named WHERE name = ? AND kind = ? AND country = ? AND sectors = ? AND link = ?')
    .pluck()
  const insert = db.prepare('INSERT INTO named (name, kind, country, sectors, link) VALUES (?, ?, ?, ?, ?)')
  const add = db.prepare(
    'UPDATE named SET reports = reports + ?, mentions = mentions + ?, statements = statements + ?, acts = acts + ?, receives = receives + ? WHERE named = ?',
  )
  const named = (name: string, kind: string, code?: Code, link = ''): number => {
    const values = [name, kind, code?.country ?? '', JSON.stringify(code?.sectors ?? []), link]
    return (find.get(values) as number | undefined) ?? Number(insert.run(values).lastInsertRowid)
  }
  interface Counts {
    reports?: number
    mentions?: number
    statements?: number
    acts?: number
    receives?: number
  }
  named.count = (number: number, { reports = 0, mentions = 0, statements = 0, acts = 0, receives = 0 }: Counts) =>
    add.run(reports, mentions, statements, acts, receives, number)
  return named
}
