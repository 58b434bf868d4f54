import type { Code, Span } from '../record/types.ts'
import { codeWords } from './code.ts'
import type { Context } from './context.ts'
import { nameKey } from './find-names.ts'
import { splitPhrase } from './fold.ts'
import type { Settled } from './settle-places.ts'

/** The town of a report's dateline: a name like others, but its words are blank to the stages. */
export interface DatelinePlace extends Span {
  /** folded, as names' keys are */
  key: string
  name: string
  settled: Settled | undefined
  code: Code | undefined
}

/** The town that the report's dateline names, where it lies, and for whom its name stands. */
export function findDatelinePlace({ language, book, places, wordsOf, published }: Context): DatelinePlace | undefined {
  const { dateline, text } = language
  if (!dateline?.place) return undefined
  const words = wordsOf(splitPhrase(text.slice(dateline.place.start, dateline.place.end)))
  const name = { from: 0, to: words.form.length }
  const code = codeWords(book, words, { ...name, date: published?.slice(0, 10) })
  return {
    ...dateline.place,
    key: nameKey(words, name),
    name: text.slice(dateline.place.start, dateline.place.end).replace(/\s+/g, ' '),
    settled: places.dateline,
    code: code && (code.basis === 'title' ? { ...code, sectors: [], basis: 'registry' } : code),
  }
}
