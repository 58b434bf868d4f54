import type { Query } from '../rows/filter.ts'
import { allOf, conditionsOf } from './conditions.ts'
import { UNDATED_DAY } from './moments.ts'
import type { OpenedDesk } from './open.ts'
import { mostOf, type Split, type SplitList, splitOf } from './splits.ts'

/** How many rows a day, week or month has for each value of a field. */
export interface Series {
  unit: SeriesUnit
  /** first day of each span of time that has rows, in order */
  spans: string[]
  /** values of the field, most first; what is left is under 'other' */
  series: { value: string; counts: number[] }[]
  /** rows that are known less exactly than to one span, such as "in 1991" by day: they stand in none; `to` is the day after the last that they may be of */
  coarse: { from: string; to: string; counts: number[] }[]
  /** rows that have no day at all */
  undated: number
  /** rows in the spans that have no time of their own, and stand on the day of their report */
  byReport: number
}

export const seriesUnits = ['day', 'week', 'month', 'year'] as const
export type SeriesUnit = (typeof seriesUnits)[number]

const date = (form: string, number: string) => `strftime('${form}', t.${number} * 86400, 'unixepoch')`
const monday = (number: string) => `date(t.${number} * 86400, 'unixepoch', '-6 days', 'weekday 1')`

/** What a span is called by its first day, from the first and from the last day that a row may be of: where they differ it is of no one span. */
const spanOf: Record<SeriesUnit, (number: string) => string> = {
  day: (number) => date('%Y-%m-%d', number),
  // the Monday of the week
  week: monday,
  month: (number) => date('%Y-%m-01', number),
  year: (number) => date('%Y-01-01', number),
}

interface Row {
  span: string
  value: string
  count: number
}

interface CoarseRow {
  from: string
  to: string
  value: string
  count: number
}

/**
 * Counts of statements or events over time, split by a field.
 *
 * @throws Failure `bad-argument` where the list has no such field
 */
export function seriesOf(
  { db }: OpenedDesk,
  { list, filter }: Pick<Query, 'filter'> & { list: SplitList },
  { unit, by, most = 8 }: { unit: SeriesUnit; by?: string; most?: number },
): Series {
  const { value, join = '', isName }: Split = by === undefined ? { value: "'all'" } : splitOf(list, by)
  const { text: where, values } = allOf(conditionsOf(db, list, filter))
  const [first, last] = ['day_number', 'last_day_number'].map(spanOf[unit])
  const dated = `t.day_number > ${UNDATED_DAY} AND ${first} = ${last}`
  const counted = join ? `count(DISTINCT t.${list.slice(0, -1)})` : 'count(*)'
  const sql = `SELECT CASE WHEN ${dated} THEN ${first} ELSE '' END AS span, coalesce(${value}, '') AS value, ${counted} AS count
    FROM ${list} t ${join} WHERE ${where} GROUP BY 1, 2 ORDER BY 1`
  const rows = db.prepare(sql).all(...values) as Row[]
  const coarse = `SELECT ${date('%Y-%m-%d', 'day_number')} AS "from", date((t.last_day_number + 1) * 86400, 'unixepoch') AS "to", coalesce(${value}, '') AS value, ${counted} AS count
    FROM ${list} t ${join} WHERE ${where} AND t.day_number > ${UNDATED_DAY} AND ${first} <> ${last} GROUP BY 1, 2, 3 ORDER BY 1, 2`
  const undated = `SELECT count(*) FROM ${list} t WHERE ${where} AND NOT coalesce(t.day_number > ${UNDATED_DAY} AND t.last_day_number IS NOT NULL, 0)`
  const byReport = `SELECT count(*) FROM ${list} t WHERE ${where} AND ${dated}
    AND NOT EXISTS (SELECT 1 FROM times w WHERE w.reading = t.reading AND w.n = t."when" AND w."from" IS NOT NULL)`
  const one = (sql: string) =>
    db
      .prepare(sql)
      .pluck()
      .get(...values) as number
  return {
    unit,
    ...tabled(rows, db.prepare(coarse).all(...values) as CoarseRow[], most, isName),
    undated: one(undated),
    byReport: one(byReport),
  }
}

function tabled(
  rows: readonly Row[],
  coarseRows: readonly CoarseRow[],
  most: number,
  isName?: boolean,
): Pick<Series, 'spans' | 'series' | 'coarse'> {
  const dated = rows.filter(({ span }) => span !== '')
  const spans = [...new Set(dated.map(({ span }) => span))]
  const { values, at } = mostOf([...dated, ...coarseRows], most, isName)
  const series = values.map((value) => ({ value, counts: spans.map(() => 0) }))
  const place = new Map(spans.map((span, i) => [span, i]))
  for (const { span, value, count } of dated) series[at(value)].counts[place.get(span) as number] += count
  const coarse = new Map<string, Series['coarse'][number]>()
  for (const { from, to, value, count } of coarseRows) {
    const span = coarse.get(`${from}/${to}`) ?? { from, to, counts: values.map(() => 0) }
    span.counts[at(value)] += count
    coarse.set(`${from}/${to}`, span)
  }
  return { spans, series, coarse: [...coarse.values()] }
}
