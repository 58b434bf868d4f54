import type { Event, Record as NewsRecord, Span, Statement } from '../../src/record/types.ts'
import { quotedSpans } from './quoted.ts'
import type { Mark, Part } from './segment.ts'

/** Every span of a record that the text shows, each with its row. */
export function marksOf({ report, statements, events, times, places, notes }: NewsRecord): Mark[] {
  return [
    ...statements.flatMap((statement) => statementMarks(report.text, statement)),
    ...events.flatMap(eventMarks),
    ...times.map((time) => mark(time, 'time')),
    ...places.map((place) => mark(place, 'place')),
    ...notes.flatMap(({ start, end }) =>
      start !== undefined && end !== undefined ? [mark({ start, end }, 'note')] : [],
    ),
  ]
}

function statementMarks(text: string, statement: Statement): Mark[] {
  const { id, source, cue, content } = statement
  return [
    ...(source ? [mark(source, 'source', id)] : []),
    ...(cue ? [mark(cue, 'cue', id)] : []),
    ...content.map((span) => mark(span, 'content', id)),
    ...quotedSpans(text, statement).map((span) => mark(span, 'quoted', id)),
  ]
}

export const countFields = ['killed', 'injured', 'arrested', 'size'] as const

function eventMarks(event: Event): Mark[] {
  const { id, trigger, actors, recipients } = event
  const counts = countFields.flatMap((field) => event[field] ?? [])
  return [
    mark(trigger, 'trigger', id),
    ...[...actors, ...recipients].map((role) => mark(role, 'role', id)),
    ...counts.map((count) => mark(count, 'count', id)),
  ]
}

function mark({ start, end }: Span, part: Part, row?: string): Mark {
  return row === undefined ? { start, end, part } : { start, end, part, row }
}
