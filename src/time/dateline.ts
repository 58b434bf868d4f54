import type { Language } from '../language/types.ts'
import type { TimeDetail } from './types.ts'

const CLOSERS = new Set(['(', '--', '-', '–', '—', '_', ')'])
const FARTHEST = 8

/** 'ALMETH, May 7 (Agency) -- ...', 'date 2024-10-03 ...': what stands before the report's first sentence proper. */
export function isDateline(
  { form, xpos, sentence }: Language,
  { from, to, rule }: Pick<TimeDetail, 'from' | 'to' | 'rule'>,
): boolean {
  if (from > FARTHEST || sentence[from] > 0) return false
  for (let w = 0; w < from; w++) if (xpos[w].startsWith('VB')) return false
  return rule.startsWith('numeric-date') || CLOSERS.has(form[to])
}
