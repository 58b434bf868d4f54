import { Fragment } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { memo } from '../../memo.ts'
import { lookOf } from './look.ts'
import { oddPieces } from './odd.ts'
import { type CutLine, cutLine, type Segment } from './segment.ts'

/** An edge of a span that is being mended, as the text shows it. */
export interface Handle {
  name: string
  label: string
  offset: number
  side: 'start' | 'end'
  /** the span's words */
  words: string
}

export interface TextLineProps {
  text: string
  line: CutLine
  handles: readonly Handle[]
  /** stands above the report proper, such as its date */
  isHeader: boolean
  /** its marks are drawn when it comes near the window */
  late: boolean
  /** is called after marks were drawn late */
  onDrawn: () => void
}

/** One line of the report. Texts are texts: nothing of them is ever read as HTML. */
export const TextLine = memo(
  function TextLine({ text, line, handles, isHeader, late, onDrawn }: TextLineProps) {
    const { element, near } = useNear(late)
    const segments = useMemo(() => (near ? cutLine(line) : [{ ...line, marks: [] }]), [near, line])
    useEffect(() => {
      if (late && near) onDrawn()
    }, [near])
    return (
      <p class={isHeader ? 'line header' : 'line'} dir="auto" data-line={line.start} ref={element}>
        {segments.map((segment) => (
          <Fragment key={segment.start}>
            {handles.filter(({ side, offset }) => side === 'start' && offset === segment.start).map(edgeHandle)}
            <Part text={text} segment={segment} />
            {handles.filter(({ side, offset }) => side === 'end' && offset === segment.end).map(edgeHandle)}
          </Fragment>
        ))}
      </p>
    )
  },
  (before, after) => before.line === after.line && before.handles === after.handles && before.text === after.text,
)

/** Whether a line has come near the window: browsers tell when they begin to draw what they had left out. */
function useNear(late: boolean) {
  const element = useRef<HTMLParagraphElement>(null)
  const [near, setNear] = useState(!late || !('oncontentvisibilityautostatechange' in document))
  useEffect(() => {
    if (near) return
    const line = element.current!
    const look = (event: Event) => {
      if (!(event as Event & { skipped: boolean }).skipped) setNear(true)
    }
    line.addEventListener('contentvisibilityautostatechange', look)
    return () => line.removeEventListener('contentvisibilityautostatechange', look)
  }, [near])
  return { element, near }
}

function Part({ text, segment }: { text: string; segment: Segment }) {
  const { start, end } = segment
  const { classes, rows, anchor, numbers } = lookOf(segment)
  const pieces = oddPieces(text.slice(start, end))
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
  if (rows.length === 0)
    return (
      <span class={classes || undefined} data-start={start}>
        {shown}
      </span>
    )
  const all = rows.join(' ')
  if (anchor === undefined)
    return (
      <span class={`part ${classes}`} data-start={start} data-rows={all} data-numbers={numbers}>
        {shown}
      </span>
    )
  return (
    <a
      class={`part ${classes}`}
      data-start={start}
      data-rows={all}
      data-numbers={numbers}
      href={`#${anchor}`}
      tabIndex={-1}
    >
      {shown}
    </a>
  )
}

/** The view listens for keys and drags on these. */
function edgeHandle({ name, label, offset, side, words }: Handle) {
  return (
    <span
      key={name}
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
