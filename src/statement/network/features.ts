import { NAME_KINDS } from '../../language/types.ts'
import { hashText } from '../hash.ts'
import { type Lie, REACH } from '../lie.ts'
import { MARK, type View } from '../view.ts'

/**
 * What the role network is told of words and of pairs of words, as rows of its tables. The same for training and for reading.
 */

/** Names what this file makes; a model trained on other features is refused. Change it with any change here. */
export const ROLE_NETWORK_FEATURES = 'context-7-rows-3-pairs/1'

/** Rows of the word table that one word has: tag, relation, mark, name, quotation, beginning of sentence and of paragraph. */
export const WORD_ROWS = 7
/** Rows of the table of ways from a cue to a word; row 0 is a word of another sentence. */
export const WAY_ROWS = 4094
const MARKS = Object.keys(MARK).length
const NAMES = NAME_KINDS.length + 1
const QUOTES = 8
/** How far two words are apart: the table's row for a gap of `g` words is `gapRow(g)`. */
export const GAP_ROWS = 29
/** How two words stand to each other in quotations and sentences. */
export const SIDE_ROWS = 6

/** Tags and relations that the network knows; others are row 0 of their part of the table. */
export interface WordLabels {
  upos: readonly string[]
  relations: readonly string[]
}

/** How many rows the word table has. */
export function wordTableRows({ upos, relations }: WordLabels): number {
  return upos.length + 1 + relations.length + 1 + MARKS + NAMES + QUOTES + 2 + 2
}

/** A function that gives the table rows of word `w` into `out`. */
export function openWordRows({ upos, relations }: WordLabels): (view: View, w: number, out: Int32Array) => void {
  const index = (labels: readonly string[]) => new Map(labels.map((label, i) => [hashText(label), i + 1]))
  const uposRow = index(upos)
  const relationRow = index(relations)
  const relationAt = upos.length + 1
  const markAt = relationAt + relations.length + 1
  const nameAt = markAt + MARKS
  const quoteAt = nameAt + NAMES
  const sentenceAt = quoteAt + QUOTES
  const paragraphAt = sentenceAt + 2
  return ({ language, upos, relation, mark, name, quotation }, w, out) => {
    const { sentence, sentences, size } = language
    const q = quotation[w]
    const opens = w === 0 || quotation[w - 1] !== q
    const closes = w + 1 >= size || quotation[w + 1] !== q
    const begins = w === 0 || sentence[w - 1] !== sentence[w]
    const first = w === 0 || (begins && sentences[sentence[w - 1]].paragraph !== sentences[sentence[w]].paragraph)
    out[0] = uposRow.get(upos[w]) ?? 0
    out[1] = relationAt + (relationRow.get(relation[w]) ?? 0)
    out[2] = markAt + mark[w]
    out[3] = nameAt + name[w]
    out[4] = quoteAt + (q < 0 ? 0 : 1 + (opens ? 2 : 0) + (closes ? 4 : 0))
    out[5] = sentenceAt + (begins ? 1 : 0)
    out[6] = paragraphAt + (first ? 1 : 0)
  }
}

/** Row of the way from the cue to word `w`. */
export function wayRow({ from, to, way }: Lie, w: number): number {
  return w < from || w >= to ? 0 : 1 + ((way[w - from] >>> 0) % (WAY_ROWS - 1))
}

const gapRows = Int32Array.from({ length: 2 * REACH + 1 }, (_, i) => {
  const gap = i - REACH
  return 14 + Math.sign(gap) * Math.min(14, Math.floor(2 * Math.log2(Math.abs(gap) + 1)))
})

/** Row of a gap of at most REACH words to either side. */
export function gapRow(gap: number): number {
  return gapRows[gap + REACH]
}

/** Row of how word `w` stands to the cue `head`: outside quotations, in the cue's own, in another; in its sentence or not. */
export function sideRow({ quotation, language: { sentence } }: View, head: number, w: number): number {
  const q = quotation[w]
  return (q < 0 ? 0 : q === quotation[head] ? 2 : 4) + (sentence[w] === sentence[head] ? 0 : 1)
}
