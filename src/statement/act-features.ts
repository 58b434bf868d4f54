import type { Range } from './extend.ts'
import { add, type HashedRows, hashText, join, keptHashes } from './hash.ts'
import type { View } from './view.ts'

/** Most features that one statement can have. */
export const ACT_FEATURES = 320
/** Most words of the content that are looked at. */
const LONGEST = 48

/** What is known of a statement before its act is told. */
export interface Utterance {
  /** head word of the cue */
  head: number
  source: Range | undefined
  cue: Range
  content: readonly Range[]
  /** the act that the codebook gives the cue */
  act: string
  /** whether the codebook knows the cue */
  known: boolean
}

const hashAct = keptHashes()

const VERB = hashText('VERB')
const AUX = hashText('AUX')
const ADJ = hashText('ADJ')
const NOUN = hashText('NOUN')
const NSUBJ = hashText('nsubj')

/**
 * Features of a statement for telling its act: the cue and what the codebook makes of it, the words that hang on it, and of the content its
 * first words, its main verb with mood and subject, its words, and whether it asks. They go into `rows`.
 */
export function actFeatures(view: View, { head, source, cue, content, act, known }: Utterance, rows: HashedRows): void {
  const { language, quotation, lower, lemma, upos, xpos, plain, name, mark, first, next } = view
  rows.size = 0
  const A = known ? hashAct(act) : 1
  const L = lemma[head]
  add(rows, 0, 0, 0)
  add(rows, 1, A, 0)
  add(rows, 2, L, upos[head])
  add(rows, 3, A, upos[head])
  add(rows, 4, L, xpos[head])
  for (let w = cue.from; w < cue.to && w < cue.from + 8; w++) if (w !== head) add(rows, 5, lower[w], A)
  for (let c = first[head], n = 0; c >= 0 && n < 8; c = next[c], n++) {
    if (mark[c] > 0) continue
    add(rows, 6, plain[c], L)
    add(rows, 7, plain[c], join(lemma[c], A))
    for (let x = first[c]; x >= 0; x = next[x])
      if (x < c && (upos[x] !== NOUN || plain[c] === NSUBJ)) {
        add(rows, 8, lower[x], L)
        break
      }
  }
  const who = source ? join(upos[source.to - 1], name[source.to - 1]) : 0
  add(rows, 9, who, A)
  if (source) add(rows, 10, lemma[source.to - 1], A)

  const [{ from }] = content
  const last = content[content.length - 1].to - 1
  const words = content.reduce((sum, range) => sum + range.to - range.from, 0)
  add(rows, 11, lower[from], A)
  add(rows, 12, lower[from], L)
  if (from + 1 <= last) add(rows, 13, join(lower[from], lower[from + 1]), A)
  add(rows, 14, Math.min(6, Math.round(Math.log2(words + 1))), A)
  add(rows, 15, quotation[from] >= 0 ? 1 : 0, A)
  add(rows, 16, language.form[last] === '?' || language.form[Math.max(from, last - 1)] === '?' ? 1 : 0, A)
  let seen = 0
  let top = -1
  let shallowest = 99
  for (const range of content)
    for (let w = range.from; w < range.to; w++) {
      if (seen++ >= LONGEST) break
      if (mark[w] > 0) continue
      const depth = depthOf(view, w)
      if (depth < shallowest) {
        shallowest = depth
        top = w
      }
      if (upos[w] === VERB || upos[w] === ADJ || upos[w] === NOUN || upos[w] === AUX) {
        add(rows, 17, lemma[w], 0)
        if (seen < 24) add(rows, 18, lemma[w], A)
      } else if (seen < 16) add(rows, 19, lower[w], A)
    }
  if (top < 0) return
  add(rows, 20, lemma[top], 0)
  add(rows, 21, lemma[top], A)
  add(rows, 22, upos[top], A)
  add(rows, 23, xpos[top], A)
  let mood = 0
  for (let c = first[top]; c >= 0; c = next[c]) {
    if (mark[c] > 0) continue
    if (upos[c] === AUX || language.lower[c] === 'to' || language.lower[c] === 'not') {
      mood = join(mood, lower[c])
      add(rows, 24, lower[c], A)
    }
    if (plain[c] === NSUBJ) {
      add(rows, 25, lower[c], A)
      add(rows, 26, lower[c], lemma[top])
      add(rows, 27, join(upos[c], name[c]), A)
    }
  }
  add(rows, 28, mood, A)
  add(rows, 29, mood, join(A, xpos[top]))
}

/** Steps from a word to the root of its sentence, at most 30. */
function depthOf({ language: { head } }: View, w: number): number {
  let depth = 0
  for (let x = head[w]; x >= 0 && depth < 30; x = head[x]) depth++
  return depth
}
