import type { Filter } from './filter.ts'

/** The fields of a filter that take names of whoever they stand for. */
export const nameFields = ['speaker', 'told', 'about', 'word', 'actor', 'recipient'] as const satisfies (keyof Filter)[]

/** Whether a value of such a field is the key of one alone. */
export const isKey = (value: string): boolean => /^e\d+$/.test(value)
