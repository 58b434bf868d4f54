import type { Entity, Event, Record as NewsRecord, Role, Statement } from '../record/types.ts'
import { type LookUp, lookUpIn } from './look-up.ts'
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
  const look = lookUpIn(record)
  return {
    statements: record.statements.map((statement) => statementRow(look, statement)),
    events: record.events.map((event) => eventRow(look, event)),
  }
}

/** The time of a row, by its id. */
function datedOf({ time, words }: LookUp, id: string | undefined): Dated | undefined {
  const found = time(id)
  return found && { value: found.value, from: found.from, to: found.to, text: words(found) }
}

function locatedOf({ place, entity, words }: LookUp, id: string | undefined): Located | undefined {
  const found = place(id)
  if (!found) return undefined
  const { country, lat, lon, level } = found
  return { name: entity(found.entity)?.name ?? words(found), country, lat, lon, level }
}

function statementRow(look: LookUp, statement: Statement): StatementRow {
  const own = {
    speaker: withRole(look, statement),
    to: statement.to.map((to) => nameOf(look.entity(to))).filter((named) => named !== undefined),
    when: datedOf(look, statement.when),
    where: locatedOf(look, statement.where),
  }
  return rowOf(look, 'statements', statement, own) as unknown as StatementRow
}

function eventRow(look: LookUp, event: Event): EventRow {
  const own = {
    actors: event.actors.map((role) => roleOf(look, role)),
    recipients: event.recipients.map((role) => roleOf(look, role)),
    when: datedOf(look, event.when),
    where: locatedOf(look, event.where),
    word: wordOf(look, event.word.statement),
  }
  return rowOf(look, 'events', event, own) as unknown as EventRow
}

function rowOf(look: LookUp, list: 'statements' | 'events', row: Statement | Event, own: { [field: string]: unknown }) {
  const values = { value: (field: string) => (row as { [field: string]: unknown })[field], words: look.words }
  return { list, ...fromReport(look, row.id), ...rowFields(list, values, own) }
}

function fromReport({ record: { report } }: LookUp, id: string) {
  const { published, outlet, title, url } = report
  return { key: `${report.id}#${id}`, report: report.id, published, outlet, title, url }
}

/** The same, with the first of the titles that the report gives them. */
function withRole(look: LookUp, statement: Statement): Named | undefined {
  const speaker = speakerOf(look, statement)
  const [title] = look.entity(statement.speaker)?.titles ?? []
  return speaker && title ? { ...speaker, role: look.words(title) } : speaker
}

/** Who answers for a statement: its entity, with the source's words; the words alone where no entity is known. */
function speakerOf(look: LookUp, { source, speaker }: Statement): Named | undefined {
  const entity = nameOf(look.entity(speaker))
  if (!source) return entity
  const text = look.words(source)
  return { ...(entity ?? { name: text }), text, span: source }
}

function roleOf(look: LookUp, { entity, start, end }: Role): Named {
  const text = look.words({ start, end })
  return { ...(nameOf(look.entity(entity)) ?? { name: text }), text, span: { start, end } }
}

function nameOf(entity: Entity | undefined): Named | undefined {
  if (!entity) return undefined
  const { id, name, kind, code, link } = entity
  return { id, name, kind, country: code?.country, sectors: code?.sectors, link }
}

/** The statements that an event stands on, outermost first. */
function wordOf(look: LookUp, id: string | undefined): EventRow['word'] {
  const word: EventRow['word'] = []
  const seen = new Set<string>()
  for (let at = look.statement(id); at && !seen.has(at.id); at = look.statement(at.within)) {
    seen.add(at.id)
    word.unshift({ statement: at.id, speaker: speakerOf(look, at), act: at.act })
  }
  return word
}
