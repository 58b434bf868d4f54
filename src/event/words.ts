import type { WordLists } from '../word-lists.ts'

/** The lists of codebook/event/words.tsv, which says what each is. */
export const eventWordLists = [
  'anniversaries',
  'around',
  'circumstances',
  'comes-to',
  'days-when',
  'during',
  'edges',
  'empty',
  'fiction',
  'going-on',
  'guessed',
  'holders',
  'inner-recipients',
  'inside',
  'nobody',
  'not-of-nouns',
  'obliged',
  'recipients',
  'relative',
  'same-time',
  'several',
  'spoken-at',
  'third',
] as const

export type EventWords = WordLists<(typeof eventWordLists)[number]>
