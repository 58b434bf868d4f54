import type { WordLists } from '../word-lists.ts'

/** The lists of codebook/entity/words.tsv, which says what each is. */
export const entityWordLists = [
  'before-titles',
  'bodies',
  'breaks',
  'company-endings',
  'divisions',
  'empty-subjects',
  'empty-verbs',
  'generic',
  'joiners',
  'land-endings',
  'lands',
  'light',
  'named-adjectives',
  'not-initials',
  'others',
  'plural',
  'pointers',
  'pointing',
  'possessive',
  'towns',
] as const

export type EntityLists = WordLists<(typeof entityWordLists)[number]>
