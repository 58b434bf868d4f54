import type { Span } from '../../record/types.ts'
import type { EventRow, StatementRow } from '../../rows/rows.ts'

/** A stretch of a report's text, from where it begins in UTF-16 code units, with what is marked in it. */
export interface Passage {
  start: number
  text: string
  marks: (Span & { part: 'source' | 'cue' | 'content' | 'trigger' | 'actor' | 'recipient' })[]
}

/** A passage reaches so far to each side of its row at most. */
const MOST = 700

/** The paragraphs that a row's words stand in, cut where they are very long. */
export function passageOf(text: string, row: StatementRow | EventRow): Passage {
  const marks = marksOf(row)
  const first = Math.min(...marks.map(({ start }) => start))
  const last = Math.max(...marks.map(({ end }) => end))
  const start = Math.max(0, first - MOST, text.lastIndexOf('\n\n', first) + 1)
  const next = text.indexOf('\n\n', last)
  const end = Math.min(text.length, last + MOST, next < 0 ? text.length : next)
  const from = start + (/^\s*/.exec(text.slice(start, first))?.[0].length ?? 0)
  return { start: from, text: wholeCharacters(text, from, end), marks }
}

function marksOf(row: StatementRow | EventRow): Passage['marks'] {
  if (row.list === 'statements') {
    const { source, cue, content } = row.spans
    return [
      ...(source ? [{ ...bare(source), part: 'source' as const }] : []),
      ...(cue ? [{ ...bare(cue), part: 'cue' as const }] : []),
      ...content.map((span) => ({ ...bare(span), part: 'content' as const })),
    ]
  }
  const parties = (part: 'actor' | 'recipient', spans: readonly (Span | undefined)[]) =>
    spans.flatMap((span) => (span ? [{ ...bare(span), part }] : []))
  return [
    { ...bare(row.spans.trigger), part: 'trigger' },
    ...parties(
      'actor',
      row.actors.map(({ span }) => span),
    ),
    ...parties(
      'recipient',
      row.recipients.map(({ span }) => span),
    ),
  ]
}

const bare = ({ start, end }: Span): Span => ({ start, end })

/** The text between two offsets, without halves of characters at its ends. */
function wholeCharacters(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}
