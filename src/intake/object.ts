import { Failure } from '../record/failure.ts'
import { givenReport } from './given.ts'
import type { JsonObject } from './json-object.ts'
import type { ToldReport } from './taking.ts'

/**
 * A report of an object of JSON: as a line of `onrecord read --jsonl` has it (`{"id", "text", "published"?, ...}`), or of ninjs, in
 * which news agencies write.
 *
 * @throws Failure `line-not-report`
 */
export async function reportOf(value: unknown, id?: string): Promise<ToldReport> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Failure('line-not-report', 'this is JSON and no object; give {"id": ..., "text": ...}')
  const thing = value as JsonObject
  if (typeof thing.text !== 'string' && isNinjs(thing)) return (await import('./ninjs.ts')).ninjsReport(thing)
  const known = Object.fromEntries(Object.entries(thing).filter(([, field]) => field !== null))
  const given = givenReport(id === undefined ? known : { id, ...known })
  const { text, published, title, outlet, url, byline } = given
  return { id: given.id, text, published, title, outlet, url, byline }
}

/** ninjs has a uri and a body or headline, in version 1 by their own names, in version 2 and 3 as lists. */
function isNinjs(thing: JsonObject): boolean {
  return (
    typeof thing.uri === 'string' &&
    Object.keys(thing).some((key) => /^(body_|bodies$|headline|description_)/.test(key))
  )
}

/** Whether an object is a record that a reader made, of whatever schema. */
export function isRecord(value: unknown): value is JsonObject {
  const { schema, report } = (value ?? {}) as JsonObject
  return typeof schema === 'string' && schema.startsWith('onrecord/') && typeof report === 'object'
}

/** Whether an object is what `onrecord read --jsonl` writes in place of a record, where a line could not be read. */
export function isFailure(value: unknown): value is { line: unknown; error: { code?: unknown; message?: unknown } } {
  const { line, error, text } = (value ?? {}) as JsonObject
  return typeof line === 'number' && typeof error === 'object' && error !== null && text === undefined
}
