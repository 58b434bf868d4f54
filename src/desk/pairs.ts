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

const sources = {
  acts: {
    list: 'events',
    counted: 't.event',
    joins: `JOIN roles a ON a.event = t.event AND a.role = 'actor' JOIN named f ON f.named = a.named
      JOIN roles b ON b.event = t.event AND b.role = 'recipient' JOIN named g ON g.named = b.named`,
  },
  speaks: {
    list: 'statements',
    counted: 't.statement',
    joins: `JOIN named f ON f.named = t.speaker_named
      JOIN contents c ON c.statement = t.statement AND c.part = 'content'
      JOIN mentions m ON m.reading = t.reading AND m.start >= c.start AND m."end" <= c."end"
      JOIN entities e ON e.reading = m.reading AND e.n = m.entity JOIN named g ON g.named = e.named`,
  },
} as const

/**
 * Who acts on whom: actors and recipients of events. Who speaks of whom: speakers of statements, and the entities that the words of their
 * contents name or stand for.
 *
 * @param filter narrows events for 'acts', statements for 'speaks'
 * @returns pairs, most first; nobody is paired with a bearer of the same name
 */
export function pairsOf({ db }: OpenedDesk, kind: PairKind, filter: Filter, most = 500): Pair[] {
  const { list, counted, joins } = sources[kind]
  const parts = conditionsOf(list, filter)
  const sql = `SELECT f.name AS "from", g.name AS "to", count(DISTINCT ${counted}) AS count FROM ${list} t ${joins}
    WHERE ${parts.map(({ text }) => text).join(' AND ')} AND f.name <> g.name GROUP BY 1, 2 ORDER BY count DESC, 1, 2 LIMIT ?`
  return db.prepare(sql).all(...parts.flatMap(({ values }) => values), most) as Pair[]
}
