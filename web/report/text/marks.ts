import type { Event, Span, Statement } from '../../../src/record/types.ts'
import { countFields } from '../../words/events.ts'
import { statementStart } from '../rows.ts'
import type { RecordView } from '../view.ts'
import type { Mark, Part } from './segment.ts'

/** Every span of a record that the text shows, each with its row and what gives it its look. */
export function marksOf(view: RecordView): Mark[] {
  const { statements, events, times, places, notes } = view.record
  return [
    ...statements.flatMap((statement) => statementMarks(statement, view)),
    ...events.flatMap((event) => eventMarks(event, view)),
    ...times.map((time) => mark(time, 'time')),
    ...places.map((place) => mark(place, 'place')),
    ...notes.flatMap(({ start, end }) =>
      start !== undefined && end !== undefined ? [mark({ start, end }, 'note')] : [],
    ),
  ]
}

function statementMarks(statement: Statement, view: RecordView): Mark[] {
  const { id, source, cue, content } = statement
  const about = { row: id, depth: view.chain(id).length, colour: view.voices.of(statement)?.colour ?? 0 }
  const number = view.numberOf(id)
  const marks = [
    ...(source ? [mark(source, 'source', about)] : []),
    ...(cue ? [mark(cue, 'cue', about)] : []),
    ...content.map((span) => mark(span, 'content', about)),
    ...quotedOf(statement).map((span) => mark(span, 'quoted', about)),
  ]
  return markFirst(marks, statementStart(statement), number)
}

/** The stretches in quotation marks, as the record has them. */
const quotedOf = ({ quotation, content, quoted = [] }: Statement): readonly Span[] =>
  quotation === 'direct' ? content : quoted

function eventMarks(event: Event, view: RecordView): Mark[] {
  const { id, trigger, actors, recipients, status } = event
  const about = { row: id }
  const counts = countFields.flatMap((field) => event[field] ?? [])
  return [
    mark(trigger, 'trigger', { ...about, status, first: true, number: view.numberOf(id) }),
    ...[...actors, ...recipients].map((role) => mark(role, 'role', about)),
    ...counts.map((count) => mark(count, 'count', about)),
  ]
}

function mark({ start, end }: Span, part: Part, about: Partial<Mark> = {}): Mark {
  return { start, end, part, ...about }
}

/** Marks where the row's words begin: once. */
function markFirst(marks: readonly Mark[], start: number, number: number | undefined): Mark[] {
  const first = marks.findIndex((mark) => mark.start === start)
  return marks.map((mark, index) => (index === first ? { ...mark, first: true, number } : mark))
}
