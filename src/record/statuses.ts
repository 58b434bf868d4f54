/** Whether an event is told as happened. Here and not in the schema, so that the command need not load zod. */
export const statuses = [
  'happened',
  'ongoing',
  'planned',
  'threatened',
  'requested',
  'supposed',
  'denied',
  'not-happened',
] as const
