import type { EventLabels } from '../../src/event/learn/model.ts'
import { statuses } from '../../src/record/schema.ts'
import type { Marked } from './corpus.ts'

/** What the mention head tells apart: all types that are marked, and their modes where three events have one. */
export function labelsOf(reports: readonly Marked[]): EventLabels {
  const events = reports.flatMap((report) => report.events)
  const types = [...new Set(events.map(({ type }) => type))].sort()
  const counted = new Map<string, number>()
  for (const { type, mode } of events) {
    const label = mode ? `${type}/${mode}` : type
    counted.set(label, (counted.get(label) ?? 0) + 1)
  }
  const modes = [...counted].flatMap(([label, n]) => (n >= 3 || !label.includes('/') ? [label] : [])).sort()
  return { types: ['none', ...types], modes: [...new Set([...modes, ...types])].sort(), statuses: [...statuses] }
}
