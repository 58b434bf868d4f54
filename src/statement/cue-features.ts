import { bringsIn } from './brings-in.ts'
import { add, type HashedRows, hashText, join } from './hash.ts'
import { frameOf } from './lie.ts'
import { MARK, type View } from './view.ts'

/** Most features that one word can have. */
export const CUE_FEATURES = 96

const VERB = hashText('VERB')
const AUX = hashText('AUX')
const NOUN = hashText('NOUN')
const PRON = hashText('PRON')
const PROPN = hashText('PROPN')
const PUNCT = hashText('PUNCT')
const never = new Set(['DET', 'NUM', 'CCONJ', 'INTJ', 'X'].map(hashText))
const relations = (...list: string[]) => new Set(list.map(hashText))
const SUBJECT = relations('nsubj')
const CLAUSE = relations('ccomp', 'xcomp', 'parataxis', 'advcl', 'acl')
const HELPER = relations('aux', 'cop', 'mark', 'advmod', 'compound', 'expl')

/** Whether a word can be the head of a cue at all. */
export function mayBeCue({ upos, mark }: View, w: number): boolean {
  if (upos[w] === PUNCT || mark[w] > 0) return mark[w] === MARK.colon || mark[w] === MARK.dash
  return !never.has(upos[w])
}

/**
 * Features of word `w` as the head of a cue: the word, its neighbours, its place in the tree, what hangs on it, and
 * what quotation marks stand around. They go into `rows`.
 */
