import type { List } from './lists.ts'

/** A field of a filter that takes several values, as people meet it. */
export interface FilterField {
  /** on the page */
  name: string
  /** in the help of the command and the API's description */
  means: string
  /** in a query that is said in words */
  says(values: string): string
}

/**
 * The fields of a filter that take several values, and that `not` takes as well: the filter's schema, the command's options, the API's
 * parameters, the query in words and the page have them from here. What each is in SQL stands in the desk's `conditions.ts`; what its values
 * are counted by, in `find.ts`.
 */
export const filterFields = {
  id: {
    name: 'id',
    means: 'ids of rows',
    says: (v) => `with the id ${v}`,
  },
  report: {
    name: 'report',
    means: 'ids of reports',
    says: (v) => `in the report ${v}`,
  },
  story: {
    name: 'story',
    means: 'ids of stories: of the reports in them',
    says: (v) => `of the story ${v}`,
  },
  outlet: {
    name: 'outlet',
    means: 'who published it',
    says: (v) => `from ${v}`,
  },
  speaker: {
    name: 'speaker',
    means: 'who answers for a statement: name or entity key',
    says: (v) => `by ${v}`,
  },
  source: {
    name: 'source coded',
    means: "PLOVER sector or country code of a statement's speaker",
    says: (v) => `by a source coded ${v}`,
  },
  told: {
    name: 'to whom',
    means: 'to whom a statement is made: name or entity key',
    says: (v) => `to ${v}`,
  },
  about: {
    name: 'about',
    means: 'who is mentioned in what was said: name or entity key',
    says: (v) => `about ${v}`,
  },
  act: {
    name: 'act',
    means: 'what a statement does: state, deny, ask, ...',
    says: (v) => `with the act ${v}`,
  },
  quotation: {
    name: 'quoted',
    means: 'direct, indirect or mixed',
    says: (v) => `quoted as ${v}`,
  },
  type: {
    name: 'type',
    means: 'PLOVER type of an event',
    says: (v) => `of the type ${v}`,
  },
  mode: {
    name: 'mode',
    means: 'PLOVER mode of an event',
    says: (v) => `of the mode ${v}`,
  },
  context: {
    name: 'context',
    means: 'PLOVER context of an event',
    says: (v) => `in the context ${v}`,
  },
  status: {
    name: 'told as',
    means: 'whether an event is told as happened, planned, denied, ...',
    says: (v) => `told as ${v}`,
  },
  word: {
    name: 'on the word of',
    means: "on whose word an event stands: 'report' for the report's own, else a speaker's name",
    says: (v) => `on the word of ${v === 'report' ? 'the report' : v}`,
  },
  actor: {
    name: 'by',
    means: 'who did it: name or entity key',
    says: (v) => `done by ${v}`,
  },
  recipient: {
    name: 'to',
    means: 'to whom it was done: name or entity key',
    says: (v) => `done to ${v}`,
  },
  country: {
    name: 'country',
    means: 'country code of a speaker, actor, recipient or place',
    says: (v) => `that concern ${v}`,
  },
  sector: {
    name: 'sector',
    means: 'PLOVER sector of a speaker, actor or recipient',
    says: (v) => `that concern the sector ${v}`,
  },
  place: {
    name: 'place',
    means: 'where: name of the place',
    says: (v) => `at ${v}`,
  },
  kind: {
    name: 'kind',
    means: 'kind of an entity: person, organization, ...',
    says: (v) => `of the kind ${v}`,
  },
  language: {
    name: 'language',
    means: 'BCP 47 tag of a report',
    says: (v) => `in the language ${v}`,
  },
  day: {
    name: 'day',
    means: 'day, month or year: of the event, of saying, of publication',
    says: (v) => `on ${v}`,
  },
  decided: {
    name: 'decided',
    means: 'what people decided about a row',
    says: (v) => `decided as ${v}`,
  },
} as const satisfies { [field: string]: FilterField }

export type FilterFieldName = keyof typeof filterFields

type OfList = { readonly [list in List]: readonly FilterFieldName[] }

/** The fields that each list can be narrowed by, in the order in which they are offered. */
export const narrowedBy: OfList = {
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
    'story',
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
    'story',
    'report',
    'id',
  ],
  reports: ['outlet', 'speaker', 'type', 'language', 'day', 'story', 'report', 'id'],
  entities: ['kind', 'country', 'sector', 'source', 'speaker', 'outlet', 'report', 'id'],
}
/** The fields whose values are counted beside each list. */
export const countedBy: OfList = {
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
