import { openHeader } from '../../src/header/index.ts'
import { openFirstStages } from '../../src/read.ts'
import { openView } from '../../src/statement/view.ts'
import { resources } from '../resources.ts'
import type { Article } from './corpus.ts'
import type { Doc } from './examples.ts'
import { alignGold } from './gold.ts'
import { headChances, type TaughtReport } from './taught.ts'

/** The article with what the teacher says of its words. */
export const taughtOf = (doc: Doc, report: TaughtReport | undefined): Doc =>
  report ? { ...doc, chances: headChances(doc.view.language, report.cues) } : doc

/** A report that nobody marked, for `openDocs`. */
export const unmarkedArticle = ({ id, text, published }: TaughtReport): Article => ({
  ...{ id, text, published, people: [[]], whole: false },
})

/** Opens what reads the words and trees of articles, as the reader does, and lays the first person's marks over them. */
export function openDocs(): (article: Article) => Doc {
  const header = openHeader(resources)
  const { read } = openFirstStages(resources)
  return ({ id, text, people, whole }) => {
    const head = header(text)
    const { words, tree } = read(text, head, {})
    return { id, view: openView(words, tree), gold: alignGold(words, people[0]), whole }
  }
}