export function cueFeatures(view: View, w: number, rows: HashedRows): void {
  const { language, quotation, lower, lemma, upos, xpos, relation, plain, name, mark, first, next } = view
  const { head, sentence, sentences } = language
  const { from, to, paragraph } = sentences[sentence[w]]
  rows.size = 0
  const L = lemma[w]
  const U = upos[w]
  const R = relation[w]
  const h = head[w]
  const before = w > from ? lower[w - 1] : 1
  const after = w + 1 < to ? lower[w + 1] : 2

  add(rows, 0, 0, 0)
  add(rows, 1, L, 0)
  add(rows, 2, L, U)
  add(rows, 3, lower[w], 0)
  add(rows, 4, U, R)
  add(rows, 5, L, R)
  add(rows, 6, L, xpos[w])
  add(rows, 7, L, before)
  add(rows, 8, L, after)
  add(rows, 9, U, before)
  add(rows, 10, U, after)
  add(rows, 11, L, w + 1 < to ? upos[w + 1] : 0)
  add(rows, 12, L, w > from ? upos[w - 1] : 0)
  add(rows, 13, join(L, after), w + 2 < to ? lower[w + 2] : 0)
  add(rows, 14, join(U, w + 1 < to ? upos[w + 1] : 0), w > from ? upos[w - 1] : 0)

  const headLemma = h >= 0 ? lemma[h] : 0
  add(rows, 15, headLemma, R)
  add(rows, 16, L, headLemma)
  add(rows, 17, join(U, R), h >= 0 ? upos[h] : 0)
  const over = h >= 0 ? head[h] : -1
  add(rows, 18, R, h >= 0 ? relation[h] : 0)
  add(rows, 19, join(R, h >= 0 ? relation[h] : 0), over >= 0 ? lemma[over] : 0)

  // what hangs on the word: one value that sums up all of it, and each on its own
  let frame = 0
  let subject = -1
  let object = 0
  let clause = 0
  let oblique = 0
  for (let c = first[w]; c >= 0 && rows.size < CUE_FEATURES - 40; c = next[c]) {
    const r = relation[c]
    if (mark[c] > 0) continue
    add(rows, 20, r, U)
    add(rows, 21, L, r)
    if (HELPER.has(plain[c])) {
      add(rows, 22, r, lemma[c])
      add(rows, 23, join(L, r), lemma[c])
    } else {
      frame = join(frame, c < w ? plain[c] : plain[c] + 1)
      add(rows, 24, r, upos[c])
      add(rows, 25, join(L, r), upos[c])
    }
    if (SUBJECT.has(plain[c])) subject = c
    else if (CLAUSE.has(plain[c])) clause = join(plain[c], bringsIn(view, c))
    else if (plain[c] === OBJ) object = c
    else if (plain[c] === OBL || plain[c] === NMOD) oblique = join(plain[c], bringsIn(view, c))
  }
  add(rows, 26, U, frame)
  add(rows, 27, L, frame)
  // the subject may stand with the verb that this one is joined to
  let shared = 0
  if (subject < 0 && h >= 0 && (plain[w] === CONJ || plain[w] === XCOMP || plain[w] === ADVCL)) {
    shared = 1
    for (let c = first[h]; c >= 0; c = next[c]) if (SUBJECT.has(plain[c])) subject = c
  }
  const who = subject < 0 ? 0 : join(upos[subject], name[subject])
  add(rows, 28, join(U, shared), who)
  add(rows, 29, join(L, shared), who)
  if (subject >= 0) {
    add(rows, 30, lemma[subject], U)
    add(rows, 31, lemma[subject], L)
    add(rows, 32, join(plain[w], clause), who)
  }
  add(rows, 33, L, clause)
  add(rows, 34, join(U, R), clause)
  add(rows, 35, L, oblique)
  if (object) {
    add(rows, 36, lemma[object], L)
    add(rows, 37, lemma[object], U)
    add(rows, 38, upos[object], L)
  }

  // quotation marks: around the word, next to it, elsewhere in the sentence and paragraph
  const inside = quotation[w] >= 0 ? 1 : 0
  const left = nearQuote(view, w, -1, from, to)
  const right = nearQuote(view, w, 1, from, to)
  const around = inside * 64 + left * 8 + right
  add(rows, 40, around, U)
  add(rows, 41, around, L)
  add(rows, 42, join(around, who), U)
  add(rows, 43, join(around, R), clause)

  // place in the sentence and in the report
  const place = (h < 0 ? 8 : 0) + (paragraph === 0 ? 4 : paragraph === 1 ? 2 : 0) + (w === from ? 1 : 0)
  add(rows, 44, place, U)
  add(rows, 45, place, L)
  add(rows, 46, Math.min(to - from, 31) >> 3, join(U, Math.min(w - from, 7)))
  add(rows, 47, depth(head, w), join(U, clause))
  add(rows, 48, Math.min(paragraph, 12), U)
  // the first words of the sentence say much for colons and nouns
  if (U !== VERB && U !== AUX) {
    add(rows, 50, L, w - 2 >= from ? lower[w - 2] : 0)
    add(rows, 51, join(before, L), after)
    if (U !== NOUN && U !== PRON && U !== PROPN) add(rows, 52, join(L, w - from), to - w > 8 ? 1 : 0)
  }
  const bits = frameOf(view, w)
  add(rows, 53, L, bits)
  add(rows, 54, U, bits)
  add(rows, 55, join(around, U), bits)
}

const OBJ = hashText('obj')
const OBL = hashText('obl')
const NMOD = hashText('nmod')
const CONJ = hashText('conj')
const XCOMP = hashText('xcomp')
const ADVCL = hashText('advcl')
/** How near the next quotation is to one side: 0 none in the sentence, 1 far, 2 near, 3 next but a comma, 4 next. */
function nearQuote({ quotation, mark }: View, w: number, step: number, from: number, to: number): number {
  let gap = 0
  for (let x = w + step, k = 0; x >= from && x < to && k < 40; x += step, k++) {
    if (quotation[x] >= 0 && quotation[x] !== quotation[w]) return gap === 0 ? (k === 0 ? 4 : 3) : gap < 5 ? 2 : 1
    if (mark[x] !== MARK.comma && mark[x] !== MARK.colon) gap++
  }
  return 0
}

function depth(head: Int32Array, w: number): number {
  let d = 0
  for (let x = head[w]; x >= 0 && d < 6; x = head[x]) d++
  return d
}
