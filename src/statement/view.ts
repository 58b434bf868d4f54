import type { Quotation } from '../language/quotations/find-quotations.ts'
import type { Tree } from '../language/tree.ts'
import { type Language, NAME_KINDS } from '../language/types.ts'
import { hashText, keptHashes } from './hash.ts'

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

export function openView(language: Language, tree: Tree): View {
  const { size } = language
  const numbers = () => new Int32Array(size)
  const [lower, lemma, upos, xpos, relation, plain] = [numbers(), numbers(), numbers(), numbers(), numbers(), numbers()]
  const mark = new Uint8Array(size)
  for (let w = 0; w < size; w++) {
    lower[w] = hashText(language.lower[w])
    lemma[w] = hashText(language.lemma[w])
    upos[w] = hashLabel(language.upos[w])
    xpos[w] = hashLabel(language.xpos[w])
    relation[w] = hashLabel(language.relation[w])
    plain[w] = hashPlain(language.relation[w])
    mark[w] = punctuation(language.form[w], language.upos[w])
  }
  const name = new Uint8Array(size)
  for (const { from, to, kind } of language.names) {
    name.fill(NAME_KINDS.indexOf(kind) + 1, from, to)
    if (!NAMED.has(kind)) continue
    for (let w = from; w < to; w++) if (isCapital(language.form[w])) lower[w] = lemma[w] = hashKind(kind)
  }
  return {
    language,
    tree,
    quotations: language.quotations,
    quotation: language.quotation,
    lower,
    lemma,
    upos,
    xpos,
    relation,
    plain,
    name,
    mark,
    first: tree.firstChild,
    next: tree.nextSibling,
  }
}

const NAMED = new Set(['person', 'organization', 'place', 'group', 'facility'])
const isCapital = (form: string) => /^\p{Lu}/u.test(form)
const hashKind = keptHashes((kind) => `a ${kind}`)

const hashLabel = keptHashes()
const hashPlain = keptHashes((relation) => relation.replace(/:.*/, ''))

function punctuation(form: string, upos: string): number {
  if (upos !== 'PUNCT' && isWordCharacter(form.charCodeAt(0))) return MARK.none
  if (upos === 'PART') return MARK.none
  return marks.get(form) ?? (upos === 'PUNCT' ? MARK.other : MARK.none)
}

/** Letters and digits of ASCII: no mark begins with one. */
const isWordCharacter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
