import { byId } from '../../record/by-id.ts'
import type { Entity, Event, Record as NewsRecord, Place, Span, Statement, Time } from '../../record/types.ts'
import { shown } from './layout.ts'

/** A record with its rows at hand by their ids, and the words of its spans. */
export interface View {
  record: NewsRecord
  words(span: Span): string
  entity(id: string | undefined): Entity | undefined
  time(id: string | undefined): Time | undefined
  place(id: string | undefined): Place | undefined
  statement(id: string | undefined): Statement | undefined
  event(id: string | undefined): Event | undefined
}

export function viewOf(record: NewsRecord): View {
  const { text } = record.report
  return {
    record,
    words: ({ start, end }) => shown(text.slice(start, end)),
    entity: byId(record.entities),
    time: byId(record.times),
    place: byId(record.places),
    statement: byId(record.statements),
    event: byId(record.events),
  }
}

/** The words of a span and, where they are not its name, the entity: 'He (Dario Venn)'. */
export function named(view: View, span: Span | null, entityId: string | undefined): string {
  const entity = view.entity(entityId)
  if (!span) return entity ? shown(entity.name) : '(nobody named)'
  const words = view.words(span)
  return entity && !words.includes(shown(entity.name)) ? `${words} (${shown(entity.name)})` : words
}

/** A time's value, and its words where there is no value to speak of. */
export function dated(view: View, id: string | undefined): string | undefined {
  const time = view.time(id)
  if (!time) return undefined
  return /^\d{4}/.test(time.value) ? time.value : `${view.words(time)} (${time.value})`
}

/** A place's words. */
export function placed(view: View, id: string | undefined): string | undefined {
  const place = view.place(id)
  return place && view.words(place)
}
