import type { NoteCode } from '../../src/record/codes.ts'
import type { Note } from '../../src/record/types.ts'

/** Notes of how a report was taken: facts about it, nothing that was left open. */
const ofTaking: ReadonlySet<string> = new Set<NoteCode>([
  'archive-length-false',
  'claims-from-data',
  'encoding-false',
  'encoding-guessed',
  'entities-declared',
  'hidden-text-taken',
  'input-cut-off',
  'page-too-deep',
  'published-from-header',
  'text-from-data',
])

/** The notes of a record, parted: what the reader left open or took for granted, and how the report was taken. */
export function partNotes(notes: readonly Note[]): { doubts: Note[]; taking: Note[] } {
  return {
    doubts: notes.filter(({ code }) => !ofTaking.has(code)),
    taking: notes.filter(({ code }) => ofTaking.has(code)),
  }
}
