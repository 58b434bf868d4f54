import { modeWords, statusWords, typeWords } from './events.ts'

const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: typeWords,
  mode: modeWords,
  status: statusWords,
  word: { report: 'the report itself' },
}

/** What a code of a field means, where the code does not say it itself. @example meaningOf('type', 'ASSAULT') // 'use of force' */
export function meaningOf(field: string, value: string): string | undefined {
  const known = words[field]
  if (!known || !Object.hasOwn(known, value) || known[value] === value.toLowerCase()) return undefined
  return known[value]
}
