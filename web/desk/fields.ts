import type { Filter, List } from '../../src/rows/filter.ts'

/** The lists and their fields, as the page names and offers them. */

export const listNames: Readonly<Record<List, string>> = {
  statements: 'Statements',
  events: 'Events',
  reports: 'Reports',
  entities: 'Entities',
}

/** Fields whose values are counted beside each list. */
export const facetFields: Readonly<Record<List, readonly (keyof Filter)[]>> = {
  statements: ['speaker', 'act', 'quotation', 'outlet', 'country', 'sector', 'day', 'decided'],
  events: [
    'type',
    'mode',
    'status',
    'word',
    'actor',
    'recipient',
    'place',
    'outlet',
    'country',
    'sector',
    'day',
    'decided',
  ],
  reports: ['outlet', 'language', 'day'],
  entities: ['kind', 'country', 'sector'],
}

/** Fields that each list can be narrowed by, in the order in which they are offered. */
export const filterFields: Readonly<Record<List, readonly (keyof NonNullable<Filter['not']>)[]>> = {
  statements: [
    'speaker',
    'about',
    'told',
    'source',
    'act',
    'quotation',
    'outlet',
    'country',
    'sector',
    'place',
    'day',
    'language',
    'decided',
    'report',
    'id',
  ],
  events: [
    'type',
    'mode',
    'context',
    'status',
    'word',
    'actor',
    'recipient',
    'place',
    'outlet',
    'country',
    'sector',
    'speaker',
    'source',
    'day',
    'language',
    'decided',
    'report',
    'id',
  ],
  reports: ['outlet', 'speaker', 'type', 'language', 'day', 'report', 'id'],
  entities: ['kind', 'country', 'sector', 'source', 'speaker', 'outlet', 'report', 'id'],
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

export const fieldNames: Readonly<Record<string, string>> = {
  speaker: 'speaker',
  source: 'source coded',
  told: 'to whom',
  about: 'about',
  act: 'act',
  quotation: 'quoted',
  outlet: 'outlet',
  country: 'country',
  sector: 'sector',
  day: 'day',
  decided: 'decided',
  type: 'type',
  mode: 'mode',
  context: 'context',
  status: 'told as',
  word: 'on the word of',
  actor: 'by',
  recipient: 'to',
  language: 'language',
  kind: 'kind',
  words: 'words',
  report: 'report',
  id: 'id',
  place: 'place',
  since: 'published since',
  until: 'published until',
  from: 'day from',
  to: 'day until',
  least: 'sure at least',
  most: 'sure at most',
  copies: 'copies too',
}
