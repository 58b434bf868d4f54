import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Note, Time } from '../record/types.ts'

export interface TimeInput {
  language: Language
  tree: Tree
  /** ISO date (or date and time) of publication, where known */
  published?: string
}

/** What a part of a value was taken from: the words, the publication date, another time, or a calendar's rule. */
export type TimeBasis = 'words' | 'published' | 'time' | 'calendar'

/** What stands behind one time: its words, what they said and what was filled in. */
export interface TimeDetail {
  /** first word, and the word after the last; -1 both in the dateline, whose words are blank */
  from: number
  to: number
  /** what the words alone say, as a TIMEX3 value with X for what they leave open: 'XXXX-WXX-3' */
  said: string
  /** whether the words alone give the whole value */
  certain: boolean
  /** what the open parts were filled in from; 'words' where nothing was open */
  basis: TimeBasis
  /** name of the rule that found it */
  rule: string
}

/** What the time stage finds. Times are in text order and do not overlap. */
export interface TimeReading {
  times: readonly Time[]
  /** parallel to `times` */
  details: readonly TimeDetail[]
  /** people's ages ('52 years old', 'a six-year-old'): durations that say when nothing was, and so are no times */
  ages?: readonly Time[]
  notes: readonly Note[]
  /** the day that times are counted from: that of publication, or the dateline's */
  published?: string
  /** the dateline's day, its year from the day of publication where the words leave it open */
  datelineDay?: string
}
