import type { Pair } from '../desk/pairs.ts'
import type { Places } from '../desk/places.ts'

/** The figures of a picture as a table: what the page shows behind the picture is what its CSV holds. */
export interface PictureTable {
  head: string[]
  /** the first cells of a row are texts, the rest numbers; an empty text where nothing is known */
  rows: (string | number)[][]
}

interface SeriesFigures {
  spans: readonly string[]
  series: readonly { value: string; counts: readonly number[] }[]
  coarse?: readonly { from: string; to: string; counts: readonly number[] }[]
}

/** What a value that is not known is called. */
export const NOT_KNOWN = 'not known'

/**
 * Counts over time, a row a span of time; what is told more coarsely comes after them, each by its own span.
 *
 * @param share parts of each span's whole, from 0 to 1 with four digits after the point, instead of counts
 */
export function seriesTable({ spans, series, coarse = [] }: SeriesFigures, share = false): PictureTable {
  const figures = (counts: readonly number[]) => (share ? sharesOf(counts) : counts)
  return {
    head: ['from', ...series.map(({ value }) => value || NOT_KNOWN)],
    rows: [
      ...spans.map((span, s) => [span, ...figures(series.map(({ counts }) => counts[s]))]),
      ...coarse.map((span) => [coarseSpan(span), ...figures(span.counts)]),
    ],
  }
}

function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => Math.round((count / total) * 1e4) / 1e4)
}

/**
 * A span of time of its own: a year or a month as such, anything else from its first day to the day after the last.
 *
 * @example coarseSpan({ from: '1991-01-01', to: '1992-01-01' }) // '1991'
 */
export function coarseSpan({ from, to }: { from: string; to: string }): string {
  const [year, month] = from.split('-').map(Number)
  if (to === `${String(year + 1).padStart(4, '0')}-01-01` && from.endsWith('-01-01')) return from.slice(0, 4)
  const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  return from.endsWith('-01') && to === next ? from.slice(0, 7) : `${from}/${to}`
}

/** Who on whom, a row a pair. */
export function pairsTable(pairs: readonly Pair[]): PictureTable {
  return { head: ['from', 'to', 'count'], rows: pairs.map(({ from, to, count }) => [from, to, count]) }
}

/** Events by place, a row a place; the last row holds those whose place is not told. */
export function placesTable({ values, places, nowhere }: Omit<Places, 'events'>): PictureTable {
  const rows = places.map(({ name, country = '', lat = '', lon = '', position = '', count, parts, words }) => {
    const said = words.map(({ value, count }) => `${value || NOT_KNOWN}: ${count}`).join('; ')
    return [name, country, lat, lon, position, said, count, ...parts]
  })
  const rest = nowhere > 0 ? [[NO_PLACE, '', '', '', '', '', nowhere, ...values.map(() => '')]] : []
  return {
    head: ['place', 'country', 'latitude', 'longitude', 'position', 'on the word of', 'count', ...values],
    rows: [...rows, ...rest],
  }
}

/** What stands for a place in the row of events that have none. */
export const NO_PLACE = '(no place is told)'
