import { Failure } from '../record/failure.ts'
import { checkReport, checkText, knownFields, type ReportInput } from '../record/report.ts'

export { LONGEST_TEXT } from '../record/report.ts'

/**
 * A report as somebody gives it in JSON; what else they say of it is left out.
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
    return { id: report.id, text: report.text, ...knownFields(report) }
  } catch (error) {
    const { code, message } = error as Failure
    if (code === 'bad-argument') throw new Failure('line-not-report', message)
    throw code === 'input-too-large' ? new Failure(code, message) : error
  }
}

/** @throws Failure `input-too-large` where a text has more characters than are read */
export function checkLength(text: string, name: string): void {
  try {
    checkText(text, name)
  } catch (error) {
    throw new Failure('input-too-large', (error as Error).message)
  }
}
