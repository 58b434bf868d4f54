import type { Span } from '../record/types.ts'
import type { Resources } from '../resources.ts'
import { findParagraphs } from './paragraphs.ts'
import { openSentences } from './sentences.ts'
import { describeWords } from './sentences-shape.ts'
import { openSplitLists, WORD_FILES } from './split-lists.ts'
import type { Sentence } from './types.ts'
import { emptyWords, openWords } from './words.ts'

/** A text's words, sentences and paragraphs; offsets are UTF-16 code units, ends exclusive. */
export interface Segments {
  /** number of words */
  size: number
  start: Int32Array
  end: Int32Array
  /** whether white space follows the word */
  space: Uint8Array
  /** per word, its sentence */
  sentence: Int32Array
  sentences: Sentence[]
  paragraphs: Span[]
}

/** The package's files that the segmenter needs. */
export const SEGMENT_FILES = [...WORD_FILES, 'models/sentences.bin']

/** Opens the first step of the language stage: paragraphs, words and sentences. Never throws on text. */
export function openSegmenter(resources: Resources): (text: string) => Segments {
  const splitWords = openWords(openSplitLists(resources))
  const splitSentences = openSentences(resources)
  return (text) => {
    const words = emptyWords(Math.ceil(text.length / 4) + 16)
    const found = findParagraphs(text)
    const paragraphs: Span[] = []
    /** first word of each paragraph */
    const first: number[] = []
    for (const { start, end } of found) {
      const before = words.size
      splitWords(text, start, end, words)
      if (words.size === before) continue
      paragraphs.push({ start, end })
      first.push(before)
    }
    const { size } = words
    const start = words.start.slice(0, size)
    const end = words.end.slice(0, size)
    const shapes = describeWords(text, start, end)
    const sentences: Sentence[] = []
    first.forEach((from, paragraph) => {
      splitSentences(shapes, from, first[paragraph + 1] ?? size, (begin, after) => {
        sentences.push({ from: begin, to: after, paragraph })
      })
    })
    const sentence = new Int32Array(size)
    sentences.forEach(({ from, to }, s) => {
      sentence.fill(s, from, to)
    })
    return { size, start, end, space: shapes.space, sentence, sentences, paragraphs }
  }
}
