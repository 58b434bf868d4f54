import type { Tree } from '../language/tree.ts'
import type { Language } from '../language/types.ts'
import { BeginsIn, type EntityCodebook, type Noun, type Speaking } from './codebook.ts'
import { fold } from './fold.ts'
import type { FoundMention } from './mention.ts'
import type { PhraseWords } from './pieces.ts'
import type { Gender, GrammaticalNumber } from './traits.ts'

/** Noun phrases with a common noun for people, organizations, groups or places; `taken` marks words of names (1) and titles (2). */
export function findNominals(
  language: Language,
  tree: Tree,
  { book, words, taken }: { book: EntityCodebook; words: PhraseWords; taken: Uint8Array },
): FoundMention[] {
  const found: FoundMention[] = []
  const dates = new Uint8Array(language.size)
  for (const { from, to, kind } of language.names) if (kind === 'date' || kind === 'money') dates.fill(1, from, to)
  for (let w = 0; w < language.size; w++) {
    if (taken[w]) continue
    const isHead = isNominalHead(language, w) || isBeforeName(language, taken, w)
    const phrase = isHead ? (nounAt(book, words, language, w) ?? relativeNoun(language, tree, w)) : undefined
    const nominal = phrase && nominalAt(language, tree, { w, ...phrase, book })
    if (nominal) found.push(nominal)
    else if (phrase === undefined && !dates[w]) {
      const known = book.speaking.get(words.folded[w]) ?? book.speaking.get(words.singular[w])
      if (speaks(language, tree, { w, isKnown: known !== undefined }))
        found.push(speakingAt(language, tree, { w, known, book }))
    }
  }
  return found
}

/** Whether words are told as somebody's: the subject of a verb that takes a clause, or what they go 'according to'. What the codebook
 * knows to speak needs no clause. */
function speaks(
  { relation, head, upos, lower, lemma }: Language,
  tree: Tree,
  { w, isKnown }: { w: number; isKnown: boolean },
): boolean {
  if (upos[w] === 'PRON' || upos[w] === 'PUNCT' || upos[w] === 'VERB') return false
  if (relation[w] === 'nsubj') {
    const verb = head[w]
    if (upos[verb] !== 'VERB') return false
    if (isKnown || lemma[verb] === 'say' || relation[verb] === 'parataxis') return true
    return tree.child(verb, 'ccomp', 'parataxis') >= 0
  }
  const mark = relation[w] === 'obl' || relation[w] === 'nmod' ? tree.child(w, 'case') : -1
  return mark >= 0 && lower[mark] === 'according'
}

/** What speaks though the codebook has no noun for it: a document, people told by their number, a name that the tagger passed over. */
function speakingAt(
  language: Language,
  tree: Tree,
  { w, known, book }: { w: number; known: Speaking | undefined; book: EntityCodebook },
): FoundMention {
  const isPlural = language.xpos[w].endsWith('S')
  const isName = !known && language.upos[w] === 'PROPN' && language.form[w] !== language.lower[w]
  const number: GrammaticalNumber = known?.number || (isPlural ? 'p' : 's')
  const people = known ? known.kind === 'quantity' : isPlural
  return {
    form: isName ? 'name' : 'nominal',
    from: isName ? w : leftEdge(language, tree, w),
    to: isName ? w + 1 : rightEdge(language, tree, w),
    head: w,
    heads: [],
    kind: isName ? 'organization' : people ? (number === 's' ? 'person' : 'group') : 'other',
    number,
    gender: '',
    person: 3,
    key: isName ? fold(language.form[w]) : language.lemma[w].toLowerCase(),
    titles: [],
    definite: definiteness(language, tree, w, book),
    quote: -1,
  }
}

/** 'the airline Orvane', 'port city Almeth': a noun right before the name that it belongs to. */
export function isBeforeName({ upos, head, relation, xpos }: Language, taken: Uint8Array, w: number): boolean {
  if (upos[w] !== 'NOUN' || xpos[w] !== 'NN' || w + 1 >= taken.length || taken[w + 1] !== 1) return false
  return (head[w] > w && taken[head[w]] === 1 && relation[w] === 'compound') || head[w + 1] === w
}

const INNER = new Set(['compound', 'flat', 'amod', 'fixed', 'goeswith', 'compound:prt', 'case', 'det', 'nmod:unmarked'])

function isNominalHead({ upos, relation, lower }: Language, w: number): boolean {
  if (upos[w] === 'PROPN') return !INNER.has(relation[w]) && lower[w].length > 2
  if (upos[w] === 'ADJ') return relation[w].startsWith('nsubj') || relation[w] === 'obj' || relation[w] === 'obl'
  return upos[w] === 'NOUN' && !INNER.has(relation[w])
}

