import type { List } from '../../src/rows/filter.ts'

export type { List }

/** The lists of a desk; written here again, since the schema that knows them is not part of the page. */
export const lists: readonly List[] = ['statements', 'events', 'reports', 'entities']
