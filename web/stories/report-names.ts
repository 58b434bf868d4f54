import type { LaidReport, LaidStory } from '../../src/story/lay-out.ts'
import { onOneLine } from '../report/text/odd.ts'

/** What a report is called beside others: its outlet, or its id. */
export const reportName = ({ outlet, id }: Pick<LaidReport, 'outlet' | 'id'>): string => onOneLine(outlet ?? id)

/** What each report of a story is called, by its id. */
export function reportNames({ reports }: Pick<LaidStory, 'reports'>): (id: string) => string {
  const names = new Map(reports.map((report) => [report.id, reportName(report)]))
  return (id) => names.get(id) ?? onOneLine(id)
}
