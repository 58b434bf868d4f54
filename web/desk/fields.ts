import { filterFields } from '../../src/rows/filter-fields.ts'
import type { List } from '../../src/rows/lists.ts'

/** The lists and their fields, as the page names and offers them. */

export const listNames: Readonly<Record<List, string>> = {
  statements: 'Statements',
  events: 'Events',
  reports: 'Reports',
  entities: 'Entities',
}

/** What one row of a list is called. */
export const rowNames: Readonly<Record<List, string>> = {
  statements: 'statement',
  events: 'event',
  reports: 'report',
  entities: 'entity',
}

/** Fields that hold one value, and what they are typed into. */
export const boundFields = [
  { field: 'since', type: 'date', dated: false },
  { field: 'until', type: 'date', dated: false },
  { field: 'from', type: 'date', dated: true },
  { field: 'to', type: 'date', dated: true },
  { field: 'least', type: 'number', dated: true },
  { field: 'most', type: 'number', dated: true },
] as const

/** What every field is called on the page. */
export const fieldNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(filterFields).map(([field, { name }]) => [field, name])),
  words: 'words',
  since: 'published since',
  until: 'published until',
  from: 'day from',
  to: 'day until',
  least: 'sure at least',
  most: 'sure at most',
  copies: 'copies too',
}
