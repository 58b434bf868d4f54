import type { Query } from '../rows/filter.ts'
import { conditionsOf, joined } from './conditions.ts'
import { UNDATED_DAY } from './moments.ts'
import type { OpenedDesk } from './open.ts'
import { mostOf, type Split, type SplitList, splitOf } from './splits.ts'

/** How many rows a day, week or month has for each value of a field. */
export interface Series {
  unit: Unit
  /** first day of each span of time that has rows, in order */
  spans: string[]
  /** values of the field, most first; what is left is under 'other' */
  series: { value: string; counts: number[] }[]
  /** rows that stand in no span: they have no day, or are known less exactly than to one span */
  undated: number
}

export const units = ['day', 'week', 'month', 'year'] as const
export type Unit = (typeof units)[number]

const date = (form: string, number: string) => `strftime('${form}', t.${number} * 86400, 'unixepoch')`
const monday = (number: string) => `date(t.${number} * 86400, 'unixepoch', '-6 days', 'weekday 1')`

/** What a span is called by its first day, from the first and from the last day that a row may be of: where they differ it is of no one span. */
const spanOf: Record<Unit, (number: string) => string> = {
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

/**
 * Counts of statements or events over time, split by a field.
 *
 * @throws Failure `bad-argument` where the list has no such field
 */
export function seriesOf(
  { db }: OpenedDesk,
  { list, filter }: Pick<Query, 'filter'> & { list: SplitList },
  { unit, by, most = 8 }: { unit: Unit; by?: string; most?: number },
): Series {
  const { value, join = '', isName }: Split = by === undefined ? { value: "'all'" } : splitOf(list, by)
  const { text: where, values } = joined(conditionsOf(list, filter))
  const [first, last] = ['day_number', 'last_day_number'].map(spanOf[unit])
  const dated = `t.day_number > ${UNDATED_DAY} AND ${first} = ${last}`
  const sql = `SELECT CASE WHEN ${dated} THEN ${first} ELSE '' END AS span, coalesce(${value}, '') AS value, ${join ? `count(DISTINCT t.${list.slice(0, -1)})` : 'count(*)'} AS count
    FROM ${list} t ${join} WHERE ${where} GROUP BY 1, 2 ORDER BY 1`
  const rows = db.prepare(sql).all(...values) as Row[]
  const undated = `SELECT count(*) FROM ${list} t WHERE ${where} AND NOT coalesce(${dated}, 0)`
  return {
    unit,
    ...tabled(rows, most, isName),
    undated: db
      .prepare(undated)
      .pluck()
      .get(...values) as number,
  }
}

function tabled(rows: readonly Row[], most: number, isName?: boolean): Pick<Series, 'spans' | 'series'> {
  const dated = rows.filter(({ span }) => span !== '')
  const spans = [...new Set(dated.map(({ span }) => span))]
  const { values, at } = mostOf(dated, most, isName)
  const series = values.map((value) => ({ value, counts: spans.map(() => 0) }))
  const place = new Map(spans.map((span, i) => [span, i]))
  for (const { span, value, count } of dated) series[at(value)].counts[place.get(span) as number] += count
  return { spans, series }
}
