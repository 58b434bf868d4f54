import type { Language } from '../language/types.ts'
import type { TimeReading } from './types.ts'

/** By word: 1 for words of time expressions. */
export function timeWords({ language, times }: { language: Language; times: TimeReading }): Uint8Array {
  const timeAt = new Uint8Array(language.size)
  for (const { from, to } of times.details) timeAt.fill(1, from, to)
  return timeAt
}
