import type { SeriesUnit } from '../../src/desk/series.ts'
import { addressOf, askedFilter, withValue } from './filter.ts'
import { DAY, nextSpan, spanInWords } from './next-span.ts'

/** What a picture over time shows. */
export interface Shown {
  list: 'statements' | 'events'
  by: string
  unit: SeriesUnit
  /** the values that are told apart */
  values: readonly string[]
}

/** What tells statements apart by the code of their speaker is looked for as the source's. */
const fieldOf = (by: string) => (by === 'country' || by === 'sector' ? 'source' : by)

/**
 * The search that finds the rows of one part of a picture: one value in one span of time. What is left over is everything but the values
 * that are told apart.
 *
 * @returns undefined where no search finds just these: what is left over of sectors, since a row may have several, actors by country and sector, and days before the first year
 */
export function partAddress(
  query: URLSearchParams,
  { list, by, unit, values }: Shown,
  span: string,
  value: string,
): string | undefined {
  // a search for a country or a sector looks at recipients and places too
  if (list === 'events' && fieldOf(by) === 'source') return undefined
  // a search takes no day before the first year
  if (span.startsWith('-')) return undefined
  let next = askedFilter(query)
  if (list === 'events') next.set('list', list)
  if (value !== 'other') next = withValue(next, fieldOf(by), value, 1)
  else if (by === 'sector') return undefined
  else for (const other of values) if (other !== 'other') next = withValue(next, fieldOf(by), other, -1)
  if (unit !== 'week') next.append('day', spanInWords(span, unit))
  else {
    next.set('from', span)
    next.set('to', new Date(Date.parse(nextSpan(span, 'week')) - DAY).toISOString().slice(0, 10))
  }
  return addressOf('/', next)
}
