import { readDate } from '../header/date.ts'
import { isPublished } from '../record/published.ts'

/** 'Thu, 3 Oct 2024 09:30:00 GMT', as feeds and HTTP write it: what stands after the date. */
const CLOCK = /^,? (\d{1,2}):(\d\d)(?::(\d\d))? ?(Z|UTC?|GMT|[ECMP][SD]T|[+-]\d\d:?\d\d)?/

const ZONES: { readonly [name: string]: string } = {
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
}

/**
 * A date, or date and time, as pages and feeds write it, in ISO 8601; undefined where it is none, or day and month could be either.
 *
 * @example momentOf('Thu, 3 Oct 2024 09:30:00 GMT') // '2024-10-03T09:30:00Z'
 */
export function momentOf(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined
  const text = written.trim()
  const date = readDate(text)
  if (!date) return undefined
  const clock = date.value.length === 10 ? CLOCK.exec(text.slice(date.length, date.length + 40)) : null
  const full = clock
    ? `${date.value}T${clock[1].padStart(2, '0')}:${clock[2]}:${clock[3] ?? '00'}${zone(clock[4])}`
    : ''
  if (full && isPublished(full)) return full
  return isPublished(date.value) ? date.value : undefined
}

function zone(name: string | undefined): string {
  if (!name) return ''
  if (/^[+-]/.test(name)) return name.length === 5 ? `${name.slice(0, 3)}:${name.slice(3)}` : name
  return ZONES[name] ?? 'Z'
}
