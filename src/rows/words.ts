import type { Record as NewsRecord, Span, Statement } from '../record/types.ts'

/**
 * The words of a span, as the report has them; of several stretches, joined by ' … ', as rows have them. Nothing where there is no span.
 *
 * @example words(record, record.statements[0].content) // 'that Kestria had shelled the port'
 */
export function words(record: NewsRecord, spans: Span | readonly Span[] | null | undefined): string {
  const { text } = record.report
  const slice = ({ start, end }: Span) => text.slice(start, end)
  if (!spans) return ''
  return 'start' in spans ? slice(spans) : spans.map(slice).join(' … ')
}

/**
 * The name of an entity of the record, by its id; undefined where the id is or names nothing.
 *
 * @example nameOf(record, record.events[0].actors[0].entity) // 'Kestria'
 */
export function nameOf(record: NewsRecord, entity: string | undefined): string | undefined {
  return entity === undefined ? undefined : record.entities.find(({ id }) => id === entity)?.name
}

/**
 * Who answers for a statement, as a person would name them: the entity's name, else the source's words; undefined where nobody is named.
 *
 * @example speakerOf(record, record.statements[0]) // 'Ilse Marek'
 */
export function speakerOf(
  record: NewsRecord,
  { speaker, source }: Pick<Statement, 'speaker' | 'source'>,
): string | undefined {
  return nameOf(record, speaker) ?? (source ? words(record, source) : undefined)
}
