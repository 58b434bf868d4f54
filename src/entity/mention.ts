import type { EntityKind, Gender, GrammaticalNumber } from './traits.ts'

/** A stretch of words that names or refers to somebody or something, before it is known to whom. */
export interface FoundMention {
  form: 'name' | 'nominal' | 'pronoun'
  /** the span shown in the record: words [from, to) */
  from: number
  to: number
  /** the word that stands for the whole in the tree */
  head: number
  /** further words that stand for it: a title before the name */
  heads: readonly number[]
  kind: EntityKind | ''
  number: GrammaticalNumber
  gender: Gender
  /** first, second or third person; 3 for nouns */
  person: 1 | 2 | 3
  /** folded lemma of the head noun (nominals), folded name without articles (names), the pronoun */
  key: string
  /** title words before a name: [from, to) each */
  titles: readonly { from: number; to: number }[]
  /** the definite article, a demonstrative, a possessive, or none of these */
  definite: '' | 'the' | 'this' | 'own'
  /** index of the quotation that it stands in, or -1 */
  quote: number
  relative?: boolean
}
