import type { CheckRow } from './check-draft.ts'
import type { QuoteDifference } from './differences.ts'

/** What is to be said of a row besides its verdict, a piece at a time, in words. */
export function sayRow(row: CheckRow): string[] {
  return [
    ...(row.verdict === 'other-speaker'
      ? [`said there by ${row.sourceSpeaker ?? 'somebody else'}, here by ${row.speaker ?? 'nobody'}`]
      : []),
    ...row.differences.map(sayDifference),
    ...row.loud.map((loud) => (loud === 'number' ? 'A NUMBER DIFFERS' : 'A NEGATION DIFFERS')),
    ...row.notes,
  ]
}

/** A difference, the source's words first. */
export function sayDifference({ kind, draft, source }: QuoteDifference): string {
  if (kind === 'left-out') return `left out: “${source}”`
  if (kind === 'put-in') return `put in: “${draft}”`
  return `“${source}” became “${draft}”`
}

/** Whether a verdict asks for nobody's attention. */
export const isFine = ({ verdict }: CheckRow): boolean => verdict === 'exact' || verdict === 'supported'
