/** What a desk lists. */
export const lists = ['statements', 'events', 'reports', 'entities'] as const
export type List = (typeof lists)[number]

/** What lists can be sorted by; every sort ends with the row's own key, so that paging is stable. */
export const sorts = ['published', 'when', 'confidence', 'speaker', 'outlet', 'type', 'name', 'count', 'added'] as const
export type Sort = (typeof sorts)[number]

/** How a row stands after people's decisions. */
export const decidedStates = ['right', 'wrong', 'mended', 'added', 'none'] as const
