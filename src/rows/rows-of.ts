import { byId } from '../record/by-id.ts'
import type { Entity, Event, Record as NewsRecord, Role, Span, Statement } from '../record/types.ts'
import { rowFields } from './row-fields.ts'
import type { Dated, EventRow, Located, Named, StatementRow } from './rows.ts'

/** The rows that one record gives. */
export interface RecordRows {
  statements: StatementRow[]
  events: EventRow[]
}

/**
 * The rows of one record, as a desk that holds only its report would give them, before any decision.
 *
 * @example rowsOf(record).statements[0].speaker?.name // 'Ilse Marek'
 */
export function rowsOf(record: NewsRecord): RecordRows {
  const look = lookOf(record)
  return {
    statements: record.statements.map((statement) => statementRow(look, statement)),
    events: record.events.map((event) => eventRow(look, event)),
  }
}

/** A record with its rows at hand by their ids. */
interface Look {
  record: NewsRecord
  words(span: Span): string
  entity(id: string | undefined): Entity | undefined
  when(id: string | undefined): Dated | undefined
  where(id: string | undefined): Located | undefined
  statement(id: string | undefined): Statement | undefined
}

function lookOf(record: NewsRecord): Look {
  const words = ({ start, end }: Span) => record.report.text.slice(start, end)
  const entity = byId(record.entities)
  const time = byId(record.times)
  const place = byId(record.places)
  return {
    record,
    words,
    entity,
    when(id) {
      const found = time(id)
      return found && { value: found.value, from: found.from, to: found.to, text: words(found) }
    },
    where(id) {
      const found = place(id)
      if (!found) return undefined
      const { country, lat, lon } = found
      return { name: entity(found.entity)?.name ?? words(found), country, lat, lon }
    },
    statement: byId(record.statements),
  }
}

function statementRow(look: Look, statement: Statement): StatementRow {
  const own = {
    speaker: speakerOf(look, statement),
    to: statement.to.map((to) => nameOf(look.entity(to))).filter((named) => named !== undefined),
    when: look.when(statement.when),
    where: look.where(statement.where),
  }
  return rowOf(look, 'statements', statement, own) as unknown as StatementRow
}

function eventRow(look: Look, event: Event): EventRow {
  const own = {
    actors: event.actors.map((role) => roleOf(look, role)),
    recipients: event.recipients.map((role) => roleOf(look, role)),
    when: look.when(event.when),
    where: look.where(event.where),
    word: wordOf(look, event.word.statement),
  }
  return rowOf(look, 'events', event, own) as unknown as EventRow
}

function rowOf(look: Look, list: 'statements' | 'events', row: Statement | Event, own: { [field: string]: unknown }) {
  const values = { value: (field: string) => (row as { [field: string]: unknown })[field], words: look.words }
  return { list, ...fromReport(look, row.id), ...rowFields(list, values, own) }
}

function fromReport({ record: { report } }: Look, id: string) {
  const { published, outlet, title, url } = report
  return { key: `${report.id}#${id}`, report: report.id, published, outlet, title, url }
}

/** Who answers for a statement: its entity, with the source's words; the words alone where no entity is known. */
function speakerOf(look: Look, { source, speaker }: Statement): Named | undefined {
  const entity = nameOf(look.entity(speaker))
  if (!source) return entity
  const text = look.words(source)
  return { ...(entity ?? { name: text }), text, span: source }
}

function roleOf(look: Look, { entity, start, end }: Role): Named {
  const text = look.words({ start, end })
  return { ...(nameOf(look.entity(entity)) ?? { name: text }), text, span: { start, end } }
}

function nameOf(entity: Entity | undefined): Named | undefined {
  if (!entity) return undefined
  const { id, name, kind, code, link } = entity
  return { id, name, kind, country: code?.country, sectors: code?.sectors, link }
}

/** The statements that an event stands on, outermost first. */
function wordOf(look: Look, id: string | undefined): EventRow['word'] {
  const word: EventRow['word'] = []
  const seen = new Set<string>()
  for (let at = look.statement(id); at && !seen.has(at.id); at = look.statement(at.within)) {
    seen.add(at.id)
    word.unshift({ statement: at.id, speaker: speakerOf(look, at), act: at.act })
  }
  return word
}
