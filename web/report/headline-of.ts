import type { Record as NewsRecord } from '../../src/record/types.ts'

/** What a report is headed by: its title; where it has none, its own first words. */
export interface Headline {
  words: string
  isTitle: boolean
}

/** First words longer than this many characters are cut. */
const LONGEST = 110
/** Fewer words than this are a line of a header, not of prose. */
const FEWEST = 5

/** The headline of a report. A file's name is none: a report without a title is headed by how it begins. */
export function headlineOf({ report: { title, text, dateline, id } }: Pick<NewsRecord, 'report'>): Headline {
  if (title) return { words: title, isTitle: true }
  const lines = text.slice(dateline?.end ?? 0).split(/[\n\r\u2028\u2029]+/)
  const prose = lines.find((line) => line.trim().split(/\s+/).length >= FEWEST && !/^\s*\w+:\/\//.test(line))
  const words = (prose ?? lines.find((line) => line.trim() !== '') ?? id).replace(/^[\s—–:-]+/, '').trim()
  return { words: shortened(words), isTitle: false }
}

/** Up to the end of the first sentence, or to a word. */
function shortened(words: string): string {
  const sentence = /^.{20,}?[.!?]["”’»]?(?=\s|$)/.exec(words)?.[0]
  if (sentence && sentence.length <= LONGEST) return sentence
  if (words.length <= LONGEST) return words
  return `${words.slice(0, words.lastIndexOf(' ', LONGEST)).replace(/[\s,;:—–-]+$/, '')} …`
}
