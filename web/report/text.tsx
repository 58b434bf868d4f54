import { Fragment } from 'preact'
import { memo } from '../memo.ts'
import { lookOf } from './look.ts'
import { oddPieces } from './odd.ts'
import type { Line } from './segment.ts'
import type { View } from './view.ts'

/** A segment as it is drawn. */
interface Drawn {
  start: number
  text: string
  classes: string
  rows: string
  /** the row whose first words these are: its anchor in the text */
  anchor?: string
  /** edges that can be moved, before and after it */
  before?: readonly Handle[]
  after?: readonly Handle[]
}

/** An edge of a span that is being mended, as the text shows it. */
export interface Handle {
  name: string
  label: string
  offset: number
  side: 'start' | 'end'
  /** the span's words */
  words: string
}

export interface DrawnLine {
  key: string
  /** the same signature, the same drawing */
  signature: string
  parts: readonly Drawn[]
}

/** How the lines of a report are drawn: pure, so that lines that did not change need not be drawn again. */
export function drawLines(lines: readonly Line[], view: View, handles: readonly Handle[] = []): DrawnLine[] {
  const anchored = new Set<string>()
  const { text } = view.record.report
  return lines.map(({ start, segments }) => {
    const parts = segments.map((segment) => {
      const { classes, rows } = lookOf(segment, view)
      const anchor = rows.find((row) => !anchored.has(row))
      if (anchor !== undefined) anchored.add(anchor)
      const { start, end } = segment
      const words = text.slice(start, end)
      const before = handles.filter(({ side, offset }) => side === 'start' && offset === start)
      const after = handles.filter(({ side, offset }) => side === 'end' && offset === end)
      return { start, text: words, classes, rows: rows.join(' '), anchor, ...some({ before }), ...some({ after }) }
    })
    return { key: String(start), signature: JSON.stringify(parts), parts }
  })
}

const some = <T extends Record<string, readonly unknown[]>>(lists: T): T | undefined =>
  Object.values(lists).some((list) => list.length > 0) ? lists : undefined

/** One line of the report. Texts are texts: nothing of them is ever read as HTML. */
export const TextLine = memo(
  function TextLine({ line }: { line: DrawnLine }) {
    return (
      <p class="line" dir="auto" data-line={line.key}>
        {line.parts.map((part) => (
          <Fragment key={part.start}>
            {part.before?.map((handle) => (
              <EdgeHandle key={handle.name} handle={handle} />
            ))}
            <Part part={part} />
            {part.after?.map((handle) => (
              <EdgeHandle key={handle.name} handle={handle} />
            ))}
          </Fragment>
        ))}
      </p>
    )
  },
  (before, after) => before.line.signature === after.line.signature,
)

function Part({ part: { start, text, classes, rows, anchor } }: { part: Drawn }) {
  const pieces = oddPieces(text)
  const shown = pieces.map((piece) =>
    'odd' in piece ? (
      <span key={piece.start} class="odd" data-start={start + piece.start} data-odd={piece.odd} title={piece.odd} />
    ) : pieces.length === 1 ? (
      piece.text
    ) : (
      <span key={piece.start} data-start={start + piece.start}>
        {piece.text}
      </span>
    ),
  )
  if (rows === '')
    return (
      <span class={classes || undefined} data-start={start}>
        {shown}
      </span>
    )
  if (anchor === undefined)
    return (
      <span class={`part ${classes}`} data-start={start} data-rows={rows}>
        {shown}
      </span>
    )
  return (
    <a class={`part ${classes}`} data-start={start} data-rows={rows} href={`#${anchor}`} tabIndex={-1}>
      {shown}
    </a>
  )
}

/** The view listens for keys and drags on these. */
function EdgeHandle({ handle: { name, label, offset, side, words } }: { handle: Handle }) {
  return (
    <span
      class={`edge edge-${side}`}
      role="slider"
      tabIndex={0}
      data-edge={name}
      aria-label={label}
      aria-valuenow={offset}
      aria-valuetext={words}
    />
  )
}
