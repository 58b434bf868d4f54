import { Failure } from '../record/failure.ts'
import type { Report, Span } from '../record/types.ts'
import type { EventRow, StatementRow } from '../rows/rows.ts'
import { version } from '../version.ts'
import type { Selection } from './format.ts'
import { jsonList } from './json-list.ts'
import { flatRow } from './jsonl.ts'
import { offsetsOf } from './offsets.ts'
import { findQuote, textQuoteOf } from './quotes.ts'
import { urnOf } from './urn.ts'

/** What a target is to its annotation. */
type Part = 'source' | 'cue' | 'content' | 'trigger' | 'actor' | 'recipient'

const CONTEXT = ['http://www.w3.org/ns/anno.jsonld', { '@vocab': 'urn:onrecord:' }]

/**
 * Statements and events as one W3C annotation page (JSON-LD), an annotation each. Every target has a TextPositionSelector, in
 * code points of the report's text, and a TextQuoteSelector.
 */
export function* writeWebAnnotation(selections: Iterable<Selection>): Generator<string> {
  const head = JSON.stringify({ '@context': CONTEXT, id: 'urn:onrecord:export', type: 'AnnotationPage', startIndex: 0 })
  yield* jsonList(`${head.slice(0, -1)},"items":[`, allAnnotations(selections))
}

function* allAnnotations(selections: Iterable<Selection>): Generator<object> {
  for (const selection of selections) yield* annotationsOf(selection)
}

function* annotationsOf({ record, statements, events }: Selection): Generator<object> {
  const target = targetsOf(record.report)
  for (const row of statements) {
    const { source, cue, content } = row.spans
    const spans: [Part, Span | null | undefined][] = [...content.map((span): [Part, Span] => ['content', span])]
    yield annotation(row, [...spans, ['source', source], ['cue', cue]], target)
  }
  for (const row of events) {
    const roles = (part: Part, named: EventRow['actors']) =>
      named.map(({ span }): [Part, Span | undefined] => [part, span])
    const spans = [...roles('actor', row.actors), ...roles('recipient', row.recipients)]
    yield annotation(row, [['trigger', row.spans.trigger], ...spans], target)
  }
}

type Target = (part: Part, span: Span) => object

function annotation(row: StatementRow | EventRow, spans: [Part, Span | null | undefined][], target: Target): object {
  const isStatement = row.list === 'statements'
  return {
    id: urnOf('row', row.key),
    type: 'Annotation',
    motivation: 'classifying',
    creator: { type: 'Software', name: `onrecord ${version}` },
    body: [
      { type: 'TextualBody', purpose: 'classifying', value: isStatement ? 'statement' : 'event' },
      { type: 'TextualBody', purpose: 'tagging', value: isStatement ? row.act : row.type },
      {
        type: isStatement ? 'Statement' : 'Event',
        row: isStatement ? flatRow('statements', row) : flatRow('events', row),
      },
    ],
    target: spans.flatMap(([part, span]) => (span ? [target(part, span)] : [])),
  }
}

function targetsOf({ id, text, url, sha256 }: Report): Target {
  const points = offsetsOf(text, 'code-points')
  const source = url ?? urnOf('report', id)
  return (part, span) => ({
    type: 'SpecificResource',
    source,
    textSha256: sha256,
    part,
    selector: [
      { type: 'TextPositionSelector', start: points.to(span.start), end: points.to(span.end) },
      { type: 'TextQuoteSelector', ...textQuoteOf(text, span) },
    ],
  })
}

/** A target that was read back; no span where its words are no longer in the text. */
export interface ReadTarget {
  /** the annotation's id */
  annotation: string
  part?: string
  span?: Span
}

interface Selector {
  type?: string
  start?: number
  end?: number
  exact?: string
  prefix?: string
  suffix?: string
}

/**
 * Reads the targets of W3C annotations back as spans of a text: by position where the quoted words stand there, else by the quote. An
 * annotation page, a collection with its first page, or a list of annotations will do; selectors of other kinds are passed over.
 *
 * @throws Failure `not-of-format` where the text is no JSON, or holds no annotations
 */
export function readWebAnnotation(json: string, text: string): ReadTarget[] {
  const points = offsetsOf(text, 'code-points')
  return itemsOf(json).flatMap((item) =>
    listOf(item.target).map((target): ReadTarget => {
      const { selector, part } = (target ?? {}) as { selector?: unknown; part?: string }
      const span = spanOf(listOf(selector) as Selector[], text, points.from)
      return { annotation: String(item.id ?? ''), ...(part !== undefined && { part }), ...(span && { span }) }
    }),
  )
}

function itemsOf(json: string): { id?: unknown; target?: unknown }[] {
  try {
    const page = JSON.parse(json)
    const items = Array.isArray(page) ? page : (page?.items ?? page?.first?.items ?? (page?.target && [page]))
    if (Array.isArray(items)) return items
  } catch {
    // said below
  }
  throw new Failure('not-of-format', 'this is not a W3C annotation page, which is a JSON object with items')
}

function spanOf(selectors: Selector[], text: string, from: (offset: number) => number): Span | undefined {
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector')
  const span = position && positioned(position, from)
  if (!quote?.exact) return span
  if (span && text.slice(span.start, span.end) === quote.exact) return span
  return findQuote(text, { exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' })
}

function positioned({ start, end }: Selector, from: (offset: number) => number): Span | undefined {
  try {
    const span = { start: from(start as number), end: from(end as number) }
    return span.start < span.end ? span : undefined
  } catch {
    return undefined
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}
