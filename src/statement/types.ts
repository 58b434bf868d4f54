import type { EntityReading } from '../entity/types.ts'
import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Note, Span, Statement } from '../record/types.ts'
import type { TimeReading } from '../time/types.ts'
import type { Range } from './extend.ts'

export interface StatementInput {
  language: Language
  tree: Tree
  times: TimeReading
  entities: EntityReading
}

/** What stands behind one statement, for later stages: words instead of characters. */
export interface StatementDetail {
  /** head word of the cue, or -1 where there is none */
  head: number
  source: Range | undefined
  cue: Range | undefined
  content: readonly Range[]
  /** the stretches of the content that stand in quotation marks */
  quoted: readonly Span[]
  /** in what or where it was said: 'in a speech in Doha', 'on Telegram' */
  occasion: Span | undefined
}

/** What the statement stage finds. Statements are in the order of their first word. */
export interface StatementReading {
  statements: readonly Statement[]
  /** parallel to `statements` */
  details: readonly StatementDetail[]
  /** for every word of the report: index of the innermost statement whose content holds it, or -1: the report's own voice */
  innermost: Int32Array
  notes: readonly Note[]
}
