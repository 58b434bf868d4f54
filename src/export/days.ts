import type { EventRow } from '../rows/rows.ts'

/** The days of an event, ISO 8601, and what they rest on. */
export interface Days {
  date: string
  /** the last day, where there are several */
  enddate?: string
  basis: 'event' | 'published'
}

const DAY = /^\d{4}-\d\d-\d\d/

/**
 * The days of an event: those that its own time covers, else the day of publication; undefined where neither is known.
 *
 * @example daysOf(row) // { date: '2025-03-01', enddate: '2025-03-31', basis: 'event' }
 */
export function daysOf({ when, published }: Pick<EventRow, 'when' | 'published'>): Days | undefined {
  const first = dayOf(when?.from)
  if (first) {
    const last = when?.to && dayBefore(when.to)
    return { date: first, ...(last && last > first && { enddate: last }), basis: 'event' }
  }
  const day = dayOf(published)
  return day ? { date: day, basis: 'published' } : undefined
}

function dayOf(moment: string | undefined): string | undefined {
  return moment?.match(DAY)?.[0]
}

/** The day of the last moment before this one. */
function dayBefore(moment: string): string | undefined {
  const time = Date.parse(moment.length === 10 || /Z|[+-]\d\d:\d\d$/.test(moment) ? moment : `${moment}Z`)
  return Number.isNaN(time) ? undefined : new Date(time - 1).toISOString().slice(0, 10)
}
