import type { EntityReading } from '../entity/types.ts'
import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Event, Link, Note } from '../record/types.ts'
import type { StatementReading } from '../statement/types.ts'
import type { TimeReading } from '../time/types.ts'

export interface EventInput {
  language: Language
  tree: Tree
  times: TimeReading
  entities: EntityReading
  statements: StatementReading
}

/** What the event stage finds. Events are in the order of their triggers. */
export interface EventReading {
  events: readonly Event[]
  links: readonly Link[]
  notes: readonly Note[]
}
