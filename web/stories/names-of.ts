import type { LaidReport, LaidStory } from '../../src/story/lay-out.ts'
import { plain } from '../report/text/odd.ts'

/** What a report is called beside others: its outlet, or its id. */
export const nameOf = ({ outlet, id }: Pick<LaidReport, 'outlet' | 'id'>): string => plain(outlet ?? id)

/** What each report of a story is called, by its id. */
export function namesOf({ reports }: Pick<LaidStory, 'reports'>): (id: string) => string {
  const names = new Map(reports.map((report) => [report.id, nameOf(report)]))
  return (id) => names.get(id) ?? plain(id)
}
