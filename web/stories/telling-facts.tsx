import type { Status } from '../../src/record/types.ts'
import { saidOf } from '../../src/story/brief.ts'
import type { ComparedField, Telling } from '../../src/story/compare.ts'
import { onOneLine } from '../report/text/odd.ts'
import { actInWords } from '../words/acts.ts'
import { dayInWords } from '../words/days.ts'
import { countFields, countInWords, statusWords } from '../words/events.ts'

/** What a telling says of a field, as people read it; empty where it says nothing. */
export function fieldInWords(telling: Telling, field: ComparedField): string {
  return field === 'word' ? wordInWords(telling) : valueInWords(field, saidOf(telling, field))
}

/** What is said of a field, as people read it. */
export function valueInWords(field: ComparedField, value: string): string {
  if (field === 'status') return statusWords[value as Status]
  return field === 'when' ? dayInWords(value) : onOneLine(value)
}

/** On whose word a telling stands. @example wordInWords(telling) // 'Ilse Marek said' */
export function wordInWords({ word, named }: Telling): string {
  if (word.length === 0) return 'the report’s own voice'
  const chain = [...word].reverse().map(({ speaker, act }) => `${onOneLine(speaker ?? 'somebody')} ${actInWords(act)}`)
  return `${chain.join(', as told where ')}${named === 'unnamed' ? ' (unnamed)' : ''}`
}

/** A cell's reader hears all of it. */
export function tellingInWords(telling: Telling): string {
  const counts = countFields.flatMap((field) => {
    const count = telling[field]
    return count === undefined ? [] : [countInWords(field, count)]
  })
  return [statusWords[telling.status], ...counts, wordInWords(telling)].join(', ')
}
