import type { ComparedField } from '../../src/story/compare.ts'

/** What tellings of one happening are compared by, in words. */
export const comparedWords: Readonly<Record<ComparedField, string>> = {
  status: 'told as',
  word: 'on whose word',
  named: 'named or not',
  actors: 'who',
  recipients: 'to whom',
  when: 'when',
  where: 'where',
  killed: 'killed',
  injured: 'injured',
  arrested: 'arrested',
  size: 'how many',
}

/** By what it is known where a report's words come from. */
export const basisOfOrigin = {
  own: 'its own',
  credit: 'by a credit',
  dateline: 'by its dateline',
  family: 'by its publisher',
  copy: 'by its words',
} as const

/** How a later report has a quotation. */
export const quotationsInWords = {
  same: 'word for word',
  shortened: 'shorter',
  longer: 'longer',
  altered: 'other words',
} as const
