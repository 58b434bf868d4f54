import type { EntityReading } from '../entity/types.ts'
import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Note, Statement } from '../record/types.ts'
import type { TimeReading } from '../time/types.ts'

export interface StatementInput {
  language: Language
  tree: Tree
  times: TimeReading
  entities: EntityReading
}

/** What the statement stage finds. Statements are in the order of their first word. */
export interface StatementReading {
  statements: readonly Statement[]
  notes: readonly Note[]
}
