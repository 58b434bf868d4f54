import { conditionsOf } from './conditions.ts'
import type { Filter } from './filter.ts'
import type { OpenedDesk } from './open.ts'

/** How often one speaks of or acts on another. */
export interface Pair {
  from: string
  to: string
  count: number
}

export const pairKinds = ['acts', 'speaks'] as const
export type PairKind = (typeof pairKinds)[number]

/**
 * Who acts on whom: actors and recipients of events. Who speaks of whom: speakers of statements, and actors and recipients of the events that
 * stand on their word.
 *
 * @returns pairs, most first
 */
export function pairsOf({ db }: OpenedDesk, kind: PairKind, filter: Filter, most = 500): Pair[] {
  const parts = conditionsOf('events', filter)
  const where = parts.map(({ text }) => text).join(' AND ')
  const values = parts.flatMap(({ values }) => values)
  const from =
    kind === 'acts'
      ? "roles a ON a.event = t.event AND a.role = 'actor' JOIN named f ON f.named = a.named"
      : 'named f ON f.named = t.word_named'
  const to = kind === 'acts' ? "AND b.role = 'recipient'" : ''
  const sql = `SELECT f.name AS "from", g.name AS "to", count(DISTINCT t.event) AS count FROM events t JOIN ${from}
    JOIN roles b ON b.event = t.event ${to} JOIN named g ON g.named = b.named
    WHERE ${where} AND f.name <> g.name GROUP BY 1, 2 ORDER BY count DESC, 1, 2 LIMIT ?`
  return db.prepare(sql).all(...values, most) as Pair[]
}
