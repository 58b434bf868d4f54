import { readBrat, type Standoff, statementsOf } from '../export/read-brat.ts'
import { checkRecord } from '../record/check.ts'
import { Failure } from '../record/failure.ts'
import type { Record as NewsRecord, Span } from '../record/types.ts'

/** A statement as people marked it; what a form does not tell is left out, null is told as not there. */
export interface GoldStatement {
  content: Span[]
  source?: Span | null
  cue?: Span | null
  /** name of the speaker's entity */
  speaker?: string | null
  quotation?: string
  act?: string
  negated?: boolean
}

/** An event as people marked it. */
export interface GoldEvent {
  type: string
  /** its words, and those that tell of it again */
  told: Span[]
  status?: string
  mode?: string | null
  actors?: Span[]
  recipients?: Span[]
}

/** A report that people marked whole. */
export interface GoldReport {
  id: string
  text: string
  statements: GoldStatement[]
  events: GoldEvent[]
}

/**
 * The gold of a JSONL file: records in the record's own form, one a line, as `onrecord read --jsonl` writes them.
 *
 * @throws Failure `not-of-format` with the line's number
 */
export function goldOfJsonl(text: string, file: string): GoldReport[] {
  return text.split(/\r?\n/).flatMap((line, at) => {
    if (line.trim() === '') return []
    const fault = (says: string) => new Failure('not-of-format', `${file}:${at + 1}: ${says}`)
    let record: NewsRecord
    try {
      record = JSON.parse(line)
    } catch {
      throw fault('the line is not JSON')
    }
    if (typeof record !== 'object' || record?.schema !== 'onrecord/1')
      throw fault(
        "the line is no record; gold has records in the form of docs/record.md, 'schema' onrecord/1, one a line",
      )
    const [problem] = checkRecord(record)
    if (problem) throw fault(`${problem.path}: ${problem.message}`)
    return [goldOfRecord(record)]
  })
}

/** A record that people made or mended, as gold. */
export function goldOfRecord({ report, entities, statements, events }: NewsRecord): GoldReport {
  const nameOf = new Map(entities.map(({ id, name }) => [id, name]))
  return {
    id: report.id,
    text: report.text,
    statements: statements.map(({ source, cue, content, speaker, quotation, act, negated }) => ({
      content,
      source,
      cue,
      speaker: (speaker !== undefined && nameOf.get(speaker)) || null,
      quotation,
      act,
      negated,
    })),
    events: events.map(({ type, trigger, also, status, mode, actors, recipients }) => ({
      type,
      told: [trigger, ...(also ?? [])],
      status,
      mode: mode ?? null,
      actors,
      recipients,
    })),
  }
}

/** The gold of a text and its brat annotations, in the types that `annotation.conf` of the brat export lists. */
export function goldOfBrat(id: string, text: string, ann: string): GoldReport {
  const standoff = readBrat(text, ann)
  const attributeOf = (of: string, name: string) =>
    standoff.attributes.find((one) => one.of === of && one.name === name)?.value
  const isNegated = (of: string) => standoff.attributes.some((one) => one.of === of && one.name === 'Negated')
  const statements = statementsOf(standoff).map(({ id, source, cue, content = [], act }) => {
    const quotation = attributeOf(id, 'Quotation')
    return {
      content,
      source: hull(source),
      cue: hull(cue),
      ...(act !== undefined && { act }),
      ...(quotation !== undefined && { quotation, negated: isNegated(id) }),
    }
  })
  const events = [...standoff.events].flatMap(([id, { type, trigger, roles }]): GoldEvent[] => {
    const told = standoff.texts.get(trigger)?.spans ?? []
    if (type === 'Attribution' || told.length === 0) return []
    const status = attributeOf(id, 'Status')
    return [
      {
        type,
        told,
        ...(status !== undefined && { status, mode: attributeOf(id, 'Mode') ?? null }),
        actors: partiesOf(standoff, roles, 'Actor'),
        recipients: partiesOf(standoff, roles, 'Recipient'),
      },
    ]
  })
  return { id, text, statements, events }
}

function partiesOf({ texts }: Standoff, roles: readonly [role: string, id: string][], role: string): Span[] {
  return roles
    .filter(([name]) => name.replace(/\d+$/, '') === role)
    .flatMap(([, id]) => hull(texts.get(id)?.spans) ?? [])
}

/** From the first to the last of spans. */
function hull(spans: readonly Span[] | undefined): Span | null {
  if (!spans || spans.length === 0) return null
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}
