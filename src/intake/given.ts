import { Failure } from '../record/failure.ts'
import { checkReport, type ReportInput } from '../record/report.ts'

/**
 * A report as somebody gives it in JSON.
 *
 * @throws Failure `line-not-report`, which says what is missing, or `input-too-large`
 */
export function givenReport(value: unknown): ReportInput {
  const { schema } = (value ?? {}) as { schema?: unknown }
  if (typeof schema === 'string' && schema.startsWith('onrecord/'))
    throw new Failure(
      'line-not-report',
      'this is a record that was read already; keep it as it is: onrecord add records.jsonl --desk FILE',
    )
  try {
    const report = checkReport(value)
    checkLength(report.text, 'the text')
    return report
  } catch (error) {
    if ((error as { code?: string }).code !== 'bad-argument') throw error
    throw new Failure('line-not-report', (error as Error).message)
  }
}

/**
 * Most characters (UTF-16 code units) of a text that is read: some 600,000 words, more than any report has. Reading takes about 200 bytes a
 * character, so that one of this length holds on a machine of 4 GB.
 */
export const LONGEST_TEXT = 4_000_000

/** @throws Failure `input-too-large` where a text has more characters than are read */
export function checkLength(text: string, name: string): void {
  if (text.length > LONGEST_TEXT)
    throw new Failure(
      'input-too-large',
      `${name} has ${text.length} characters, and ${LONGEST_TEXT} are read at most; cut it into parts`,
    )
}
