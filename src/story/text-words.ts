import type { Record as NewsRecord } from '../record/types.ts'

/** The words of a text as comparing sees them: where each stands, and the key by which two are the same word. */
export interface TextWords {
  readonly keys: readonly string[]
  readonly start: Int32Array
  readonly end: Int32Array
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‘ʼ][\p{L}\p{M}]+|(?<=\p{N})[.,](?=\p{N})[\p{N}]+)*/gu

/**
 * Finds the words of a stretch of text: runs of letters and digits, an apostrophe or a decimal point within them. Capitals, the shape of
 * apostrophes, commas in numbers and British or American spelling count for nothing.
 *
 * @param from, to stretch of the text, in UTF-16 code units; the whole text where left out
 * @example wordsOf('“Don’t,” Venn said: 1,200.').keys // ["don't", 'venn', 'said', '1200']
 */
export function wordsOf(text: string, from = 0, to = text.length): TextWords {
  const keys: string[] = []
  const start: number[] = []
  const end: number[] = []
  for (const { 0: word, index } of text.slice(from, to).matchAll(WORD)) {
    keys.push(wordKey(word))
    start.push(from + index)
    end.push(from + index + word.length)
  }
  return { keys, start: Int32Array.from(start), end: Int32Array.from(end) }
}

const known = new WeakMap<NewsRecord, TextWords>()

/** The words of a record's text, found once for as long as the record is there. */
export function wordsOfRecord(record: NewsRecord): TextWords {
  let words = known.get(record)
  if (!words) known.set(record, (words = wordsOf(record.report.text)))
  return words
}

/** The key of one word: small letters, a straight apostrophe, no commas in numbers, American spelling. */
export function wordKey(word: string): string {
  const key = word.toLowerCase().replace(/[’‘ʼ]/g, "'")
  if (/^\d/.test(key)) return key.replaceAll(',', '')
  return key.length > 4 && SPELT_TWO_WAYS.test(key) ? americanOf(key) : key
}

const SPELT_TWO_WAYS = /[iy]s(?:e|i|at)|our|tre|ence|ogue|ll|ae/

function americanOf(key: string): string {
  return key
    .replace(/is(e[ds]?|ing|ations?|ers?)$/, 'iz$1')
    .replace(/ys(e[ds]?|ing)$/, 'yz$1')
    .replace(/our(s|ed|ing|ite|able|al|hood|y|ly)?$/, 'or$1')
    .replace(/tre(s?)$/, 'ter$1')
    .replace(/ence(s?)$/, 'ense$1')
    .replace(/ogue(s?)$/, 'og$1')
    .replace(/ll(ed|ing|er|ers)$/, 'l$1')
    .replace(/ae/g, 'e')
}
