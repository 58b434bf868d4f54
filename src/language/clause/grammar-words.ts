import { parseTable, type Resources } from '../../resources.ts'
import { type LanguageLists, openLists } from '../lists.ts'

/** Words that the grammar goes by. */
export interface GrammarWords {
  /** nouns that say what a person is: 'chief', 'minister' */
  titles: ReadonlySet<string>
  lists: LanguageLists
}

/** @throws RangeError where a list is missing */
export function openGrammarWords(resources: Resources): GrammarWords {
  const rows = parseTable(resources.text('codebook/event/classes.tsv'))
  const titles = rows.flatMap(([name, words]) => (name === 'title' ? words.split(' ') : []))
  return { titles: new Set(titles), lists: openLists(resources) }
}
