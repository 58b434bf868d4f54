import type { Resources } from '../resources.ts'
import { readWordLists, type WordLists } from '../word-lists.ts'

/** The file of the codebook that holds the lists. */
export const LISTS_FILE = 'codebook/words.tsv'

const names = [
  'before-places',
  'called-upon',
  'clipped',
  'elisions',
  'lead-places',
  'name-modals',
  'of-whom',
  'relatives',
  'subject-control',
  'verb-prefixes',
] as const

/** The lists of codebook/words.tsv, which says what each is. */
export type LanguageLists = WordLists<(typeof names)[number]>

/** @throws RangeError where a list is missing */
export const openLists = (resources: Resources): LanguageLists => readWordLists(resources, LISTS_FILE, names)
