import type { Event, Record as NewsRecord, Role, Span, Statement } from '../../src/record/types.ts'
import type { Brought } from '../../src/rows/decision.ts'
import { withBrought } from '../../src/rows/standing.ts'
import type { ListedRow } from '../report/rows.ts'
import { wholeCharacter } from '../report/text/segment.ts'

/** The fields of rows that hold words of the text. */
const spanFields = {
  statement: ['source', 'cue', 'content', 'occasion'],
  event: ['trigger', 'also', 'actors', 'recipients'],
} as const
export type SpanField = (typeof spanFields)['statement' | 'event'][number]

/** An edge of a span that can be moved: which span of the row, and which end. */
export interface Edge {
  field: SpanField
  /** which of the field's spans */
  index: number
  side: 'start' | 'end'
}

/** A row while it is mended or added: a copy, and what it was. */
export type Draft = { brings: Brought; isNew?: boolean } & (
  | { kind: 'statement'; was: Statement; now: Statement }
  | { kind: 'event'; was: Event; now: Event }
)

export function startDraft(row: ListedRow): Draft {
  return row.kind === 'statement'
    ? { kind: 'statement', was: row.statement, now: row.statement, brings: {} }
    : { kind: 'event', was: row.event, now: row.event, brings: {} }
}

const several: ReadonlySet<SpanField> = new Set(['content', 'also', 'actors', 'recipients'])

/** The spans of a field, in their order; none where the row has none. */
export function spansOf({ now }: Draft, field: SpanField): readonly Span[] {
  const value = (now as unknown as { [field: string]: Span | readonly Span[] | null | undefined })[field]
  return value ? (Array.isArray(value) ? value : [value as Span]) : []
}

/** Every edge of the row that stands in the text, in the order of the row's fields. */
export function rowEdges(draft: Draft): Edge[] {
  return spanFields[draft.kind].flatMap((field) =>
    spansOf(draft, field).flatMap((_, index): Edge[] => [
      { field, index, side: 'start' },
      { field, index, side: 'end' },
    ]),
  )
}

export const edgeName = ({ field, index, side }: Edge): string => `${field}-${index}-${side}`

export function spanAt(draft: Draft, { field, index }: Pick<Edge, 'field' | 'index'>): Span {
  return spansOf(draft, field)[index] ?? ownSpan(draft)
}

/** The words that make the row what it is: the trigger, or where the content begins. */
export const ownSpan = (draft: Draft): Span =>
  draft.kind === 'event' ? draft.now.trigger : (draft.now.content[0] ?? draft.now.cue ?? { start: 0, end: 1 })

/** The draft with an edge at an offset, as far as the text, the span's other edge and its neighbours allow. */
export function moveEdge(draft: Draft, edge: Edge, offset: number, text: string): Draft {
  const span = spanAt(draft, edge)
  const [least, most] = room(draft, edge, text)
  const at = wholeCharacter(text, Math.min(most, Math.max(least, offset)))
  const moved = edge.side === 'start' ? { start: at, end: span.end } : { start: span.start, end: at }
  if (moved.start >= moved.end || (moved.start === span.start && moved.end === span.end)) return draft
  return withSpan(draft, edge, moved)
}

function room(draft: Draft, { field, index, side }: Edge, text: string): [least: number, most: number] {
  const span = spanAt(draft, { field, index })
  const neighbours = field === 'content' || field === 'also' ? spansOf(draft, field) : []
  if (side === 'start') return [neighbours[index - 1]?.end ?? 0, span.end - 1]
  return [span.start + 1, neighbours[index + 1]?.start ?? text.length]
}

function withSpan(draft: Draft, { field, index }: Edge, { start, end }: Span): Draft {
  if (!several.has(field)) return withField(draft, field, { start, end })
  return withField(draft, field, spansOf(draft, field).with(index, { ...spansOf(draft, field)[index], start, end }))
}

/** The draft without one of a field's spans. */
export function withoutSpan(draft: Draft, field: SpanField, index: number): Draft {
  if (!several.has(field)) return withField(draft, field, field === 'occasion' ? undefined : null)
  const left = spansOf(draft, field).toSpliced(index, 1)
  return withField(draft, field, field === 'also' && left.length === 0 ? undefined : left)
}

