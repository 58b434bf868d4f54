import { conditionsOf } from './conditions.ts'
import type { Query } from './filter.ts'
import type { OpenedDesk } from './open.ts'

/** How many rows a day, week or month has for each value of a field. */
export interface Series {
  unit: Unit
  /** first day of each span of time that has rows, in order */
  spans: string[]
  /** values of the field, most first; what is left is under 'other' */
  series: { value: string; counts: number[] }[]
}

export const units = ['day', 'week', 'month', 'year'] as const
export type Unit = (typeof units)[number]

const spanOf: Record<Unit, string> = {
  day: 't.day',
  // the Monday of the week
  week: "date(t.day, '-6 days', 'weekday 1')",
  month: "substr(t.day, 1, 7) || '-01'",
  year: "substr(t.day, 1, 4) || '-01-01'",
}

const columnOf = {
  statements: {
    act: 't.act',
    quotation: 't.quotation',
    outlet: '(SELECT outlet FROM reports r WHERE r.report = t.report)',
    speaker: '(SELECT name FROM named m WHERE m.named = t.speaker_named)',
  },
  events: {
    type: 't.type',
    status: 't.status',
    mode: 't.mode',
    outlet: '(SELECT outlet FROM reports r WHERE r.report = t.report)',
    word: "CASE WHEN t.word IS NULL THEN 'report' ELSE (SELECT name FROM named m WHERE m.named = t.word_named) END",
  },
} as const

/** What rows of a list can be told apart by in a series. */
export const splits = {
  statements: Object.keys(columnOf.statements),
  events: Object.keys(columnOf.events),
} as const

/**
 * Counts of statements or events over time, told apart by a field.
 *
 * @throws RangeError where the list has no such field
 */
export function seriesOf(
  { db }: OpenedDesk,
  { list, filter }: Pick<Query, 'filter'> & { list: 'statements' | 'events' },
  { unit, by, most = 8 }: { unit: Unit; by?: string; most?: number },
): Series {
  const values = columnOf[list] as { [field: string]: string }
  if (by !== undefined && !Object.hasOwn(values, by))
    throw new RangeError(`${list} cannot be told apart by ${by}; by ${splits[list].join(', ')}`)
  const parts = conditionsOf(list, filter)
  const sql = `SELECT ${spanOf[unit]} AS span, coalesce(${by === undefined ? "'all'" : values[by]}, '') AS value, count(*) AS count
    FROM ${list} t WHERE ${parts.map(({ text }) => text).join(' AND ')} AND t.day <> '' GROUP BY 1, 2 ORDER BY 1`
  const rows = db.prepare(sql).all(...parts.flatMap(({ values }) => values)) as Row[]
  return { unit, ...tabled(rows, most) }
}

interface Row {
  span: string
  value: string
  count: number
}

function tabled(rows: readonly Row[], most: number): Omit<Series, 'unit'> {
  const totals = new Map<string, number>()
  for (const { value, count } of rows) totals.set(value, (totals.get(value) ?? 0) + count)
  const ranked = [...totals].filter(([value]) => value !== '').sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const shown = ranked.slice(0, most).map(([value]) => value)
  const spans = [...new Set(rows.map(({ span }) => span))]
  const place = new Map(spans.map((span, i) => [span, i]))
  const counts = new Map([...shown, 'other'].map((value) => [value, new Array<number>(spans.length).fill(0)]))
  for (const { span, value, count } of rows)
    (counts.get(value) ?? (counts.get('other') as number[]))[place.get(span) as number] += count
  const series = [...counts].map(([value, counts]) => ({ value, counts }))
  return { spans, series: series.filter(({ value, counts }) => value !== 'other' || counts.some((count) => count > 0)) }
}
