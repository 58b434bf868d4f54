import { addColumns } from './add-columns.ts'

/** Other words of a report that tell of an event again. */
export const also = addColumns('events', 'also', { also: 'TEXT' })
