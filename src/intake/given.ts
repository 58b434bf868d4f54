import { Failure } from '../record/failure.ts'
import { checkReport, type ReportInput } from '../record/report.ts'

/**
 * A report as somebody gives it in JSON.
 *
 * @throws Failure `line-not-report`, which says what is missing
 */
export function givenReport(value: unknown): ReportInput {
  try {
    return checkReport(value)
  } catch (error) {
    if ((error as { code?: string }).code !== 'bad-argument') throw error
    throw new Failure('line-not-report', (error as Error).message)
  }
}