const LONGEST_NOUN = 4

/** The longest noun of the codebook that ends at word w: 'prime minister' before 'minister'. */
function nounAt(
  book: EntityCodebook,
  { folded, singular, begins }: PhraseWords,
  { sentence }: Language,
  w: number,
): { noun: Noun; from: number } | undefined {
  for (let at = Math.max(0, w - LONGEST_NOUN + 1); at <= w; at++) {
    if ((begins[at] & BeginsIn.nouns) === 0 || sentence[at] !== sentence[w]) continue
    for (const list of [folded, singular]) {
      const match = book.nouns.match(list, at, w + 1)
      if (match?.to === w + 1) return { noun: match.value, from: at }
    }
  }
  return undefined
}

const someone: Noun = { kind: 'person', sector: '', gender: '' }

/** A noun that the codebook does not know, but that 'who' hangs on, is a person. */
function relativeNoun({ lower, upos }: Language, tree: Tree, w: number): { noun: Noun; from: number } | undefined {
  if (upos[w] === 'ADJ') return undefined
  const clause = tree.child(w, 'acl:relcl')
  if (clause < 0) return undefined
  const who = tree.children(clause).some((c) => lower[c] === 'who' || lower[c] === 'whom')
  return who ? { noun: someone, from: w } : undefined
}

function nominalAt(
  language: Language,
  tree: Tree,
  { w, noun, from, book }: { w: number; noun: Noun; from: number; book: EntityCodebook },
) {
  const { lower, xpos, upos } = language
  const left = Math.min(from, leftEdge(language, tree, w))
  const number: GrammaticalNumber = xpos[w].endsWith('S') || book.lists.plural.has(lower[w]) ? 'p' : 's'
  const definite = definiteness(language, tree, w, book)
  const counted = tree.child(w, 'nummod') >= 0
  const bareThing = definite === '' && tree.child(w, 'det', 'nummod', 'amod', 'nmod:poss', 'compound') < 0
  if (number === 's' && bareThing && noun.kind !== 'person' && noun.sector === '') return undefined
  if (upos[w] === 'ADJ' && definite === '') return undefined
  if (noun.kind === 'thing') return undefined
  const gender: Gender = noun.kind === 'person' ? noun.gender : ''
  const found: FoundMention = {
    form: 'nominal',
    from: left,
    to: rightEdge(language, tree, w),
    head: w,
    heads: [],
    kind: noun.kind === 'person' && number === 'p' ? 'group' : noun.kind,
    number: counted && number === 's' && tree.child(w, 'nummod') < w ? 's' : number,
    gender,
    person: 3,
    key: language.lower.slice(from, w).concat(language.lemma[w].toLowerCase()).join(' '),
    titles: [],
    definite,
    quote: -1,
  }
  return found
}

function definiteness({ lower }: Language, tree: Tree, w: number, { lists }: EntityCodebook): FoundMention['definite'] {
  for (const c of tree.children(w)) {
    if (c > w) break
    if (lower[c] === 'the') return 'the'
    if (lists.pointing.has(lower[c])) return 'this'
  }
  return tree.child(w, 'nmod:poss') >= 0 ? 'own' : ''
}

const LEFT = ['det', 'amod', 'compound', 'nummod', 'nmod:poss', 'nmod', 'flat', 'det:predet', 'acl', 'obl']

/** Where the phrase begins: its modifiers on the left, as far as they hang together. */
function leftEdge({ relation, upos }: Language, tree: Tree, w: number): number {
  let edge = w
  const before = tree.children(w).filter((c) => c < w)
  for (const c of before.reverse()) {
    if (!LEFT.includes(relation[c]) && relation[c] !== 'punct') break
    if (relation[c] === 'punct') continue
    edge = Math.min(edge, tree.left(c))
  }
  while (edge < w && (upos[edge] === 'CCONJ' || upos[edge] === 'PUNCT' || upos[edge] === 'ADP')) edge++
  return edge
}

const LONGEST_TAIL = 12

/** Where it ends: after an 'of' phrase right behind the noun, without clauses and appositions. */
function rightEdge({ relation, lower }: Language, tree: Tree, w: number): number {
  for (const c of tree.children(w)) {
    if (c <= w || relation[c] !== 'nmod') continue
    const first = tree.left(c)
    if (first !== w + 1 || lower[first] !== 'of') continue
    let end = tree.right(c)
    for (let x = c + 1; x < end; x++) if (lower[x] === ',' || lower[x] === '(' || relation[x] === 'acl:relcl') end = x
    return end - w <= LONGEST_TAIL ? Math.max(end, c + 1) : c + 1
  }
  return w + 1
}
