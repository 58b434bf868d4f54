import { readDate } from '../header/date.ts'
import { isPublished } from '../record/published.ts'

/** What stands after the date: '09:30:00 GMT' as feeds and HTTP write it, ' at 9:30 p.m. EDT', ' | 9.30pm' as pages do. */
const CLOCK =
  /^(?:,| [|\u2022\u00b7\u2013-])? (?:at )?(\d{1,2})[:.](\d\d)(?::(\d\d))?(?: ?([ap])\.?m?\b\.?)? ?(Z|UTC?|GMT|BST|[ECMP][SD]T|[+-]\d\d:?\d\d)?(?![\w:])/i
/** 'Thu Oct 03 09:30:00 GMT 2024', as programs print it. */
const PRINTED = /^([a-z]{3}) ([a-z]{3}) +(\d{1,2}) (\d\d:\d\d:\d\d) ([A-Z]{2,4}|[+-]\d{4}) (\d{4})$/i
/** Seconds or milliseconds since 1970, from 1990 on. */
const EPOCH = /^(\d{9,10}|\d{12,13})$/

const ZONES: { readonly [name: string]: string } = {
  BST: '+01:00',
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
  return momentAt(written)?.value
}

/** The moment that stands at a text's beginning, and how many characters it takes. */
export function momentAt(written: unknown): { value: string; length: number } | undefined {
  if (typeof written !== 'string') return undefined
  const text = ordered(written.trim().replace(/\s+/g, ' '))
  const date = readDate(text)
  if (!date) return undefined
  const full = date.value.length === 10 ? withClock(date.value, text.slice(date.length, date.length + 40)) : undefined
  if (full && isPublished(full.value)) return { value: full.value, length: date.length + full.length }
  const zoned = date.value.length > 10 && !/(?:Z|[+-]\d\d:\d\d)$/.test(date.value)
  const name = zoned ? /^ ?(UTC|GMT|BST|[ECMP][SD]T)\b/.exec(text.slice(date.length)) : null
  const value = name ? date.value + zone(name[1]) : date.value
  return isPublished(value) ? { value, length: date.length + (name?.[0].length ?? 0) } : undefined
}

/** Odd forms that have one meaning, in the order that dates usually have. */
function ordered(text: string): string {
  const printed = PRINTED.exec(text)
  if (printed) return `${printed[1]}, ${printed[3]} ${printed[2]} ${printed[6]} ${printed[4]} ${printed[5]}`
  if (!EPOCH.test(text)) return text
  const seconds = text.length > 10 ? Number(text) / 1000 : Number(text)
  return seconds > 631152000 ? `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z` : text
}

function withClock(day: string, rest: string): { value: string; length: number } | undefined {
  const clock = CLOCK.exec(rest)
  if (!clock) return undefined
  const [all, hours, minutes, seconds = '00', half, name] = clock
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours)
  if (half && Number(hours) > 12) return undefined
  return { value: `${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}${zone(name)}`, length: all.length }
}

function zone(name: string | undefined): string {
  if (!name) return ''
  if (/^[+-]/.test(name)) return name.length === 5 ? `${name.slice(0, 3)}:${name.slice(3)}` : name
  return ZONES[name.toUpperCase()] ?? 'Z'
}
