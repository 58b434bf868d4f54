import type { WordLists } from '../word-lists.ts'

/** The lists of codebook/statement/words.tsv, which says what each is. */
export const statementWordLists = ['ends-name', 'journeys', 'negations', 'occasions-by', 'told-by', 'where-by'] as const

export type StatementLists = WordLists<(typeof statementWordLists)[number]>
