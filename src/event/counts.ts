import type { Grammar } from '../language/clause/grammar.ts'
import type { Language } from '../language/types.ts'
import type { Count } from '../record/types.ts'
import type { EventCodebook } from './codebook.ts'

/** The number of people or things that a phrase names, where it gives one: 'at least 12 miners'. */
export function countOf(grammar: Grammar, { numbers, countWords }: EventCodebook, head: number): Count | undefined {
  const { language, tree } = grammar
  const number = language.upos[head] === 'NUM' ? head : tree.child(head, 'nummod')
  if (number < 0) return undefined
  const words = [number, ...tree.children(number).filter((c) => language.upos[c] === 'NUM')].sort((a, b) => a - b)
  const value = numberOf(
    words.map((w) => language.lower[w]),
    numbers,
  )
  if (value === undefined) return undefined
  const from = words[0]
  const mod = modOf(language, countWords, from)
  return { start: language.start[from], end: language.end[words[words.length - 1]], value, ...(mod ? { mod } : {}) }
}

function numberOf(words: readonly string[], numbers: EventCodebook['numbers']): number | undefined {
  let value = 0
  for (const word of words.flatMap((w) => w.split('-'))) {
    const known = numbers.get(word)
    const digits = /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(word) ? Number(word.replaceAll(',', '')) : undefined
    if (digits !== undefined) value += digits
    else if (known) value = known.times ? Math.max(value, 1) * known.value : value + known.value
    else return undefined
  }
  return Number.isSafeInteger(value) ? value : undefined
}

function modOf(
  { lower, sentences, sentence }: Language,
  mods: EventCodebook['countWords'],
  number: number,
): Count['mod'] | undefined {
  const from = Math.max(sentences[sentence[number]].from, number - 3)
  const before = ` ${lower.slice(from, number).join(' ')}`
  return mods.find(([words]) => before.endsWith(` ${words}`))?.[1]
}
