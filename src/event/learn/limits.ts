/**
 * Where the heads' chances are cut, all in one place; each was chosen on reports that the heads had not learned from. In a text
 * of one sentence, which stands alone because of what it tells, the rules' own rows and parties count for more.
 */
export const limits = {
  /** least log odds of a word to be looked at closely */
  may: -1,
  /** least chance of a word to tell of an event */
  telling: 0.2,
  /** the same where the rules alone make it a row in a text of one sentence */
  tellingAlone: 0.05,
  /** how sure a row is that the tables alone decide: of a type, or by a word, that the heads have not learned */
  tables: 0.65,
  /** how many times (as a logarithm) another type must be likelier than the rules' own */
  type: 2,
  /** the same in a text of one sentence */
  typeAlone: 4,
  /** least chance that anybody plays a part, and of one who then does */
  anybody: 0.55,
  party: 0.28,
  /** the same of one whom another sentence names */
  outerParty: 0.45,
  /** least chance of one whose name tells a happening from others */
  named: 0.4,
  /** least chance of one whom the rules give the part */
  ruledParty: 0.2,
  /** least chance of one whom the rules do not give it, in a text of one sentence where they give it to others */
  partyAlone: 0.5,
  /** least chance of one who is likelier in the other part, and of one inside another's phrase */
  bothParts: 0.35,
  insideParty: 0.45,
  /** what is added to the scores of no time, no place and the report's own word */
  noTime: 0,
  noPlace: -1,
  ownWord: 0.5,
  /** what is added to the score of a happening of its own */
  newHappening: 0,
  /** least chance of a row to stand on record: where F1 is highest on reports that the weights of rows were learned on */
  row: 0.35,
  /** the same in a text of one sentence, where the rules make no such row */
  rowAlone: 0.7,
}
