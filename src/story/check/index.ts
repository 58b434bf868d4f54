import type { OpenedReader } from '../../read.ts'
import type { ReportInput } from '../../record/report.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import type { CheckRow } from './check-draft.ts'
import { openSources } from './sources.ts'

export { type CheckRow, type CheckVerdict, verdicts } from './check-draft.ts'
export type { Loud, QuoteDifference } from './differences.ts'
export { type CheckSource, openSources, type Sources, sourceOf } from './sources.ts'

/**
 * Checks a draft against its sources: says of each quotation whether the sources have it word for word, and from whom, and of each attributed
 * statement whether they have its speaker say much the same. Decides nothing about truth.
 *
 * @param draft the draft's text, or the draft as a report
 * @param sources reports, or their records where they were read already
 * @returns rows in the order of the draft; spans are UTF-16 code units into the draft, and into the source report's text
 * @example
 * const rows = checkDraft('“We will wait,” Jonas Reth said.', [{ id: 'wire', text: '“We will not wait,” Jonas Reth said.' }], { reader })
 * rows[0].verdict // 'altered'
 * rows[0].loud // ['negation']
 */
export function checkDraft(
  draft: string | ReportInput,
  sources: readonly (ReportInput | NewsRecord)[],
  { reader }: { reader: OpenedReader },
): CheckRow[] {
  const record = reader.read(typeof draft === 'string' ? { id: 'draft', text: draft } : draft)
  const records = sources.map((source) => ('report' in source ? source : reader.read(source)))
  return reader.check(record, openSources(records))
}
