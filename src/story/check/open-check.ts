import { LISTS_FILE, openLists } from '../../language/lists.ts'
import { findParagraphs } from '../../language/paragraphs.ts'
import { findQuotations } from '../../language/quotations/find-quotations.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import { parseTable, type Resources } from '../../resources.ts'
import { wordsOf } from '../text-words.ts'
import { type CheckRow, checkQuotations } from './check-draft.ts'
import type { Sources } from './sources.ts'

/** Checks a draft, given its record, against sources. */
export type Check = (draft: NewsRecord, sources: Sources) => CheckRow[]

/** The files of the codebook that checking needs. */
export const checkFiles = [
  'codebook/story/negations.txt',
  'codebook/story/numbers.txt',
  'codebook/story/offices.tsv',
  'codebook/entity/countries.tsv',
  'codebook/event/numbers.tsv',
  LISTS_FILE,
] as const

/** Opens checking: loads the words that are said loudly where they differ. */
export function openCheck(resources: Resources): Check {
  const list = (name: string) => new Set(parseTable(resources.text(`codebook/story/${name}.txt`)).map(([word]) => word))
  const offices = parseTable(resources.text('codebook/story/offices.tsv'))
  const ranks = new Set(offices.filter(([, is]) => is === 'rank').map(([word]) => word))
  // whose minister it is says nothing of the office
  const countries = parseTable(resources.text('codebook/entity/countries.tsv')).flatMap(([, name, others, people]) =>
    [name, others, people].flatMap((names = '') => wordsOf(names).keys),
  )
  const nothing = new Set([...offices.filter(([, is]) => is === 'nothing').map(([word]) => word), ...countries])
  const values = new Map(
    parseTable(resources.text('codebook/event/numbers.tsv')).map(([word, is]) => [
      word,
      is.startsWith('x') ? { times: Number(is.slice(1)) } : { is: Number(is) },
    ]),
  )
  const words = { negations: list('negations'), numbers: list('numbers'), values, ranks, nothing }
  const { elisions } = openLists(resources)
  return (draft, sources) => {
    const { text } = draft.report
    const quotations = findQuotations(text, findParagraphs(text), elisions).filter(({ inner }) => !inner)
    return checkQuotations(draft, quotations, sources, words)
  }
}
