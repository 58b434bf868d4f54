import type { Relation } from './lexicon.ts'
import { entryAt, type Line, textAt } from './pieces.ts'

/** A word that picks one of several, before piece `end`, with its determiner: 'this coming', 'the previous', 'last'. */
export function relationBefore(line: Line, end: number): { from: number; relation: Relation } | undefined {
  let i = end - 1
  while (line.lexicon.words.fillers.has(textAt(line, i)) && entryAt(line, i)?.relation === undefined && end - i < 3) i--
  const relation = entryAt(line, i)?.relation
  if (!relation || (relation === 'that' && isConjunction(line, i))) return undefined
  const before = textAt(line, i - 1)
  if (line.lexicon.words.determiners.has(textAt(line, i)) || !line.lexicon.words.determiners.has(before))
    return { from: i, relation }
  return { from: i - 1, relation }
}

/** 'said that year after year ...': 'that' after a verb of saying is no determiner, by its tag. */
function isConjunction({ pieces, language }: Line, i: number): boolean {
  const { word, text } = pieces[i]
  return text === 'that' && language.upos[word] === 'SCONJ'
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ'])

/** Whether the pieces before `to` modify a noun that follows: 'the Aug. 7 [attacks]', 'the 1988 [uprising]'. */
export function modifiesNoun({ pieces, language }: Line, to: number): boolean {
  const next = pieces[to]
  return next !== undefined && NOMINAL.has(language.upos[next.word]) && language.xpos[next.word] !== 'JJR'
}
