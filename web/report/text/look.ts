import type { Mark, Segment } from './segment.ts'

/** How a segment looks, and which rows it belongs to. */
export interface Look {
  /** classes, parted by spaces */
  classes: string
  /** ids of its rows, the innermost first */
  rows: readonly string[]
  /** the row whose words begin here */
  anchor?: string
}

const NOTHING: Look = { classes: '', rows: [] }

/** What a segment is, from its marks: the innermost statement gives its colour, the one around it a second line. */
export function lookOf({ start, marks }: Segment): Look {
  if (marks.length === 0) return NOTHING
  const inner = [...marks].sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0) || lengthOf(a) - lengthOf(b))
  const said = inner.filter(({ part }) => part === 'content')
  const who = inner.find(({ part }) => part === 'source' || part === 'cue')
  const classes = [
    ...said.slice(0, 1).map(({ colour }) => `said voice-${colour}`),
    ...said.slice(1, 2).map(({ colour }) => `outer outer-${colour}`),
    inner.some(({ part }) => part === 'quoted') && 'quoted',
    who && `${who.part} by-${who.colour}`,
    ...inner.filter(({ part }) => part === 'trigger').map(({ status }) => `trigger is-${status}`),
    ...(['count', 'time', 'note'] as const).filter((part) => inner.some((mark) => mark.part === part)),
  ]
  const anchor = inner.find((mark) => mark.first && mark.start === start)?.row
  return { classes: classes.filter(Boolean).join(' '), rows: rowsOfMarks(inner), anchor }
}

const lengthOf = ({ start, end }: Mark): number => end - start

function rowsOfMarks(marks: readonly Mark[]): string[] {
  // the row that these very words make comes first: a trigger or a cue before what they only stand in
  const own = marks.filter(({ part }) => part === 'trigger' || part === 'cue' || part === 'source')
  const rows = [...own, ...marks].flatMap(({ row }) => row ?? [])
  return [...new Set(rows)]
}
