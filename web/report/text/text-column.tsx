import { useMemo } from 'preact/hooks'
import { rowsAt } from '../lights.ts'
import type { CutLine } from './segment.ts'
import { type Handle, TextLine } from './text.tsx'

/** With more marks than this, those of a line are drawn when it comes near the window. */
const DRAWN_AT_ONCE = 6000

interface TextColumnProps {
  text: string
  lines: readonly CutLine[]
  handles: readonly Handle[]
  /** where the report proper begins, after a header's lines */
  begins: number
  chosen: string | undefined
  /** undefined while a row is mended: a click then chooses nothing */
  onChoose: ((row: string) => void) | undefined
  onKeyDown: (event: KeyboardEvent) => void
  onPointerDown: (event: PointerEvent) => void
  onDrawn: () => void
}

/** The report's text, with every row marked in it. */
export function TextColumn(props: TextColumnProps) {
  const { text, lines, handles, begins, chosen, onChoose, onKeyDown, onPointerDown, onDrawn } = props
  const isLong = useMemo(() => lines.reduce((sum, { marks }) => sum + marks.length, 0) > DRAWN_AT_ONCE, [lines])
  const onClick = (event: MouseEvent) => {
    const found = rowsAt(event.target)
    if (!onChoose || found.length === 0 || !getSelection()?.isCollapsed) return
    event.preventDefault()
    // once more on the same words goes on to what is around them
    onChoose(found[(found.indexOf(chosen ?? '') + 1) % found.length])
  }
  return (
    <section
      class="report-text"
      aria-label="The report"
      onClick={onClick}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      {lines.map((line, index) => (
        <TextLine
          key={line.start}
          text={text}
          line={line}
          handles={handlesOn(line, handles)}
          isHeader={line.end <= begins}
          late={isLong && index > 0}
          onDrawn={onDrawn}
        />
      ))}
    </section>
  )
}

const NO_HANDLES: readonly Handle[] = []

function handlesOn({ start, end }: CutLine, handles: readonly Handle[]): readonly Handle[] {
  const here = handles.filter(({ offset }) => offset >= start && offset <= end)
  return here.length === 0 ? NO_HANDLES : here
}
