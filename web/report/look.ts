import type { Mark, Segment } from './segment.ts'
import type { View } from './view.ts'

/** How a segment looks, and which rows it belongs to. */
export interface Look {
  /** classes, parted by spaces */
  classes: string
  /** ids of its rows, the innermost first */
  rows: readonly string[]
}

/** What a segment is, from its marks: the innermost statement gives its colour, the one around it a second line. */
export function lookOf({ marks }: Segment, view: View): Look {
  if (marks.length === 0) return { classes: '', rows: [] }
  const inner = innermostFirst(marks, view)
  const said = inner.filter(({ part }) => part === 'content')
  const who = inner.find(({ part }) => part === 'source' || part === 'cue')
  const classes = [
    ...said.slice(0, 1).map((mark) => `said voice-${colourOf(mark, view)}`),
    ...said.slice(1, 2).map((mark) => `outer outer-${colourOf(mark, view)}`),
    inner.some(({ part }) => part === 'quoted') && 'quoted',
    who && `${who.part} by-${colourOf(who, view)}`,
    ...inner.filter(({ part }) => part === 'trigger').map((mark) => `trigger is-${view.event(mark.row)?.status}`),
    ...(['count', 'time', 'note'] as const).filter((part) => inner.some((mark) => mark.part === part)),
  ]
  return { classes: classes.filter(Boolean).join(' '), rows: rowsOfMarks(inner) }
}

function rowsOfMarks(marks: readonly Mark[]): string[] {
  // the row that these very words make comes first: a trigger or a cue before what they only stand in
  const own = marks.filter(({ part }) => part === 'trigger' || part === 'cue' || part === 'source')
  const rows = [...own, ...marks].flatMap(({ row }) => row ?? [])
  return [...new Set(rows)]
}

function innermostFirst(marks: readonly Mark[], view: View): Mark[] {
  const depth = ({ row }: Mark) => (view.statement(row) ? view.chain(row).length : 0)
  const length = ({ start, end }: Mark) => end - start
  return [...marks].sort((a, b) => depth(b) - depth(a) || length(a) - length(b))
}

function colourOf({ row }: Mark, view: View): number {
  const statement = view.statement(row)
  return (statement && view.voices.of(statement)?.colour) ?? 0
}
