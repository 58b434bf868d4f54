import { checkRecord } from '../record/check.ts'
import { Failure } from '../record/failure.ts'
import type { Record as NewsRecord } from '../record/types.ts'
import type { Selection } from './format.ts'
import { linesIn, objectOf } from './jsonl.ts'

/** Records as JSON, one a line: byte for byte what `onrecord read --jsonl` gives. Decisions are no part of them. */
export function* writeRecords(selections: Iterable<Pick<Selection, 'record'>>): Generator<string> {
  for (const { record } of selections) yield `${JSON.stringify(record)}\n`
}

/**
 * Reads records back from JSON lines.
 *
 * @param chunks the file's text, in one piece or many
 * @throws Failure `line-not-json` or `line-not-record`, with the line's number and what is wrong
 */
export function* readRecords(chunks: Iterable<string>): Generator<NewsRecord> {
  let number = 0
  for (const line of linesIn(chunks)) {
    number++
    if (line.trim() === '') continue
    const record = objectOf(line, number) as NewsRecord
    const [problem] = checkRecord(record)
    if (problem)
      throw new Failure('line-not-record', `line ${number} is not a record: ${problem.path}: ${problem.message}`)
    yield record
  }
}
