import { codeBases, entityKinds, mentionForms, quotations, statuses, timeTypes, whenBases } from '../record/schema.ts'

/**
 * Closed lists of words, which stand in the tables as small numbers: the place in the list. Beside each number, a column that the database
 * makes gives the word. Places are kept for ever: words are only added, at the end, with a migration that makes the column again.
 */
export const closed = {
  form: [...mentionForms, 'title'],
  basis: codeBases,
  // '': nothing but words is known
  kind: ['', ...entityKinds],
  type: timeTypes,
  quotation: quotations,
  part: ['content', 'quoted'],
  when_basis: whenBases,
  status: statuses,
  role: ['actor', 'recipient'],
} as const

export type Closed = keyof typeof closed

const places = Object.fromEntries(
  Object.entries(closed).map(([list, words]) => [list, new Map(words.map((word, at) => [word as string, at]))]),
) as { [list in Closed]: Map<string, number> }

/** The number that stands for a word; undefined for a word that the list does not have. */
export function numberOf(list: Closed, word: string | undefined): number | undefined {
  return word === undefined ? undefined : places[list].get(word)
}
