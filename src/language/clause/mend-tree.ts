import { parseTable, type Resources } from '../../resources.ts'
import type { Language } from '../types.ts'
import { mendAppositions } from './mend-appositions.ts'
import { mendCoordination } from './mend-coordination.ts'
import { openMendNames } from './mend-names.ts'
import { mendNegations } from './mend-negations.ts'
import { mendQuotations } from './mend-quotations.ts'

/** Hangs a word elsewhere than the parser did. */
export type Mend = (word: number, into: { head: number; relation: string }) => void

/**
 * Opens the mending of frequent slips of the parser, once for all stages. What was given stays as it is; where nothing is to mend, it
 * is given back. The verbs of saying are those of `codebook/statement/cues.tsv`.
 */
export function openMendTree(resources: Resources): (language: Language) => Language {
  const cues = parseTable(resources.text('codebook/statement/cues.tsv'))
  const verbs = new Set(cues.filter(([, part]) => part === 'verb').map(([cue]) => cue))
  const mendNames = openMendNames(resources)
  return (language) =>
    apply(apply(apply(apply(mendNames(language), mendCoordination), mendAppositions), mendNegations), (given, mend) =>
      mendQuotations(given, (w) => verbs.has(given.lemma[w]), mend),
    )
}

function apply(language: Language, rule: (language: Language, mend: Mend) => void): Language {
  let head: Int32Array | undefined
  let relation: string[] | undefined
  rule(language, (w, into) => {
    head ??= language.head.slice()
    relation ??= [...language.relation]
    head[w] = into.head
    relation[w] = into.relation
  })
  return head && relation ? { ...language, head, relation } : language
}
