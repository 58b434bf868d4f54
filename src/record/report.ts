import { withCode } from './failure.ts'
import { isPublished } from './published.ts'
import type { Report } from './types.ts'

/** A report to read: its text, and what is known of it. */
export interface ReportInput {
  id: string
  text: string
  /** ISO 8601 date, or date and time */
  published?: string
  title?: string
  outlet?: string
  url?: string
  byline?: string
}

/**
 * Most characters (UTF-16 code units) of a text that is read: some 600,000 words, more than any report has. Reading takes about 200 bytes a
 * character, so that one of this length holds on a machine of 4 GB.
 */
export const LONGEST_TEXT = 4_000_000

/**
 * Makes sure that this is a report to read. Whether it has fields that no report has is not looked at: `refuseUnknown` does.
 *
 * @throws TypeError (`bad-argument`) that names the field and the way out, RangeError (`input-too-large`)
 */
export function checkReport(report: unknown): ReportInput {
  if (typeof report !== 'object' || report === null)
    throw wrong(`a report is an object: give { id: '1', text: '...' }, not ${report === null ? 'null' : typeof report}`)
  const input = report as ReportInput
  if (typeof input.id !== 'string' || input.id === '')
    throw wrong("report.id must be a string that is not empty; give each report an id, such as its file's name")
  checkText(input.text, 'report.text')
  for (const field of FIELDS) {
    const value = input[field]
    if (value !== undefined && typeof value !== 'string')
      throw wrong(`report.${field} must be a string; leave it out where it is not known`)
  }
  if (input.published !== undefined && !isPublished(input.published)) {
    throw wrong(
      `report.published must be an ISO 8601 date such as '2024-10-03' or '2024-10-03T09:30:00Z', not '${input.published}'; leave it out where it is not known`,
    )
  }
  return input
}

/** @throws TypeError (`bad-argument`) where this is no string, RangeError (`input-too-large`) where it has more characters than are read */
export function checkText(text: unknown, name = 'text'): string {
  if (typeof text !== 'string') throw wrong(`${name} must be a string; decode bytes as UTF-8 first`)
  if (text.length > LONGEST_TEXT)
    throw withCode(
      'input-too-large',
      new RangeError(`${name} has ${text.length} characters, and ${LONGEST_TEXT} are read at most; cut it into parts`),
    )
  return text
}

const wrong = (message: string) => withCode('bad-argument', new TypeError(message))

const FIELDS = ['published', 'title', 'outlet', 'url', 'byline'] as const
/** Every field of a report that is given. */
export const REPORT_FIELDS = ['id', 'text', ...FIELDS] as const

/** Of the fields that say something of a report, those that are known. */
export function knownFields(report: Partial<Report>): Partial<Report> {
  return Object.fromEntries(
    FIELDS.filter((field) => report[field] !== undefined).map((field) => [field, report[field]]),
  )
}
