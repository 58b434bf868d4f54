import { codebookTable } from '../codes/meanings.ts'
import { folded, foldOf } from './fold.ts'

let words: ReadonlySet<string> | undefined
const pronouns = () => (words ??= new Set(codebookTable('entity/pronouns.tsv').map(([word]) => word)))

/** Whether a name is a pronoun of the codebook: it stands for somebody in one report, and for nobody over all of them. */
export const isPronoun = (name: string): boolean => pronouns().has(folded(name))

let sql: string | undefined

/** A query for the numbers of names that are pronouns. */
export function pronounNumbers(): string {
  const all = [...pronouns()].filter((word) => /^[a-z]+$/.test(word))
  sql ??= `SELECT named FROM named WHERE fold IN (${all.map(foldOf).join(', ')}) AND folded(name) IN (${all.map((word) => `'${word}'`).join(', ')})`
  return sql
}
