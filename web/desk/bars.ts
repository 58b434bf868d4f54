import { scaleLinear } from 'd3-scale'

/** What is drawn of counts over time: a column a span, its parts one on the other. */
export interface Column {
  span: string
  x: number
  width: number
  parts: { value: string; index: number; y: number; height: number; count: number }[]
  total: number
}

export interface BarsLayout {
  columns: Column[]
  ticks: { value: number; y: number; text: string }[]
  labels: { text: string; x: number }[]
}

export interface SeriesData {
  spans: readonly string[]
  series: readonly { value: string; counts: readonly number[] }[]
}

/**
 * Lays counts out in a box: each span a column of the same width, in order; empty spans of time are not drawn.
 *
 * @param share parts of the whole instead of counts
 */
export function layOutBars({ spans, series }: SeriesData, width: number, height: number, share = false): BarsLayout {
  const totals = spans.map((_, s) => series.reduce((sum, { counts }) => sum + counts[s], 0))
  const most = share ? 1 : Math.max(1, ...totals)
  const y = scaleLinear([0, most], [height, 0]).nice(4)
  const step = width / Math.max(1, spans.length)
  const columns = spans.map((span, s) => {
    let below = 0
    const parts = series.flatMap(({ value, counts }, index) => {
      if (counts[s] === 0) return []
      const from = below
      below += share ? counts[s] / totals[s] : counts[s]
      return [{ value, index, y: y(below), height: y(from) - y(below), count: counts[s] }]
    })
    return { span, x: s * step + step * 0.08, width: step * 0.84, parts, total: totals[s] }
  })
  const ticks = y
    .ticks(4)
    .map((value) => ({ value, y: y(value), text: share ? `${Math.round(value * 100)} %` : value.toLocaleString('en') }))
  const every = Math.max(1, Math.ceil(spans.length / Math.max(1, Math.floor(width / 84))))
  const labels = spans.flatMap((span, s) => (s % every === 0 ? [{ text: span, x: s * step + step / 2 }] : []))
  return { columns, ticks, labels }
}
