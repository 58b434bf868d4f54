import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Note, Time } from '../record/types.ts'

export interface TimeInput {
  language: Language
  tree: Tree
  /** ISO date (or date and time) of publication, where known */
  published?: string
}

/** What the time stage finds. Times are in text order and do not overlap. */
export interface TimeReading {
  times: readonly Time[]
  notes: readonly Note[]
}
