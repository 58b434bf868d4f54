import type { Tree } from '../language/tree.ts'
import { type Language, NAME_KINDS } from '../language/types.ts'
import { mendCoordination } from './coordination.ts'
import { hashText } from './hash.ts'
import { findQuotations, type Quotation } from './quotations.ts'

/** One report's words as the statement models see them: everything an integer, prepared once. Arrays go by word. */
export interface View {
  language: Language
  tree: Tree
  quotations: readonly Quotation[]
  /** index of the outermost quotation that holds the word, or -1 */
  quotation: Int32Array
  lower: Int32Array
  lemma: Int32Array
  upos: Int32Array
  xpos: Int32Array
  /** the relation with its subtype, and without */
  relation: Int32Array
  plain: Int32Array
  /** kind of the name that holds the word, from 1; 0 outside names */
  name: Uint8Array
  /** what the word is as punctuation: see `punctuation` */
  mark: Uint8Array
  /** first child and next sibling in text order, or -1 */
  first: Int32Array
  next: Int32Array
}

/** Kinds of punctuation that part source, cue and content from each other. */
export const MARK = {
  none: 0,
  comma: 1,
  quote: 2,
  colon: 3,
  dash: 4,
  stop: 5,
  bracket: 6,
  semicolon: 7,
  other: 8,
} as const

const marks = new Map<string, number>([
  [',', MARK.comma],
  [':', MARK.colon],
  [';', MARK.semicolon],
  ['.', MARK.stop],
  ['!', MARK.stop],
  ['?', MARK.stop],
  ['...', MARK.stop],
  ['…', MARK.stop],
  ['-', MARK.dash],
  ['--', MARK.dash],
  ['–', MARK.dash],
  ['—', MARK.dash],
  ['(', MARK.bracket],
  [')', MARK.bracket],
  ['[', MARK.bracket],
  [']', MARK.bracket],
])
for (const quote of ['"', '“', '”', '„', '«', '»', "''", '``', '’’', '‘‘', '‘', '’', "'", '`'])
  marks.set(quote, MARK.quote)

export function openView(given: Language, givenTree: Tree): View {
  const { language, tree } = mendCoordination(given, givenTree)
  const text = (list: readonly string[]) => Int32Array.from(list, hashText)
  const short = (list: readonly string[]) => {
    const known = new Map<string, number>()
    return Int32Array.from(list, (value) => {
      let hash = known.get(value)
      if (hash === undefined) known.set(value, (hash = hashText(value)))
      return hash
    })
  }
  const name = new Uint8Array(language.size)
  for (const { from, to, kind } of language.names) name.fill(NAME_KINDS.indexOf(kind) + 1, from, to)
  const quotations = findQuotations(language.text, language.paragraphs)
  return {
    language,
    tree,
    quotations,
    quotation: placeQuotations(language, quotations),
    lower: text(language.lower),
    lemma: text(language.lemma),
    upos: short(language.upos),
    xpos: short(language.xpos),
    relation: short(language.relation),
    plain: short(language.relation.map(withoutSubtype)),
    name,
    mark: Uint8Array.from(language.form, (form, w) => punctuation(form, language.upos[w])),
    first: tree.firstChild,
    next: tree.nextSibling,
  }
}

function punctuation(form: string, upos: string): number {
  if (upos === 'PART') return MARK.none
  return marks.get(form) ?? (upos === 'PUNCT' ? MARK.other : MARK.none)
}

const withoutSubtype = (relation: string) => {
  const colon = relation.indexOf(':')
  return colon < 0 ? relation : relation.slice(0, colon)
}

function placeQuotations(language: Language, quotations: readonly Quotation[]): Int32Array {
  const { size, start, end } = language
  const at = new Int32Array(size).fill(-1)
  let w = 0
  quotations.forEach((quotation, q) => {
    if (quotation.inner) return
    while (w < size && end[w] <= quotation.start) w++
    for (; w < size && start[w] < quotation.end; w++) at[w] = q
  })
  return at
}
