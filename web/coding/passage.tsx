import type { Passage } from '../../src/desk/coding/passage-of.ts'
import { onOneLine } from '../report/text/odd.ts'

/** A passage with a row's words marked in it. */
export function MarkedPassage({ passage }: { passage: Passage }) {
  return (
    <blockquote class="passage">
      {piecesOf(passage).map(({ start, text, parts }) =>
        parts.length === 0 ? (
          onOneLine(text)
        ) : (
          <mark key={start} class={parts.map((part) => `part-${part}`).join(' ')} title={parts.join(', ')}>
            {onOneLine(text)}
          </mark>
        ),
      )}
    </blockquote>
  )
}

interface Piece {
  start: number
  text: string
  parts: string[]
}

/** The passage cut wherever a mark begins or ends. */
export function piecesOf({ start, text, marks }: Passage): Piece[] {
  const end = start + text.length
  const edges = [...new Set([start, end, ...marks.flatMap((mark) => [mark.start, mark.end])])]
    .filter((at) => at >= start && at <= end)
    .sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, at) => ({
    start: from,
    text: text.slice(from - start, edges[at + 1] - start),
    parts: marks.filter((mark) => mark.start <= from && mark.end >= edges[at + 1]).map(({ part }) => part),
  }))
}
