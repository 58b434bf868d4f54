import type { StoryRow } from '../src/desk/stories.ts'
import type { ReportInput } from '../src/record/report.ts'
import type { Record as NewsRecord } from '../src/record/types.ts'
import type { Decision, FacetCounts, Namesakes, Page } from '../src/rows/decision.ts'
import type { Filter, List } from '../src/rows/filter.ts'
import type { ReportRow, RowOf } from '../src/rows/rows.ts'
import type { CheckRow } from '../src/story/check/check-draft.ts'
import type { LaidStory } from '../src/story/lay-out.ts'

/** The server said no, or could not be reached (status 0). */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** After how many milliseconds a server that did not answer is asked again. */
export const AGAIN = 3000

/** Whether asking again may help: nobody answered. */
export const isUnreachable = (error: Error): boolean => error instanceof ApiError && error.status === 0

export type Parameters = URLSearchParams | Record<string, string | number | boolean | undefined>

/**
 * Asks the server, and gives its answer.
 *
 * @throws ApiError where the server says no or cannot be reached
 * @example await ask<Page<StatementRow>>('/api/statements', { limit: 50 })
 */
export async function ask<T>(path: string, parameters: Parameters = {}, init: RequestInit = {}): Promise<T> {
  const response = await fetch(apiAddress(path, parameters), {
    ...init,
    headers: { accept: 'application/json', ...init.headers },
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiError(0, 'unreachable', 'The server does not answer.')
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refusal(response, answer)
  return answer as T
}

/** The address of a list or a download: what a link to it holds. */
export function apiAddress(path: string, parameters: Parameters = {}): string {
  const query = parameters instanceof URLSearchParams ? parameters : new URLSearchParams(given(parameters))
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** One page of a list. `parameters` hold the filter, `sort`, `descending`, `limit` and `after`. */
export function listRows<L extends List>(
  list: L,
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<Page<RowOf[L]> & { namesakes?: Namesakes[] }> {
  return ask(`/api/${list}`, parameters, { signal })
}

export function countRows(list: List, parameters: Parameters, signal?: AbortSignal): Promise<{ count: number }> {
  return ask(`/api/count/${list}`, parameters, { signal })
}

/** How many rows have each value of the named fields, under the filter. */
export function facetsOf(
  list: List,
  parameters: Parameters,
  fields: readonly (keyof Filter)[],
  signal?: AbortSignal,
): Promise<FacetCounts> {
  const query =
    parameters instanceof URLSearchParams ? new URLSearchParams(parameters) : new URLSearchParams(given(parameters))
  query.set('fields', fields.join(','))
  return ask(`/api/facets/${list}`, query, { signal })
}

/** The record of one report, as the machine made it: decisions are not applied. */
export function fetchRecord(report: string, signal?: AbortSignal): Promise<NewsRecord> {
  return ask(`/api/reports/${encodeURIComponent(report)}/record`, {}, { signal })
}

/** Decisions on the rows of one report, oldest first. */
export function decisionsOf(report: string, signal?: AbortSignal): Promise<Decision[]> {
  return ask('/api/decisions', { report }, { signal })
}

export function sendDecisions(decisions: readonly Decision[]): Promise<unknown> {
  return ask('/api/decisions', {}, { method: 'POST', ...jsonBody({ decisions }) })
}

/** A report that is given to the desk: one of text, bytes and address, and what is known of it. */
export interface GivenReport {
  text?: string
  base64?: string
  address?: string
  name?: string
  published?: string
  outlet?: string
  title?: string
}

/** Has the server take a report into the desk. */
export function keepReport(given: GivenReport): Promise<{ reports: { report: ReportRow; known: boolean }[] }> {
  return ask('/api/reports', {}, { method: 'POST', ...jsonBody(given) })
}

/** Stories of the desk, and how many there are; each is of two reports at least. */
export function listStories(
  parameters: Parameters,
  signal?: AbortSignal,
): Promise<{ rows: StoryRow[]; count: number }> {
  return ask('/api/stories', parameters, { signal })
}

/** Where the server has a story, and what is made of it. */
export const storyPath = (story: string, part = ''): string => `/api/stories/${encodeURIComponent(story)}${part}`

/** A story with all that its reports say of each happening. */
export function storyOf(story: string, signal?: AbortSignal): Promise<LaidStory & { more?: number }> {
  return ask(storyPath(story), {}, { signal })
}

/** Has the server check a draft against the desk. */
export function sendCheck(draft: ReportInput): Promise<{ rows: CheckRow[] }> {
  return ask('/api/check', {}, { method: 'POST', ...jsonBody({ draft }) })
}

export function jsonBody(value: unknown): RequestInit {
  return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } }
}

function refusal(response: Response, answer: unknown): ApiError {
  const error = (answer as { error?: { code?: string; message?: string } } | undefined)?.error
  return new ApiError(
    response.status,
    error?.code ?? 'refused',
    error?.message ?? `The server says ${response.status}.`,
  )
}

function given(parameters: Exclude<Parameters, URLSearchParams>): Record<string, string> {
  const known = Object.entries(parameters).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known.map(([name, value]) => [name, String(value)]))
}
