import { idFrom } from '../../src/record/id.ts'
import type { Event, Span, Statement } from '../../src/record/types.ts'
import type { RecordView } from '../report/view.ts'
import { bring, entityAt, newEntity, newPlace } from './brought.ts'
import { type Draft, type SpanField, withField, withWords } from './draft.ts'

/** What selected words can be to a row. */
export type Slot = SpanField | 'to' | 'when' | 'where'

/** The slots of a row, with what their buttons say. */
export const slots: Readonly<Record<Draft['kind'], readonly (readonly [slot: Slot, words: string])[]>> = {
  statement: [
    ['source', 'who says it'],
    ['cue', 'the saying'],
    ['content', 'what is said'],
    ['to', 'to whom'],
    ['when', 'when'],
    ['where', 'where'],
    ['occasion', 'on what occasion'],
  ],
  event: [
    ['trigger', 'what happened'],
    ['actors', 'who did it'],
    ['recipients', 'to whom'],
    ['when', 'when'],
    ['where', 'where'],
    ['also', 'told here too'],
  ],
}

/** The draft with selected words in one of its slots; undefined where they are no day that the reader knows. */
export function takeWords(draft: Draft, slot: Slot, words: Span, view: RecordView): Draft | undefined {
  const { text } = view.record.report
  const entity = entityAt(view, words)
  if (slot === 'source') return withField(withWords(draft, slot, words), 'speaker', entity?.id)
  if (slot === 'actors' || slot === 'recipients') {
    const taken = withWords(draft, slot, words)
    const roles = (taken.now as Event)[slot]
    return withField(taken, slot, roles.with(-1, { ...roles[roles.length - 1], ...(entity && { entity: entity.id }) }))
  }
  if (slot === 'to') {
    const told = entity ?? newEntity(text, text.slice(words.start, words.end), words)
    const to = [...(draft.now as Statement).to.filter((id) => id !== told.id), told.id]
    return withField(entity ? draft : { ...draft, brings: bring(draft.brings, { entities: [told] }) }, 'to', to)
  }
  if (slot === 'when') {
    const time = view.record.times.find((time) => overlap(time, words))
    return time && withField(withField(draft, 'when', time.id), 'whenBasis', undefined)
  }
  if (slot === 'where') {
    const known = view.record.places.find((place) => overlap(place, words))
    if (known) return withField(draft, 'where', known.id)
    const made = newPlace(text, entity?.kind === 'place' ? entity.name : text.slice(words.start, words.end), words)
    const place = entity?.kind === 'place' ? { ...made.place, entity: entity.id } : made.place
    const entities = entity?.kind === 'place' ? [] : [made.entity]
    return withField({ ...draft, brings: bring(draft.brings, { entities, places: [place] }) }, 'where', place.id)
  }
  const taken = withWords(draft, slot, words)
  return slot === 'content' ? quotedAsWritten(taken, text) : taken
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

const OPENS = '\u201c\u00ab"'
const CLOSES = '\u201d\u00bb"'

/** A new statement with `quotation` as its content has quotation marks: around all of it, somewhere in it, or nowhere. */
export function quotedAsWritten(draft: Draft, text: string): Draft {
  if (!draft.isNew || draft.kind !== 'statement') return draft
  const stretches = draft.now.content
  const words = (span: Span) => text.slice(span.start, span.end)
  const within = (span: Span) => OPENS.includes(text[span.start - 1] ?? ' ') || OPENS.includes(text[span.start])
  const whole = (span: Span) => within(span) && !new RegExp(`[${CLOSES}].*\\w`, 's').test(words(span).slice(1))
  const quoted = stretches.flatMap((span) =>
    [...words(span).matchAll(new RegExp(`[${OPENS}][^${OPENS}${CLOSES}]+[${CLOSES}]`, 'g'))].map(
      ({ index, 0: found }) => ({
        start: span.start + index,
        end: span.start + index + found.length,
      }),
    ),
  )
  if (stretches.length > 0 && stretches.every(whole)) return withQuotation(draft, 'direct', undefined)
  return quoted.length > 0 ? withQuotation(draft, 'mixed', quoted) : withQuotation(draft, 'indirect', undefined)
}

const withQuotation = (draft: Draft, quotation: Statement['quotation'], quoted: Span[] | undefined): Draft =>
  withField(withField(draft, 'quotation', quotation), 'quoted', quoted)

/** A new row that begins with some words. */
export function newDraft(kind: Draft['kind'], words: Span, view: RecordView, makeId: () => string): Draft {
  const id = idFrom(kind === 'statement' ? 's' : 'v', ['by hand', words.start, words.end, makeId()])
  const span = { start: words.start, end: words.end }
  if (kind === 'event') {
    const now: Event = {
      id,
      type: '',
      contexts: [],
      trigger: span,
      actors: [],
      recipients: [],
      status: 'happened',
      word: wordAround(view, span),
      why: 'a person',
      confidence: 1,
    }
    return { kind, was: now, now, brings: {}, isNew: true }
  }
  const now: Statement = {
    id,
    source: null,
    cue: null,
    content: [span],
    quotation: 'indirect',
    act: 'state',
    negated: false,
    to: [],
    confidence: 1,
  }
  return quotedAsWritten({ kind, was: now, now, brings: {}, isNew: true }, view.record.report.text)
}

/** What happened within what somebody says stands on their word. */
function wordAround({ record }: RecordView, { start, end }: Span): Event['word'] {
  const around = record.statements
    .filter(({ content }) => content.some((span) => span.start <= start && span.end >= end))
    .sort((a, b) => size(a) - size(b))
  return around.length > 0 ? { statement: around[0].id } : {}
}

const size = ({ content }: Statement) => content.reduce((sum, { start, end }) => sum + end - start, 0)
