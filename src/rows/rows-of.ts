import { byId } from '../record/by-id.ts'
import type { Entity, Event, Record as NewsRecord, Role, Span, Statement } from '../record/types.ts'
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
  const { id, source, cue, content, occasion, quotation, act, negated, whenBasis, within, confidence } = statement
  return {
    list: 'statements',
    ...fromReport(look, id, confidence),
    id,
    speaker: speakerOf(look, statement),
    source: source ? look.words(source) : undefined,
    cue: cue ? look.words(cue) : undefined,
    content: content.map(look.words).join(' … '),
    spans: { source, cue, content, occasion },
    quotation,
    act,
    negated,
    to: statement.to.map((to) => nameOf(look.entity(to))).filter((named) => named !== undefined),
    occasion: occasion ? look.words(occasion) : undefined,
    when: look.when(statement.when),
    whenBasis,
    where: look.where(statement.where),
    within,
  }
}

function eventRow(look: Look, event: Event): EventRow {
  const { id, type, mode, contexts, trigger, whenBasis, status, why, confidence } = event
  return {
    list: 'events',
    ...fromReport(look, id, confidence),
    id,
    type,
    mode,
    contexts,
    trigger: look.words(trigger),
    spans: { trigger },
    actors: event.actors.map((role) => roleOf(look, role)),
    recipients: event.recipients.map((role) => roleOf(look, role)),
    when: look.when(event.when),
    whenBasis,
    where: look.where(event.where),
    killed: event.killed?.value,
    injured: event.injured?.value,
    arrested: event.arrested?.value,
    size: event.size?.value,
    status,
    word: wordOf(look, event.word.statement),
    why,
  }
}

function fromReport({ record: { report } }: Look, id: string, confidence: number) {
  const { published, outlet, title, url } = report
  return { key: `${report.id}#${id}`, report: report.id, published, outlet, title, url, confidence }
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
