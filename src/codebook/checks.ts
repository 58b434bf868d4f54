import { meant } from './nearest.ts'
import type { FieldCheck } from './table.ts'

/** One of a few words. */
export const oneOf =
  (...words: readonly string[]): FieldCheck =>
  (value) =>
    words.includes(value) ? undefined : `is none of ${words.map((word) => word || '(empty)').join(', ')}`

/** Words parted by spaces, each of a few; '-' for none. */
export const someOf =
  (words: readonly string[]): FieldCheck =>
  (value) => {
    const odd = wordsOf(value).find((word) => !words.includes(word))
    return odd === undefined ? undefined : `has '${odd}', which is none of ${words.join(', ')}`
  }

/** What a pattern matches. */
export const like =
  (pattern: RegExp, what: string): FieldCheck =>
  (value) =>
    pattern.test(value) ? undefined : `is not ${what}`

export const number = like(/^-?\d+(?:\.\d+)?$/, 'a number')

/** A first field of another table, or one of some words besides. */
export const rowOf =
  (file: string, ...besides: readonly string[]): FieldCheck =>
  (value, _row, tables) => {
    if (besides.includes(value)) return undefined
    const known = tables(file).map(([key]) => key)
    return known.includes(value) ? undefined : `is not in ${file}${meant(value, known)}; add it there first`
  }

/** A type, 'none', or three types between slashes by what the act inside is. */
export const eventType: FieldCheck = (value, row, tables) => {
  const types = value.split('/')
  if (types.length !== 1 && types.length !== 3) return "is neither one type nor three between slashes ('A/B/none')"
  for (const type of types) {
    const problem = rowOf('event/types.tsv', 'none')(type, row, tables)
    if (problem) return problem
  }
  return undefined
}

/** A mode of the type in the field at `column`. */
export const modeOf =
  (column: number): FieldCheck =>
  (value, row, tables) => {
    if (value === '-') return undefined
    const modes = tables('event/modes.tsv').flatMap(([type, mode]) => (type === row[column] ? [mode] : []))
    return modes.includes(value)
      ? undefined
      : `is no mode of ${row[column]} in event/modes.tsv${meant(value, modes)}; add it there first, or write '-'`
  }

/** Conditions, of which those with '@' name a class. */
export const conditions: FieldCheck = (value, _row, tables) => {
  for (const condition of wordsOf(value)) {
    const [slot, word] = condition.replace(/^!/, '').split('=')
    if (slot === '') return `has '${condition}', which names no slot`
    if (word === undefined || word === '@name' || !word.startsWith('@')) continue
    const known = tables('event/classes.tsv').map(([name]) => name)
    if (!known.includes(word.slice(1)))
      return `has '${condition}', which names no class of event/classes.tsv${meant(word.slice(1), known)}; add it there first`
  }
  return undefined
}

const wordsOf = (field: string): string[] => field.split(' ').filter((word) => word !== '' && word !== '-')
