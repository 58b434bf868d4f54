import { sameRelation, type Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import type { Span } from '../record/types.ts'

/** What a noun phrase leaves out: clauses, coordinated phrases, apposition, the preposition before it. */
const LEFT_OUT = [
  'acl',
  'acl:relcl',
  'advcl',
  'appos',
  'parataxis',
  'conj',
  'cc',
  'case',
  'punct',
  'mark',
  'cop',
  'nsubj',
  'aux',
  'dep',
  'discourse',
  'ccomp',
  'list',
  'orphan',
  'nmod:unmarked',
  'obl',
]

/**
 * The span of the noun phrase whose head is w, without relative clauses, apposition, examples ('including ...'), what is
 * coordinated with it and the times that a parser hangs on it (`timeAt` is 1 for their words).
 */
export function phraseSpan(language: Language, tree: Tree, w: number, timeAt?: Uint8Array): Span {
  let from = w
  let to = w + 1
  for (const c of tree.children(w)) {
    if (timeAt?.[c] || (isLeftOut(language.relation[c]) && !isNameAfterTitle(language, c, w))) continue
    if (isExample(language, tree, c)) continue
    const [left, right] = reach({ language, tree, timeAt }, c, 0)
    if (left < from) from = left
    if (right > to) to = right
  }
  while (
    from < w &&
    (language.upos[from] === 'PUNCT' ||
      language.upos[from] === 'CCONJ' ||
      language.lower[from] === 'which' ||
      isResult(language, from) ||
      isMarker(language, from, w))
  )
    from++
  while (to > w + 1 && language.upos[to - 1] === 'PUNCT') to--
  if (language.lower[from] === 'than' && MORE.has(language.lower[from - 1])) from--
  return { start: language.start[from], end: language.end[to - 1] }
}

/** 'shot dead nine villagers': an adjective between a verb and a phrase that begins with its number or article tells what came of it. */
const isResult = ({ upos }: Language, w: number): boolean =>
  upos[w] === 'ADJ' && w > 0 && upos[w - 1] === 'VERB' && (upos[w + 1] === 'NUM' || upos[w + 1] === 'DET')

/** 'including Reth', 'such as the port': roles of their own. */
function isExample({ lower }: Language, tree: Tree, c: number): boolean {
  const marker = tree.child(c, 'case')
  return marker >= 0 && EXAMPLES.has(lower[marker])
}

const EXAMPLES = new Set(['including', 'such'])
const MORE = new Set(['fewer', 'less', 'more'])
const BEFORE_HEAD = new Set(['nmod:desc', 'compound', 'amod', 'flat'])

/** A preposition that belongs to the phrase, hung on the title before a name. */
const isMarker = ({ upos, head, relation }: Language, from: number, w: number): boolean =>
  upos[from] === 'ADP' && relation[from] === 'case' && (head[from] === w || BEFORE_HEAD.has(relation[head[from]]))

/** 'Foreign Minister' before the name that some trees hang on it. */
const isNameAfterTitle = (language: Language, c: number, w: number): boolean =>
  language.relation[c] === 'appos' && language.upos[c] === 'PROPN' && c > w && !language.form.slice(w, c).includes(',')

const isLeftOut = (relation: string) =>
  LEFT_OUT.some((r) => relation === r || (r !== 'acl' && sameRelation(relation, r)))

interface Reach {
  language: Language
  tree: Tree
  timeAt: Uint8Array | undefined
}

/** Words of the phrase of a dependent, with its own case marker and without its clauses and times. */
function reach(within: Reach, w: number, depth: number): [number, number] {
  const { language, tree, timeAt } = within
  let from = w
  let to = w + 1
  for (const c of tree.children(w)) {
    const relation = language.relation[c]
    const kept = relation === 'case' || relation === 'conj' || relation === 'cc'
    if (timeAt?.[c] || (isLeftOut(relation) && !kept)) continue
    const [left, right] = depth < 8 ? reach(within, c, depth + 1) : [c, c + 1]
    if (left < from) from = left
    if (right > to) to = right
  }
  return [from, to]
}

/** Lemmas of a noun phrase that say what it is: its head, what is compounded or coordinated with it, 'of' phrases. */
export function phraseHas(language: Language, tree: Tree, w: number, lemmas: ReadonlySet<string>, depth = 0): boolean {
  // a name within a phrase says nothing of its kind: 'the World Food Program'
  const named = depth > 0 && language.upos[w] === 'PROPN'
  if (!named && (lemmas.has(language.lemma[w]) || hasSingular(language.lower[w], lemmas))) return true
  if (depth > 3) return false
  return tree.children(w).some((c) => isCore(language, tree, c) && phraseHas(language, tree, c, lemmas, depth + 1))
}

/** The word itself, or what is left of it without a plural 's' that the lemma has kept. */
const hasSingular = (lower: string, lemmas: ReadonlySet<string>): boolean =>
  lemmas.has(lower) || (lower.endsWith('s') && lemmas.has(lower.slice(0, -1)))

function isCore(language: Language, tree: Tree, c: number): boolean {
  const relation = language.relation[c]
  if (
    relation === 'compound' ||
    relation === 'amod' ||
    relation === 'conj' ||
    relation === 'flat' ||
    relation === 'nummod'
  )
    return true
  if (relation !== 'nmod') return false
  const marker = tree.child(c, 'case')
  return marker >= 0 && language.lower[marker] === 'of'
}
