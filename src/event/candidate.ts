import type { Rule, Whose } from './codebook.ts'

/** A word that tells of an event, and what it was taken for. */
export interface Candidate {
  /** the word that carries the event */
  word: number
  rule: Rule
  /** the verb that lends a noun its subject, or -1 */
  light: number
  /** whose the light verb's subject is */
  lightWhose: Whose
  /** first and last word of the trigger */
  from: number
  to: number
  /** of an attack: verbs that tell of its dead and wounded */
  casualties?: readonly number[]
}
