import type Database from 'better-sqlite3'
import { idFrom } from '../record/id.ts'
import type { Entity, Event, Record as NewsRecord, Place as PlaceRow, Span, Statement } from '../record/types.ts'
import { numberOf } from './lists.ts'
import { lastDay } from './migrations/functions.ts'
import { dayNumberOf, secondsOf, UNDATED_DAY } from './moments.ts'
import { type PlaceOf, type RowPlaces, valuesOf, writtenColumns } from './stored.ts'
import { openNamed } from './write-named.ts'

/** What stands for 'published' among the places of times. */
export const PUBLISHED = -1

/** The ids that rows of a record have by their spans alone; only others are written down. */
export const ownId = {
  entity: ({ kind, mentions: [{ start, end }] }: Pick<Entity, 'kind' | 'mentions'>) => idFrom('e', [start, end, kind]),
  time: ({ start, end, type }: Span & { type: string }) => idFrom('t', [start, end, type]),
  place: ({ start, end }: Span) => idFrom('p', [start, end]),
}

/** Puts the rows of one reading in. */
export function openRowWriter(db: Database.Database): (report: number, reading: number, record: NewsRecord) => void {
  const insert = (table: string, columns: string) =>
    db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.split(',').map(() => '?')})`)
  const entities = openEntities(db, insert)
  const dated = openDated(db, insert)
  const statements = openStatements(insert)
  const events = openEvents(insert)
  const link = insert('links', 'reading, n, "from", "to", kind')
  const note = insert('notes', 'reading, n, code, message, start, "end"')
  return (report, reading, record) => {
    const at = placesOf(record)
    const { named, numberOf } = entities(reading, record)
    dated(reading, record, at)
    const written: Writing = { report, reading, record, at, named, ...lookUp(record, numberOf), numberOf }
    const speakers = statements(written)
    events(written, speakers)
    record.links.forEach(({ from, to, kind }, n) => {
      link.run(reading, n, from, to, kind)
    })
    record.notes.forEach(({ code, message, start, end }, n) => {
      note.run(reading, n, code, message, start, end)
    })
  }
}

type Insert = (table: string, columns: string) => Database.Statement

/** The number of who is named by an entity's id, or else by the words of a span. */
type NumberOf = (id: string | undefined, span?: Span | null) => number | undefined

/** What the rows of one reading are written with. */
interface Writing {
  report: number
  reading: number
  record: NewsRecord
  at: RowPlaces
  named: ReturnType<typeof openNamed>
  numberOf: NumberOf
  /** first and last day since 1970 of a time, and how exactly that is known; else of publication */
  day(time: string | undefined): Day
  where(place: string | undefined): { number?: number; country?: string }
}

type Day = [first: number, last: number | null, precision: number | null]

function placesOf({ entities, times, places, statements }: NewsRecord): RowPlaces {
  const of = (rows: readonly { id: string }[]): PlaceOf => {
    const found = new Map(rows.map(({ id }, n) => [id, n]))
    return (id) => (id === undefined ? undefined : found.get(id))
  }
  return { entity: of(entities), time: of(times), place: of(places), statement: of(statements) }
}

function lookUp({ report: { published }, entities, times, places }: NewsRecord, numberOf: NumberOf) {
  const starts = new Map(times.map((time) => [time.id, time]))
  const spots = new Map(places.map((row) => [row.id, row]))
  const countries = new Map(entities.map(({ id, code }) => [id, code?.country]))
  const publication = dayNumberOf(published)
  const ofPublication: Day = publication === UNDATED_DAY ? [publication, null, null] : [publication, publication, 0]
  return {
    day(time: string | undefined): Day {
      const found = time === undefined ? undefined : starts.get(time)
      const day = dayNumberOf(found?.from)
      if (!found || day === UNDATED_DAY) return ofPublication
      const dates = lastDay(found)
      return [day, dates?.last ?? day, dates?.precision ?? 0]
    },
    where(place: string | undefined) {
      const row = place === undefined ? undefined : spots.get(place)
      if (!row) return {}
      const country = row.country ?? (row.entity === undefined ? undefined : countries.get(row.entity))
      return { number: numberOf(row.entity, row), country }
    },
  }
}

/** Entities and their mentions. */
function openEntities(db: Database.Database, insert: Insert) {
  const named = openNamed(db)
  const entity = insert('entities', 'reading, n, id, named, basis_code')
  const mention = insert('mentions', 'reading, entity, start, length, form_code')
  return (reading: number, { report: { text }, entities }: NewsRecord) => {
    const numbers = new Map<string, number>()
    const seen = new Set<number>()
    entities.forEach((row, n) => {
      const number = named.numberOf(row.name, row.kind, row.code, row.link)
      const stands = named.standsFor(number)
      numbers.set(row.id, stands)
      entity.run(reading, n, row.id === ownId.entity(row) ? null : row.id, number, numberOf('basis', row.code?.basis))
      for (const { start, end, form } of mentionsOf(row))
        mention.run(reading, n, start, end - start, numberOf('form', form))
      named.count(stands, { reports: seen.has(stands) ? 0 : 1, mentions: row.mentions.length })
      seen.add(stands)
    })
    const who: NumberOf = (id, span) =>
      (id === undefined ? undefined : numbers.get(id)) ??
      (span ? named.standsFor(named.numberOf(text.slice(span.start, span.end), '')) : undefined)
    return { named, numberOf: who }
  }
}

function mentionsOf({ mentions, titles }: Entity): (Span & { form: string })[] {
  return [...mentions, ...titles.map((span) => ({ ...span, form: 'title' }))]
}

/** Times and places. */
function openDated(db: Database.Database, insert: Insert) {
  const time = insert(
    'times',
    'reading, n, id, start, "end", type_code, value, mod, "from", "to", anchor, said, calendar',
  )
  const place = insert('places', 'reading, n, id, start, "end", entity, spot, basis, candidates')
  const spot = openSpots(db)
  return (reading: number, { times, places }: NewsRecord, at: RowPlaces) => {
    times.forEach((row, n) => {
      const { start, end, type, value, mod, from, to, said, calendar } = row
      const id = row.id === ownId.time(row) ? null : row.id
      const anchor = row.anchor === 'published' ? PUBLISHED : at.time(row.anchor)
      time.run(reading, n, id, start, end, numberOf('type', type), value, mod, from, to, anchor, said, calendar)
    })
    places.forEach((row, n) => {
      const { start, end, entity, basis, candidates } = row
      const id = row.id === ownId.place(row) ? null : row.id
      place.run(reading, n, id, start, end, at.entity(entity), spot(row), basis, candidates)
    })
  }
}

/** The number of a spot on the earth; none where nothing is known of it. */
function openSpots(db: Database.Database) {
  const find = db
    .prepare('SELECT spot FROM spots WHERE country IS ? AND lat IS ? AND lon IS ? AND level IS ? AND geonames IS ?')
    .pluck()
  const insert = db.prepare('INSERT INTO spots (country, lat, lon, level, geonames) VALUES (?, ?, ?, ?, ?)')
  return ({ country, lat, lon, level, geonames }: PlaceRow): number | undefined => {
    const values = [country ?? null, lat ?? null, lon ?? null, level ?? null, geonames ?? null]
    if (values.every((value) => value === null)) return undefined
    return (find.get(values) as number | undefined) ?? Number(insert.run(values).lastInsertRowid)
  }
}

/** What lists are searched by, after the fields of a row. */
const SEARCHED = ['report', 'newest', 'published_at', 'day_number', 'last_day_number', 'date_precision_code']
const PLACED = ['place_named', 'place_country']
const quoted = (columns: readonly string[]) => columns.map((column) => `"${column}"`).join(', ')

/** Statements and their contents; gives the number of each one's speaker. */
function openStatements(insert: Insert): (writing: Writing) => Map<string, number | undefined> {
  const statement = insert(
    'statements',
    quoted(['reading', 'n', ...writtenColumns('statements'), ...SEARCHED, 'speaker_named', ...PLACED]),
  )
  const content = insert('contents', 'statement, n, part_code, start, "end"')
  const words = insert('statement_words', 'rowid, content, speaker')
  return ({ report, reading, record, at, named, numberOf: who, day, where }) => {
    const moment = secondsOf(record.report.published)
    const speakers = new Map<string, number | undefined>()
    record.statements.forEach((row: Statement, n) => {
      const speaker = who(row.speaker, row.source)
      speakers.set(row.id, speaker)
      const place = where(row.where)
      const searched = [report, 1, moment, ...day(row.when), speaker, place.number, place.country]
      const { lastInsertRowid } = statement.run(reading, n, ...valuesOf('statements', row, at), ...searched)
      for (const part of ['content', 'quoted'] as const)
        row[part]?.forEach(({ start, end }, c) => {
          content.run(lastInsertRowid, c, numberOf('part', part), start, end)
        })
      const said = spokenOf(record, row)
      words.run(lastInsertRowid, said.content, said.speaker)
      if (speaker !== undefined) named.count(speaker, { statements: 1 })
    })
    return speakers
  }
}

/** What a statement is found by: what is said, and who speaks, by name and in the words of the report. */
export function spokenOf({ report: { text }, entities }: NewsRecord, { speaker, source, content }: Statement) {
  const name = speaker === undefined ? undefined : entities.find(({ id }) => id === speaker)?.name
  const words = ({ start, end }: Span) => text.slice(start, end)
  return {
    content: content.map(words).join(' … '),
    speaker: [name, source ? words(source) : undefined].filter(Boolean).join(' '),
  }
}

/** Events, and who has which role in them. */
function openEvents(insert: Insert) {
  const event = insert(
    'events',
    quoted(['reading', 'n', ...writtenColumns('events'), 'counts', ...SEARCHED, 'word_named', ...PLACED]),
  )
  const role = insert('roles', 'event, role_code, n, start, "end", entity, named')
  return (writing: Writing, speakers: ReadonlyMap<string, number | undefined>): void => {
    const { report, reading, record, at, named, numberOf: who, day, where } = writing
    const moment = secondsOf(record.report.published)
    record.events.forEach((row, n) => {
      const place = where(row.where)
      const word = row.word.statement
      // who answers for its word: the speaker of the innermost statement
      const teller = word === undefined ? undefined : speakers.get(word)
      const searched = [report, 1, moment, ...day(row.when), teller, place.number, place.country]
      const { lastInsertRowid } = event.run(reading, n, ...valuesOf('events', row, at), countsOf(row), ...searched)
      for (const [part, kind] of ROLES)
        row[part].forEach((span, r) => {
          const party = who(span.entity, span) as number
          role.run(lastInsertRowid, numberOf('role', kind), r, span.start, span.end, at.entity(span.entity), party)
          named.count(party, kind === 'actor' ? { acts: 1 } : { receives: 1 })
        })
    })
  }
}

/** Counts with their spans, as JSON. */
function countsOf({ killed, injured, arrested, size }: Event): string | null {
  return killed || injured || arrested || size ? JSON.stringify({ killed, injured, arrested, size }) : null
}

const ROLES = [
  ['actors', 'actor'],
  ['recipients', 'recipient'],
] as const
