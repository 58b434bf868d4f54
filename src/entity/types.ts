import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Entity, Note, Place } from '../record/types.ts'
import type { TimeReading } from '../time/types.ts'

export interface EntityInput {
  language: Language
  tree: Tree
  times: TimeReading
  published?: string
  title?: string
  outlet?: string
}

/** What the entity stage finds. */
export interface EntityReading {
  entities: readonly Entity[]
  places: readonly Place[]
  notes: readonly Note[]
  /** for every word of the report: index into `entities` of the mention whose head word it is, or -1 */
  entityAt: Int32Array
}
