import type Database from 'better-sqlite3'
import { inFieldOrder } from '../record/fields.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import { known } from './known.ts'
import { fieldsFrom, type IdAt, type Ids, readColumns, type StoredRow } from './stored.ts'
import { ownId, PUBLISHED } from './write-rows.ts'

/** Records put together again from the tables, byte for byte: fields in the reader's own order, those that were not there left out. */
export interface Rebuild {
  /** the record of a machine's newest reading of a report, by the report's id */
  byId(report: string): NewsRecord | undefined
  /** the record of a report as people decided: what they mended and added lies over what the machine read */
  decided(report: string): NewsRecord | undefined
  /** the record of one reading as it is now: what lies over another changes */
  anew(reading: number): NewsRecord
  /** the record of one reading; the last few are kept at hand */
  byReading(reading: number): NewsRecord
}

type Row = StoredRow

const ABOUT = ['published', 'title', 'outlet', 'url', 'byline']
const TIME = ['start', 'end', 'id', 'type', 'value', 'mod', 'from', 'to', 'anchor', 'said', 'calendar']
const STATEMENT = ['statement', ...readColumns('statements')]
const EVENT = ['event', ...readColumns('events'), 'counts']

/** Records kept at hand: lists walk through rows of the same reports. */
const AT_HAND = 64

export function openRebuild(db: Database.Database): Rebuild {
  const select = (columns: readonly string[], from: string, order = 'n') =>
    openRows(db, columns, `${from} WHERE reading = ? ORDER BY ${order}`)
  const about = db.prepare<[number], Row>(
    `SELECT r.id, r.text, r.sha256, ${ABOUT.map((field) => `r.${field}`)}, g.about, g.language, g.dateline, d.version, d.models, d.codebook
     FROM readings g JOIN reports r USING (report) JOIN readings b ON b.reading = coalesce(g.over, g.reading)
     JOIN readers d ON d.reader = b.reader WHERE g.reading = ?`,
  )
  const entities = select(
    ['n', 'id', 'basis', 'name', 'kind', 'country', 'sectors', 'link'],
    'entities JOIN named USING (named)',
  )
  const mentions = select(['entity', 'start', 'end', 'form'], 'mentions', "entity, form = 'title', start, length DESC")
  const times = select(TIME, 'times')
  const places = select(
    ['start', 'end', 'id', 'entity', 'country', 'lat', 'lon', 'level', 'basis', 'geonames', 'candidates'],
    'places LEFT JOIN spots USING (spot)',
  )
  const statements = select(STATEMENT, 'statements')
  const contents = openRows(
    db,
    ['statement', 'part', 'start', 'end'],
    'contents JOIN statements USING (statement) WHERE reading = ? ORDER BY statements.n, part_code, contents.n',
  )
  const events = select(EVENT, 'events')
  const roles = openRows(
    db,
    ['event', 'role', 'start', 'end', 'entity'],
    'roles JOIN events USING (event) WHERE reading = ? ORDER BY events.n, role_code, roles.n',
  )
  const links = select(['from', 'to', 'kind'], 'links')
  const notes = select(['code', 'message', 'start', 'end'], 'notes')
  const newest = db.prepare<[string], { reading: number; over: number | null }>(
    'SELECT reading, over FROM readings JOIN reports USING (report) WHERE id = ? AND newest',
  )

  const make = (reading: number): NewsRecord => {
    const { id, text, sha256, about: own, language, dateline: opening, ...of } = about.get(reading) as Row
    const { published, title, outlet, url, byline } = own === null ? of : parse(own)
    const mentionsOf = grouped(mentions(reading), 'entity')
    const contentsOf = grouped(contents(reading), 'statement')
    const rolesOf = grouped(roles(reading), 'event')
    const found = {
      entities: entities(reading).map((row) => entityOf(row, mentionsOf.get(row.n) ?? [])),
      times: times(reading).map(withId(ownId.time)),
      places: places(reading).map(withId(ownId.place)),
      statements: statements(reading),
    }
    const ids: Ids = {
      entity: idAt(found.entities),
      time: idAt(found.times),
      place: idAt(found.places),
      statement: idAt(found.statements),
    }
    return {
      schema: 'onrecord/1',
      report: known({
        id,
        text,
        sha256,
        published,
        title,
        outlet,
        url,
        byline,
        language,
        dateline: opening && parse(opening),
      }),
      reader: { version: of.version, models: parse(of.models), codebook: of.codebook },
      entities: found.entities,
      times: found.times.map((row) => timeOf(row, ids)),
      places: found.places.map((row) => placeOf(row, ids)),
      statements: found.statements.map((row) => statementOf(row, contentsOf.get(row.statement) ?? [], ids)),
      events: events(reading).map((row) => eventOf(row, rolesOf.get(row.event) ?? [], ids)),
      links: links(reading),
      notes: notes(reading),
    } as unknown as NewsRecord
  }

  const atHand = new Map<number, NewsRecord>()
  const byReading = (reading: number): NewsRecord => {
    const kept = atHand.get(reading)
    if (kept) return kept
    const record = make(reading)
    if (atHand.size >= AT_HAND) atHand.delete(atHand.keys().next().value as number)
    atHand.set(reading, record)
    return record
  }
  return {
    anew: make,
    byReading,
    byId(report) {
      const found = newest.get(report)
      return found && byReading(found.over ?? found.reading)
    },
    decided(report) {
      const found = newest.get(report)
      return found && (found.over === null ? byReading(found.reading) : make(found.reading))
    },
  }
}

