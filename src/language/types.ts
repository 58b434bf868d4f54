import type { Span } from '../record/types.ts'
import type { Dateline } from './dateline.ts'
import type { Quotation } from './quotations/find-quotations.ts'

/** What a name names; 'misc', 'date', 'money', 'product' help the tagger and are not in the record's entities as such. */
export const NAME_KINDS = [
  'person',
  'organization',
  'place',
  'facility',
  'group',
  'misc',
  'date',
  'money',
  'product',
] as const
export type NameKind = (typeof NAME_KINDS)[number]

export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const
export type Upos = (typeof UPOS)[number]

/** A name found by the tagger: a run of words [from, to) of one sentence. */
export interface Name {
  from: number
  to: number
  kind: NameKind
  confidence: number
}

/**
 * What the network knows of each word in its sentence: `width` numbers a word, in fixed point with 9 bits after the point. They mean
 * nothing one by one; later stages learn from them.
 */
export interface ContextVectors {
  width: number
  values: Int16Array
}

/** One sentence: the words [from, to). Paragraphs are numbered from 0 in the order of the text. */
export interface Sentence {
  from: number
  to: number
  paragraph: number
}

/**
 * What the language stage finds in one text. Words are numbered through the whole report; word w covers
 * `text.slice(start[w], end[w])`. Arrays are parallel and must not be changed by other stages.
 */
export interface Language {
  text: string
  /** number of words */
  size: number
  start: Int32Array
  end: Int32Array
  /** the word's characters, as they stand */
  form: readonly string[]
  /** the form in lower case */
  lower: readonly string[]
  lemma: readonly string[]
  upos: readonly Upos[]
  /** Penn Treebank tag ('VBD', 'NNP', ...): tense and number live here */
  xpos: readonly string[]
  /** the word's head, or -1 for a sentence's root */
  head: Int32Array
  /** Universal Dependencies relation to the head, with its subtype ('nsubj', 'nsubj:pass', 'root', ...) */
  relation: readonly string[]
  /** index into sentences */
  sentence: Int32Array
  /** whether white space follows the word */
  space: Uint8Array
  sentences: readonly Sentence[]
  /** stretches of text between blank lines (or single line breaks, in texts that use those) */
  paragraphs: readonly Span[]
  names: readonly Name[]
  /** stretches in quotation marks, by their first character */
  quotations: readonly Quotation[]
  /** index of the outermost quotation that holds the word, or -1 */
  quotation: Int32Array
  /** missing where trees come from elsewhere than the network */
  context?: ContextVectors
  /** what the report opens with before its first sentence; its characters are blank to the stages */
  dateline?: Dateline
  /** BCP 47 tag, or 'und' */
  tag: string
}
