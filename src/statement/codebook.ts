import { type GrammarWords, openGrammarWords } from '../language/clause/grammar-words.ts'
import { parseTable, type Resources } from '../resources.ts'
import { readWordLists } from '../word-lists.ts'
import { type StatementLists, statementWordLists } from './words.ts'

/** What the statement stage's rules go by. */
export interface StatementBook {
  /** words that the steps ask for by the list's name */
  lists: StatementLists
  /** acts whose object is who it was said to ('told reporters', 'urged Kestria'), not what it was about */
  addressed: ReadonlySet<string>
  /** nouns of occasions and media: 'speech', 'television' */
  occasions: ReadonlySet<string>
  /** what the grammar of a report must know */
  grammar: GrammarWords
}

/** @throws RangeError where a list of words is missing */
export function openStatementBook(resources: Resources): StatementBook {
  const rows = (name: string) => parseTable(resources.text(`codebook/statement/${name}`))
  return {
    lists: readWordLists(resources, 'codebook/statement/words.tsv', statementWordLists),
    addressed: new Set(
      rows('acts.txt').flatMap(([act, , traits = '']) => (traits.split(' ').includes('addressed') ? [act] : [])),
    ),
    occasions: new Set(rows('occasions.txt').map(([noun]) => noun)),
    grammar: openGrammarWords(resources),
  }
}
