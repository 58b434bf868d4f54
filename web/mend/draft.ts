import type { Event, Record as NewsRecord, Role, Span, Statement } from '../../src/record/types.ts'
import type { ReportRow } from '../report/rows.ts'
import { wholeCharacter } from '../report/text/segment.ts'

/** An edge of a span that can be moved: which span of the row, and which end. */
export interface Edge {
  field: 'source' | 'cue' | 'content' | 'trigger'
  /** which of the content's spans */
  index: number
  side: 'start' | 'end'
}

/** A row while it is mended: a copy, and what it was. */
export type Draft = { kind: 'statement'; was: Statement; now: Statement } | { kind: 'event'; was: Event; now: Event }

export function startDraft(row: ReportRow): Draft {
  return row.kind === 'statement'
    ? { kind: 'statement', was: row.statement, now: row.statement }
    : { kind: 'event', was: row.event, now: row.event }
}

/** Every edge of the row that stands in the text, in the order of the row's fields. */
export function edgesOf(draft: Draft): Edge[] {
  const sides = (field: Edge['field'], index = 0): Edge[] => [
    { field, index, side: 'start' },
    { field, index, side: 'end' },
  ]
  if (draft.kind === 'event') return sides('trigger')
  const { source, cue, content } = draft.now
  return [
    ...(source ? sides('source') : []),
    ...(cue ? sides('cue') : []),
    ...content.flatMap((_, index) => sides('content', index)),
  ]
}

export const edgeName = ({ field, index, side }: Edge): string => `${field}-${index}-${side}`

export function spanAt(draft: Draft, { field, index }: Pick<Edge, 'field' | 'index'>): Span {
  if (draft.kind === 'event') return draft.now.trigger
  const { source, cue, content } = draft.now
  return (field === 'source' ? source : field === 'cue' ? cue : content[index]) ?? content[0]
}

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
  const neighbours = draft.kind === 'statement' && field === 'content' ? draft.now.content : []
  if (side === 'start') return [neighbours[index - 1]?.end ?? 0, span.end - 1]
  return [span.start + 1, neighbours[index + 1]?.start ?? text.length]
}

function withSpan(draft: Draft, { field, index }: Edge, span: Span): Draft {
  if (draft.kind === 'event') return { ...draft, now: { ...draft.now, trigger: span } }
  const { now } = draft
  if (field === 'content') return { ...draft, now: { ...now, content: now.content.with(index, span) } }
  return { ...draft, now: { ...now, [field]: span } }
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

/** The fields that are no longer what they were; one that is gone is null. */
export function changesOf({ was, now }: Draft): globalThis.Record<string, unknown> {
  const before = was as unknown as globalThis.Record<string, unknown>
  const after = now as unknown as globalThis.Record<string, unknown>
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
export function roleOf(entity: { id: string; mentions: readonly Span[] }, near: Span): Role {
  const away = ({ start, end }: Span) => Math.min(Math.abs(start - near.end), Math.abs(near.start - end))
  const [{ start, end }] = [...entity.mentions].sort((a, b) => away(a) - away(b))
  return { start, end, entity: entity.id }
}

/** A record with the row that is being mended in its place. */
export function withDraft(record: NewsRecord, draft: Draft): NewsRecord {
  const put = <Row extends { id: string }>(rows: readonly Row[]) =>
    rows.map((row) => (row.id === draft.now.id ? (draft.now as unknown as Row) : row))
  return draft.kind === 'statement'
    ? { ...record, statements: put(record.statements) }
    : { ...record, events: put(record.events) }
}
