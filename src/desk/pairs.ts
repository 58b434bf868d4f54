import type { Filter } from '../rows/filter.ts'
import { allOf, conditionsOf } from './conditions.ts'
import type { OpenedDesk } from './open.ts'
import { pronounNumbers } from './pronouns.ts'

/** How often one speaks of or acts on another. */
export interface Pair {
  from: string
  to: string
  count: number
}

/** Pairs with the most, and how many there are in all. */
export interface Pairs {
  pairs: Pair[]
  all: number
}

export const pairKinds = ['acts', 'speaks', 'tells'] as const
export type PairKind = (typeof pairKinds)[number]

/** The list that each kind counts, and that its filter narrows. */
export const pairList = (kind: PairKind) => sources[kind].list

// CROSS JOIN keeps SQLite to this order, which begins with the rows that the filter leaves
const sources = {
  acts: {
    list: 'events',
    counted: 'event',
    columns: 't.event',
    joins: `CROSS JOIN roles a ON a.event = t.event AND a.role = 'actor' CROSS JOIN named f ON f.named = a.named
      CROSS JOIN roles b ON b.event = t.event AND b.role = 'recipient' CROSS JOIN named g ON g.named = b.named`,
  },
  speaks: {
    list: 'statements',
    counted: 'statement',
    columns: 't.statement, t.reading, t.speaker_named',
    joins: `CROSS JOIN named f ON f.named = t.speaker_named CROSS JOIN contents c ON c.statement = t.statement AND c.part = 'content'
      CROSS JOIN mentions m ON m.reading = t.reading AND m.start >= c.start AND m."end" <= c."end"
      CROSS JOIN entities e ON e.reading = m.reading AND e.n = m.entity CROSS JOIN named y ON y.named = e.named CROSS JOIN named g ON g.named = coalesce(y.same_as, y.named)`,
  },
  tells: {
    list: 'statements',
    counted: 'statement',
    columns: 't.statement, t.reading, t.speaker_named, t."to"',
    joins: `CROSS JOIN named f ON f.named = t.speaker_named CROSS JOIN json_each(t."to") j
      CROSS JOIN entities e ON e.reading = t.reading AND e.n = j.value CROSS JOIN named y ON y.named = e.named CROSS JOIN named g ON g.named = coalesce(y.same_as, y.named)`,
  },
} as const

/**
 * Who acts on whom: actors and recipients of events. Who speaks of whom: speakers of statements, and the entities that the words of their
 * contents name or stand for. Who tells whom: speakers, and those to whom their statements are made.
 *
 * @param filter narrows events for 'acts', statements for the others
 * @param most pairs that are given
 * @returns pairs, most first, and how many there are in all; nobody is paired with a bearer of the same name
 */
export function pairsOf({ db }: OpenedDesk, kind: PairKind, filter: Filter, most = 500): Pairs {
  const { list, counted, columns, joins } = sources[kind]
  const { text: where, values } = allOf(conditionsOf(db, list, filter))
  // names that differ in capitals alone are one, as they are to a search
  const sql = `WITH found AS MATERIALIZED (SELECT ${columns} FROM ${list} t WHERE ${where})
    SELECT min(f.name) AS "from", min(g.name) AS "to", count(DISTINCT t.${counted}) AS count, count(*) OVER () AS "all" FROM found t ${joins}
    WHERE f.name <> g.name COLLATE NOCASE AND f.named NOT IN (${pronounNumbers()}) AND g.named NOT IN (${pronounNumbers()})
    GROUP BY f.name COLLATE NOCASE, g.name COLLATE NOCASE ORDER BY count DESC, 1, 2 LIMIT ?`
  const found = db.prepare(sql).all(...values, most) as (Pair & { all: number })[]
  return { pairs: oneSpelling(found), all: found[0]?.all ?? 0 }
}

/** Each name as it is first spelt. */
function oneSpelling(pairs: readonly Pair[]): Pair[] {
  const spelt = new Map<string, string>()
  const first = (name: string) => {
    const key = name.toLowerCase()
    if (!spelt.has(key)) spelt.set(key, name)
    return spelt.get(key) as string
  }
  return pairs.map(({ from, to, count }) => ({ from: first(from), to: first(to), count }))
}
