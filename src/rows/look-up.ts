import { byId } from '../record/by-id.ts'
import type { Entity, Event, Record as NewsRecord, Place, Span, Statement, Time } from '../record/types.ts'

/** A record with its rows at hand by their ids, and the words of its spans. */
export interface LookUp {
  record: NewsRecord
  words(span: Span): string
  entity(id: string | undefined): Entity | undefined
  time(id: string | undefined): Time | undefined
  place(id: string | undefined): Place | undefined
  statement(id: string | undefined): Statement | undefined
  event(id: string | undefined): Event | undefined
}

/**
 * A record to be looked up in.
 *
 * @param shown what becomes of words of the text; nothing, where left out
 */
export function lookUpIn(record: NewsRecord, shown: (words: string) => string = (words) => words): LookUp {
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
