import { checkRecord, UNKNOWN_FIELD } from '../record/check.ts'
import { type ErrorCode, errorCodes } from '../record/codes.ts'
import { Failure } from '../record/failure.ts'
import type { Record as NewsRecord, Note } from '../record/types.ts'
import { noteOf } from './encoding.ts'
import { sha256 as hashOf } from './taking.ts'

/** The schema of the records that this version keeps. */
const SCHEMA = 'onrecord/1'

/**
 * A record as `onrecord read --jsonl` wrote it, perhaps on another machine, checked: its schema, that its text is the one whose SHA-256 it gives, every span and
 * every id. It is not read again.
 *
 * @returns the record, and a note where a newer version gave it fields that this one does not know
 * @throws Failure `record-unfit`, which says what is wrong and where
 */
export function givenRecord(value: unknown): { record: NewsRecord; notes: Note[] } {
  const { schema } = value as { schema: unknown }
  if (schema !== SCHEMA)
    throw new Failure(
      'record-unfit',
      `this is a record of the schema '${schema}', and '${SCHEMA}' is what is kept here`,
    )
  const problems = checkRecord(value, { strict: true })
  const found = problems.find(({ message }) => !message.includes(UNKNOWN_FIELD))
  if (found) throw new Failure('record-unfit', `the record does not hold together: ${found.path}: ${found.message}`)
  const record = value as NewsRecord
  const { text, sha256 } = record.report
  if (hashOf(text) !== sha256)
    throw new Failure('record-unfit', "the record's text is not the one that was read: its SHA-256 is another")
  return { record, notes: problems.length > 0 ? [noteOf('record-fields-left')] : [] }
}

/** The failure that a line tells of which `onrecord read --jsonl` wrote in place of a record. */
export function failureInPlace({
  line,
  error,
}: {
  line: unknown
  error: { code?: unknown; message?: unknown }
}): Failure {
  const code = String(error.code)
  return new Failure(
    Object.hasOwn(errorCodes, code) ? (code as ErrorCode) : 'line-not-record',
    `the line stands in place of a record: line ${line} of what was read could not be read (${error.message ?? code})`,
  )
}