/** The draft with words as a field's: the only ones, or among the others, which those that they overlap leave. */
export function withWords(draft: Draft, field: SpanField, { start, end }: Span): Draft {
  if (!several.has(field)) return withField(draft, field, { start, end })
  const isRole = field === 'actors' || field === 'recipients'
  const clear = (span: Span) =>
    isRole ? span.start !== start || span.end !== end : span.end <= start || span.start >= end
  const all = [...spansOf(draft, field).filter(clear), { start, end }]
  return withField(draft, field, isRole ? all : all.sort((a, b) => a.start - b.start))
}

/** The next offset at which a word or a character begins or ends. */
export function stepOffset(text: string, offset: number, step: 1 | -1, by: 'word' | 'character'): number {
  if (by === 'character') return stepCharacter(text, offset, step)
  const atEdge = (at: number) => at <= 0 || at >= text.length || isWord(text[at - 1]) !== isWord(text[at])
  let at = stepCharacter(text, offset, step)
  while (!atEdge(at)) at = stepCharacter(text, at, step)
  // blanks between words are no stop of their own
  while (at > 0 && at < text.length && isBlank(text[at - 1]) && isBlank(text[at])) at += step
  return at
}

function stepCharacter(text: string, offset: number, step: 1 | -1): number {
  const next = Math.min(text.length, Math.max(0, offset + step))
  return wholeCharacter(text, next) === next ? next : next + step
}

const isWord = (character: string): boolean => /[\p{L}\p{N}\p{M}\p{Cs}]/u.test(character)
const isBlank = (character: string): boolean => /\s/.test(character)

/** A longer run of characters without a word's edge is no word. */
const FARTHEST = 40

/** The word at an offset, or the nearest before it. */
export function snapWord(text: string, offset: number): Span {
  let end = Math.min(offset + 1, text.length)
  while (end > 1 && !isWord(text[end - 1])) end--
  let start = end - 1
  while (start > 0 && isWord(text[start - 1])) start--
  while (end < text.length && isWord(text[end])) end++
  return { start, end }
}

/** The nearest place where a word begins or ends: where an edge that is dragged comes to rest. */
export function snapToWord(text: string, offset: number): number {
  const isStop = (at: number) => at <= 0 || at >= text.length || isWord(text[at - 1]) !== isWord(text[at])
  const from = Math.min(text.length, Math.max(0, offset))
  for (let away = 0; away < FARTHEST; away++) {
    if (isStop(from - away)) return Math.max(0, from - away)
    if (isStop(from + away)) return Math.min(text.length, from + away)
  }
  return wholeCharacter(text, from)
}

/** The fields that are no longer what they were; one that is gone is null. Of a new row all that it has. */
export function changedFields({ was, now, isNew }: Draft): globalThis.Record<string, unknown> {
  const before = was as unknown as globalThis.Record<string, unknown>
  const after = now as unknown as globalThis.Record<string, unknown>
  if (isNew) {
    const { id: _, confidence: __, ...fields } = after
    return fields
  }
  const fields = new Set([...Object.keys(before), ...Object.keys(after)])
  const changed = [...fields].filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return Object.fromEntries(changed.map((field) => [field, after[field] ?? null]))
}

/** A field with a new value; undefined takes it away. */
export function withField(draft: Draft, field: string, value: unknown): Draft {
  const now: globalThis.Record<string, unknown> = { ...draft.now, [field]: value }
  if (value === undefined) delete now[field]
  return { ...draft, now } as unknown as Draft
}

/** An entity as a role: with the mention that stands nearest to the event's trigger. */
export function entityAsRole(entity: { id: string; mentions: readonly Span[] }, near: Span): Role {
  const away = ({ start, end }: Span) => Math.min(Math.abs(start - near.end), Math.abs(near.start - end))
  const [{ start, end }] = [...entity.mentions].sort((a, b) => away(a) - away(b))
  return { start, end, entity: entity.id }
}

/** A record with the row that is being mended or added in its place, and what it brings. */
export function withDraft(record: NewsRecord, draft: Draft): NewsRecord {
  const whole = withBrought(record, [draft.brings])
  const put = <Row extends { id: string }>(rows: readonly Row[]) =>
    draft.isNew
      ? [...rows, draft.now as unknown as Row]
      : rows.map((row) => (row.id === draft.now.id ? (draft.now as unknown as Row) : row))
  return draft.kind === 'statement'
    ? { ...whole, statements: put(record.statements) }
    : { ...whole, events: put(record.events) }
}
