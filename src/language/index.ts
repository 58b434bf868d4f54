import type { Resources } from '../resources.ts'
import { agree } from './agree.ts'
import { openMendTree } from './clause/mend-tree.ts'
import { openLemmas } from './lemma.ts'
import { openLists } from './lists.ts'
import { openNetwork } from './network/network.ts'
import { openPunctuation } from './punctuation.ts'
import { placeQuotations } from './quotations/place-quotations.ts'
import { openSegmenter } from './segment.ts'
import { openTag } from './tag.ts'
import type { Language } from './types.ts'

/**
 * Opens the language stage: sentences, words, tags, lemmas, trees and names of a text. Never throws on text.
 *
 * @throws Failure `model-unfit` where a model does not fit this version's code
 */
export function openLanguage(resources: Resources): (text: string) => Language {
  const segment = openSegmenter(resources)
  const annotate = openNetwork(resources.bytes('models/network.bin'))
  const lemmatize = openLemmas(resources)
  const attachMarks = openPunctuation(resources)
  const tagOf = openTag(resources)
  const mend = openMendTree(resources)
  const { elisions } = openLists(resources)
  return (text) => {
    const segments = segment(text)
    const { size, start, end } = segments
    const form: string[] = new Array(size)
    const lower: string[] = new Array(size)
    for (let w = 0; w < size; w++) {
      form[w] = text.slice(start[w], end[w])
      lower[w] = form[w].toLowerCase()
    }
    const annotation = annotate({ size, form, lower, sentences: segments.sentences })
    const { upos, xpos, relation, context } = annotation
    const head = attachMarks({ lower, head: annotation.head, relation, sentences: segments.sentences })
    const names = agree({ form, lower, sentence: segments.sentence, size }, annotation.names)
    const lemma: string[] = new Array(size)
    for (let w = 0; w < size; w++) lemma[w] = lemmatize(form[w], lower[w], upos[w], xpos[w])
    const quoted = placeQuotations({ text, ...segments }, elisions)
    const tag = tagOf(lower)
    const read = { text, ...segments, form, lower, lemma, upos, xpos, head, relation, names, ...quoted, context, tag }
    return mend(read)
  }
}
