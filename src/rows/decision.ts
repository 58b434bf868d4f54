/** What people say of a row. Append-only: a later decision takes the place of an earlier one, and none is lost. */
export interface Decision {
  /** chosen by the client, which makes sending it again harmless; the desk makes one where it is left out */
  id?: string
  /** key of the row: report id, '#', row id */
  key: string
  /** 'open' takes back what was decided before */
  verdict: 'right' | 'wrong' | 'mended' | 'open'
  by: string
  /** moment, ISO 8601 */
  at: string
  why?: string
  /** for 'mended': fields of the record's row with their new values */
  mend?: Readonly<globalThis.Record<string, unknown>>
}

export interface Page<R> {
  rows: R[]
  /** cursor of the next page, where there is one */
  next?: string
}

/** How many rows have each value of a field, most first. */
export type Facets = globalThis.Record<string, { value: string; count: number }[]>
