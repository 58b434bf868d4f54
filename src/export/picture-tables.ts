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
}

/** What a value that is not known is called. */
export const NOT_KNOWN = 'not known'

/**
 * Counts over time, a row a span of time.
 *
 * @param share parts of each span's whole, from 0 to 1 with four digits after the point, instead of counts
 */
export function seriesTable({ spans, series }: SeriesFigures, share = false): PictureTable {
  const totals = spans.map((_, s) => series.reduce((sum, { counts }) => sum + counts[s], 0))
  const figure = (count: number, s: number) => (share ? Math.round((count / totals[s]) * 1e4) / 1e4 : count)
  return {
    head: ['from', ...series.map(({ value }) => value || NOT_KNOWN)],
    rows: spans.map((span, s) => [span, ...series.map(({ counts }) => figure(counts[s], s))]),
  }
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
