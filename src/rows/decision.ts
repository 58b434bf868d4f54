import type { Entity, Place, Time } from '../record/types.ts'
import type { Bearer } from './rows.ts'

/**
 * What people say of a row. Append-only: none is lost, and what stands of a row follows from all of its decisions in their order
 * (`standingOf` in standing.ts): a later one takes the place of an earlier one; `right` and `wrong` are said of the row as it was mended or added.
 */
export interface Decision {
  /** chosen by the client, which makes sending it again harmless; the desk makes one where it is left out */
  id?: string
  /** key of the row: report id, '#', row id */
  key: string
  /** 'added': a row that the reader missed; 'open' takes back what was decided before, and a row that was added goes */
  verdict: 'right' | 'wrong' | 'mended' | 'added' | 'open'
  by: string
  /** moment, ISO 8601 */
  at: string
  why?: string
  /** for 'mended': fields of the record's row with their new values; for 'added': the row's fields, `content` of a statement or `trigger` of an event among them */
  mend?: Readonly<globalThis.Record<string, unknown>>
  /** what `mend` names by id and the record does not have: a person typed a name, a day, a place */
  brings?: Brought
  /** for 'open': id of the one decision on the row that is taken back; all of them where it is left out */
  undoes?: string
}

/** Entities, times and places that a person brought in, as a record has them. */
export interface Brought {
  entities?: Entity[]
  times?: Time[]
  places?: Place[]
}

export interface Page<R> {
  rows: R[]
  /** cursor of the next page, where there is one */
  next?: string
}

/** A name of a filter that several in the desk share. */
export interface Namesakes {
  field: string
  name: string
  bearers: Bearer[]
}

/**
 * How many rows have each value of a field, most first. A name that several share stands once for each, with the key that a filter takes for one of them and
 * what is known of that one.
 */
export type FacetCounts = globalThis.Record<string, { value: string; count: number; key?: string; who?: string }[]>
