import type { Record as NewsRecord } from '../../record/types.ts'
import { type TextWords, wordsOf } from '../text-words.ts'
import { type Saying, sayingsOf } from './sayings.ts'

/** A report that a draft is checked against, with its words at hand. */
export interface CheckSource {
  record: NewsRecord
  words: TextWords
  sayings: readonly Saying[]
}

/** Where a draft's words are looked for. */
export interface Sources {
  /** the reports that share most of these words, rare words counting for more; most alike first */
  candidates(keys: readonly string[]): CheckSource[]
}

/** Most reports that one stretch of a draft is laid beside. */
export const CANDIDATES = 12

export function sourceOf(record: NewsRecord): CheckSource {
  return { record, words: wordsOf(record.report.text), sayings: sayingsOf(record) }
}

/** Sources in memory: an index of their words, which grows with the sum of their lengths. */
export function openSources(records: Iterable<NewsRecord>): Sources {
  const sources = [...records].map(sourceOf)
  const holders = new Map<string, number[]>()
  sources.forEach(({ words }, at) => {
    for (const key of new Set(words.keys)) {
      const list = holders.get(key)
      if (list) list.push(at)
      else holders.set(key, [at])
    }
  })
  const candidates = (keys: readonly string[]): CheckSource[] => {
    const weight = new Map<number, number>()
    for (const key of new Set(keys)) {
      const list = holders.get(key) ?? []
      const rare = Math.log(1 + sources.length / list.length)
      for (const at of list) weight.set(at, (weight.get(at) ?? 0) + rare)
    }
    return [...weight]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .map(([at]) => sources[at])
  }
  return { candidates }
}