const idAt =
  (rows: readonly Row[]): IdAt =>
  (place) =>
    place === undefined ? undefined : (rows[place as number].id as string)

/** The row with the id that its span gives it, where it has no other; the id stands after the span. */
const withId =
  (own: (row: never) => string) =>
  ({ start, end, id, ...row }: Row): Row => ({ start, end, id: id ?? own({ start, end, ...row } as never), ...row })

const parse = (text: unknown) => JSON.parse(text as string)
const plainSpan = ({ start, end }: Row) => ({ start, end })

function entityOf({ id, kind, name, country, sectors, basis, link }: Row, mentions: Row[]): Row {
  const spans = mentions.filter(({ form }) => form !== 'title').map(({ start, end, form }) => ({ start, end, form }))
  const code =
    basis === undefined ? undefined : known({ country: country || undefined, sectors: parse(sectors), basis })
  return known({
    id: id ?? ownId.entity({ kind, mentions: spans } as never),
    kind,
    name,
    mentions: spans,
    titles: mentions.filter(({ form }) => form === 'title').map(plainSpan),
    code,
    link: link || undefined,
  }) as Row
}

function timeOf({ start, end, id, type, value, mod, from, to, anchor, said, calendar }: Row, ids: Ids) {
  const resolvedFrom = anchor === PUBLISHED ? 'published' : ids.time(anchor)
  return known({ start, end, id, type, value, mod, from, to, anchor: resolvedFrom, said, calendar })
}

function placeOf({ start, end, id, entity, ...row }: Row, ids: Ids) {
  return known({ start, end, id, entity: ids.entity(entity), ...row })
}

function statementOf(row: Row, contents: Row[], ids: Ids) {
  const part = (name: string) => contents.filter((content) => content.part === name).map(plainSpan)
  const quoted = part('quoted')
  return inFieldOrder('statements', {
    ...fieldsFrom('statements', row, ids),
    content: part('content'),
    quoted: quoted.length > 0 ? quoted : undefined,
  })
}

function eventOf(row: Row, roles: Row[], ids: Ids) {
  const part = (name: string) =>
    roles
      .filter(({ role }) => role === name)
      .map(({ start, end, entity }) => known({ start, end, entity: ids.entity(entity) }))
  return inFieldOrder('events', {
    ...fieldsFrom('events', row, ids),
    actors: part('actor'),
    recipients: part('recipient'),
  })
}

/** What a query finds for a reading: rows without the columns that are null. Arrays are asked for, because objects take twice the time. */
function openRows(db: Database.Database, columns: readonly string[], from: string): (reading: number) => Row[] {
  const query = db
    .prepare<[number], (string | number | null)[]>(
      `SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM ${from}`,
    )
    .raw()
  return (reading) =>
    query.all(reading).map((cells) => {
      const row: Row = {}
      for (let at = 0; at < cells.length; at++) if (cells[at] !== null) row[columns[at]] = cells[at]
      return row
    })
}

function grouped(rows: Row[], column: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>()
  for (const row of rows) {
    const group = groups.get(row[column])
    if (group) group.push(row)
    else groups.set(row[column], [row])
  }
  return groups
}
