import { type fields, fieldsIn } from '../record/fields.ts'
import type { Span } from '../record/types.ts'

/** What a row's fields are made of: each one's value as the record has it, and words of the report. */
export interface FieldValues {
  value(field: string): unknown
  words(span: Span): string
}

type Fields = { [field: string]: unknown }

/**
 * The fields of a row, in their order: those in `own` as they are there, spans as their words with the spans beside them under `spans`,
 * counts as their numbers, everything else as the record has it.
 */
export function rowFields(list: keyof typeof fields, { value, words }: FieldValues, own: Readonly<Fields>): Fields {
  const row: Fields = {}
  const spans: Fields = {}
  for (const [name, { kind }] of fieldsIn(list)) {
    if (name in own) row[name] = own[name]
    else if (kind === 'span') row[name] = wordsOf(words, (spans[name] = value(name) as Span | null | undefined))
    else if (kind === 'spans' || kind === 'stretches')
      row[name] = stretchesOf(words, (spans[name] = value(name) as Span[] | undefined))
    else row[name] = kind === 'count' ? (value(name) as { value: number } | undefined)?.value : value(name)
  }
  row['spans'] = spans
  return row
}

type Words = FieldValues['words']

const wordsOf = (words: Words, span: Span | null | undefined) => (span ? words(span) : undefined)
const stretchesOf = (words: Words, spans: readonly Span[] | undefined) => spans?.map(words).join(' … ')
