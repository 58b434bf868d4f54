import type { WordLists } from '../word-lists.ts'

/** The lists of codebook/event/words.tsv, which says what each is. */
export const wordLists = [
  'around',
  'circumstances',
  'during',
  'empty',
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
  'spoken-at',
  'third',
] as const

export type Words = WordLists<(typeof wordLists)[number]>
