import { scaleLinear, scaleUtc } from 'd3-scale'
import type { SeriesUnit } from '../../src/desk/series.ts'
import { coarseSpan } from '../../src/export/picture-tables.ts'
import { sum } from '../sum.ts'
import { beginningInWords } from '../words/days.ts'
import { DAY, nextSpan } from './next-span.ts'
import { dayTicks } from './time-ticks.ts'

/** What is drawn of counts over time: a column a span, as wide as its time; its parts one on the other. */
export interface BarColumn {
  span: string
  x: number
  width: number
  /** where the column ends above */
  top: number
  parts: { value: string; index: number; y: number; height: number; count: number }[]
  total: number
}

/** What is told more coarsely than a column, over the time it is told of; the same lane holds no two at once. */
export interface Coarse {
  from: string
  to: string
  x: number
  width: number
  lane: number
  count: number
  /** what it is of and how much */
  text: string
  /** that, where there is room for it: within the bar or beside it */
  label?: { text: string; inside: boolean }
}

export interface BarsLayout {
  columns: BarColumn[]
  coarse: Coarse[]
  lanes: number
  ticks: { value: number; y: number; text: string }[]
  labels: { text: string; x: number }[]
  /** rows that lie before and after the time that is drawn */
  before: number
  after: number
}

export interface SeriesData {
  spans: readonly string[]
  series: readonly { value: string; counts: readonly number[] }[]
  coarse?: readonly { from: string; to: string; counts: readonly number[] }[]
}

export interface BarsOptions {
  unit: SeriesUnit
  width: number
  height: number
  /** parts of the whole instead of counts */
  share?: boolean
  /** all of the time that has rows, however thin its columns; else the part that holds nearly all of them */
  whole?: boolean
  /** first day and the one after the last, and the most that a column holds, where several pictures share them */
  range?: readonly [from: string, to: string]
  most?: number
}

/** Columns are no thinner than this, in pixels, unless the whole is asked for. */
const THINNEST = 4
/** The part of all rows that a picture shows at least. */
const NEARLY_ALL = 0.9
const LANES = 6
/** Width of a letter of a label, in pixels, about. */
const LETTER = 6

/** Lays counts out on a real axis of time: empty time has its width, and what is told coarsely lies over its span below the columns. */
export function layOutBars(data: SeriesData, options: BarsOptions): BarsLayout {
  const { unit, width, height, share = false } = options
  const { spans, series, coarse = [] } = data
  const totals = spans.map((_, s) => sum(series.map(({ counts }) => counts[s])))
  const [first, last] = options.range ?? rangeOf(data, totals, options)
  if (first === '') return { columns: [], coarse: [], lanes: 0, ticks: [], labels: [], before: 0, after: 0 }
  const x = scaleUtc([timeOf(first), timeOf(last)], [0, width])
  const shown = spans.flatMap((span, s) => (span >= first && span < last ? [s] : []))
  const most = share ? 1 : (options.most ?? Math.max(1, ...shown.map((s) => totals[s])))
  const y = scaleLinear([0, most], [height, 0]).nice(4)
  const columns = shown.map((s) => {
    const from = x(timeOf(spans[s]))
    const room = x(timeOf(nextSpan(spans[s], unit))) - from
    let below = 0
    const parts = series.flatMap(({ value, counts }, index) => {
      if (counts[s] === 0) return []
      const at = below
      below += share ? counts[s] / totals[s] : counts[s]
      return [{ value, index, y: y(below), height: y(at) - y(below), count: counts[s] }]
    })
    const gap = room > 6 ? Math.min(4, room * 0.08) : 0
    return { span: spans[s], x: from + gap / 2, width: Math.max(2, room - gap), top: y(below), parts, total: totals[s] }
  })
  const outside = (isOut: (from: string, to: string) => boolean) =>
    sum(spans.map((span, s) => (isOut(span, nextSpan(span, unit)) ? totals[s] : 0))) +
    sum(coarse.map(({ from, to, counts }) => (isOut(from, to) ? sum(counts) : 0)))
  const laid = layOutCoarse(coarse, first, last, x)
  return {
    columns,
    coarse: laid,
    lanes: Math.max(0, ...laid.map(({ lane }) => lane + 1)),
    ticks: y
      .ticks(4)
      .filter((value) => share || Number.isInteger(value))
      .map((value) => ({
        value,
        y: y(value),
        text: share ? `${Math.round(value * 100)} %` : value.toLocaleString('en'),
      })),
    labels: dayTicks(x, 96).map((day) => ({ text: beginningInWords(day), x: x(day) })),
    before: outside((_, to) => to <= first),
    after: outside((from) => from >= last),
  }
}

/** The time that is drawn: all that has columns, or the shortest part that holds nearly all rows where that makes columns too thin. */
export function rangeOf(
  { spans }: SeriesData,
  totals: readonly number[],
  { unit, width, whole }: Pick<BarsOptions, 'unit' | 'width' | 'whole'>,
): [from: string, to: string] {
  const dated = spans.flatMap((span, s) => (nextSpan(span, unit) === '' ? [] : [s]))
  if (dated.length === 0) return ['', '']
  const end = (s: number) => nextSpan(spans[s], unit)
  const [first, last] = [dated[0], dated[dated.length - 1]]
  const units = (from: number, to: number) => (timeOf(end(to)) - timeOf(spans[from])) / lengthOf[unit]
  if (whole || width / units(first, last) >= THINNEST) return [spans[first], end(last)]
  const wanted = NEARLY_ALL * sum(dated.map((s) => totals[s]))
  let best: [number, number] = [first, last]
  let held = 0
  for (let from = 0, to = -1; from < dated.length; held -= totals[dated[from++]]) {
    while (held < wanted && to < dated.length - 1) held += totals[dated[++to]]
    if (held < wanted) break
    if (units(dated[from], dated[to]) < units(...best)) best = [dated[from], dated[to]]
  }
  return [spans[best[0]], end(best[1])]
}

/** Milliseconds of a span, about. */
const lengthOf: Record<SeriesUnit, number> = { day: DAY, week: 7 * DAY, month: 30.4 * DAY, year: 365.25 * DAY }

type Scale = (time: number) => number

function layOutCoarse(coarse: NonNullable<SeriesData['coarse']>, first: string, last: string, x: Scale): Coarse[] {
  const ends: number[] = []
  return coarse
    .filter(({ from, to }) => from < last && to > first)
    .flatMap(({ from, to, counts }) => {
      const left = Math.max(x(timeOf(first)), x(timeOf(from)))
      const right = Math.min(x(timeOf(last)), x(timeOf(to)))
      const count = sum(counts)
      const text = `${coarseSpan({ from, to }).replace('/', ' to ')}: ${count}`
      const room = text.length * LETTER + 8
      const inside = right - left >= room
      const beside = !inside && right + room <= x(timeOf(last))
      const free = ends.findIndex((end) => end <= left)
      const lane = free < 0 ? ends.length : free
      if (lane >= LANES) return []
      ends[lane] = beside ? right + room : right
      return [
        {
          from,
          to,
          x: left,
          width: Math.max(2, right - left),
          lane,
          count,
          text,
          ...((inside || beside) && { label: { text, inside } }),
        },
      ]
    })
}

const timeOf = (day: string): number => Date.parse(day)
