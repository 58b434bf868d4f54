import { addColumns } from './add-columns.ts'

const span = { sentence_start: 'INTEGER', sentence_end: 'INTEGER' }

/** The sentence that a row stands in. */
export const sentences = `${addColumns('statements', 'sentence', span)}
${addColumns('events', 'sentence', span)}`
