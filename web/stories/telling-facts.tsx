import { saidOf } from '../../src/story/brief.ts'
import type { ComparedField, Telling } from '../../src/story/compare.ts'
import { plain } from '../report/text/odd.ts'
import { actInWords } from '../words/acts.ts'
import { dayInWords } from '../words/days.ts'
import { statusWords } from '../words/events.ts'

/** What a telling says of a field, as people read it; empty where it says nothing. */
export function fieldInWords(telling: Telling, field: ComparedField): string {
  if (field === 'status') return statusWords[telling.status]
  if (field === 'word') return wordInWords(telling)
  if (field === 'when') return telling.when === undefined ? '' : dayInWords(telling.when)
  return plain(saidOf(telling, field))
}

/** On whose word a telling stands. @example wordInWords(telling) // 'Ilse Marek said' */
export function wordInWords({ word, named }: Telling): string {
  if (word.length === 0) return 'the report’s own voice'
  const chain = [...word].reverse().map(({ speaker, act }) => `${plain(speaker ?? 'somebody')} ${actInWords(act)}`)
  return `${chain.join(', as told where ')}${named === 'unnamed' ? ' (unnamed)' : ''}`
}

/** A count with what was counted. @example countInWords('killed', 3) // '3 killed' */
export const countInWords = (field: ComparedField, count: number) =>
  field === 'size' ? `${count.toLocaleString('en')} people` : `${count.toLocaleString('en')} ${field}`

export const countFields = ['killed', 'injured', 'arrested', 'size'] as const

/** A cell's reader hears all of it. */
export function tellingInWords(telling: Telling): string {
  const counts = countFields.flatMap((field) => {
    const count = telling[field]
    return count === undefined ? [] : [countInWords(field, count)]
  })
  return [statusWords[telling.status], ...counts, wordInWords(telling)].join(', ')
}
