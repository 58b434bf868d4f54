import { LISTS_FILE, openLists } from '../../language/lists.ts'
import { findParagraphs } from '../../language/paragraphs.ts'
import { findQuotations } from '../../language/quotations/find-quotations.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import { parseTable, type Resources } from '../../resources.ts'
import { type CheckRow, checkQuotations } from './check-draft.ts'
import type { Sources } from './sources.ts'

/** Checks a draft, given its record, against sources. */
export type Check = (draft: NewsRecord, sources: Sources) => CheckRow[]

/** The files of the codebook that checking needs. */
export const checkFiles = ['codebook/story/negations.txt', 'codebook/story/numbers.txt', LISTS_FILE] as const

/** Opens checking: loads the words that are said loudly where they differ. */
export function openCheck(resources: Resources): Check {
  const list = (name: string) => new Set(parseTable(resources.text(`codebook/story/${name}.txt`)).map(([word]) => word))
  const words = { negations: list('negations'), numbers: list('numbers') }
  const { elisions } = openLists(resources)
  return (draft, sources) => {
    const { text } = draft.report
    const quotations = findQuotations(text, findParagraphs(text), elisions).filter(({ inner }) => !inner)
    return checkQuotations(draft, quotations, sources, words)
  }
}
