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
 * Makes sure that this is a report to read.
 *
 * @throws TypeError (`bad-argument`) that names the field and the way out
 */
export function checkReport(report: unknown): ReportInput {
  const input = report as ReportInput
  if (typeof input?.id !== 'string' || input.id === '')
    throw wrong("report.id must be a string that is not empty; give each report an id, such as its file's name")
  if (typeof input.text !== 'string') throw wrong('report.text must be a string; decode bytes as UTF-8 first')
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

const wrong = (message: string) => withCode('bad-argument', new TypeError(message))

const FIELDS = ['published', 'title', 'outlet', 'url', 'byline'] as const

/** Of the fields that say something of a report, those that are known. */
export function knownFields(report: Partial<Report>): Partial<Report> {
  return Object.fromEntries(
    FIELDS.filter((field) => report[field] !== undefined).map((field) => [field, report[field]]),
  )
}
