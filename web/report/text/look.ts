import type { Mark, Segment } from './segment.ts'

/** How a segment looks, and which rows it belongs to. */
export interface Look {
  /** classes, parted by spaces */
  classes: string
  /** ids of its rows, the innermost first */
  rows: readonly string[]
  /** the row whose words begin here */
  anchor?: string
  /** the numbers of all rows whose words begin here, as print ties them to their cards */
  numbers?: string
}

/** More signs than these stand on no word until it is pointed at. */
const MOST_SIGNS = 2

const NOTHING: Look = { classes: '', rows: [] }

/**
 * What a segment is, from its marks: the innermost statement gives the line below it, the one around that a tint. Signs beyond two are kept back
 * as `also-...`, for when the words are pointed at.
 */
export function lookOf({ start, marks }: Segment): Look {
  if (marks.length === 0) return NOTHING
  const inner = [...marks].sort((a, b) => (b.depth ?? 0) - (a.depth ?? 0) || lengthOf(a) - lengthOf(b))
  const said = inner.filter(({ part }) => part === 'content')
  const who = inner.find(({ part }) => part === 'source' || part === 'cue')
  const trigger = inner.find(({ part }) => part === 'trigger')
  const quoted = inner.some(({ part }) => part === 'quoted') ? ' quoted' : ''
  const signs = [
    ...said.slice(0, 1).map(({ colour }) => `said voice-${colour}${quoted}`),
    ...said.slice(1, 2).map(({ colour }) => `outer outer-${colour}`),
    ...(who ? [`${who.part} by-${who.colour}`] : []),
    ...(trigger ? [`trigger is-${trigger.status}`] : []),
    ...(inner.some(({ part }) => part === 'time') ? ['time'] : []),
  ]
  const classes = signs.map((sign, index) => (index < MOST_SIGNS ? sign : `also-${sign}`)).join(' ')
  const begin = inner.filter((mark) => mark.first && mark.start === start)
  const numbers = begin.flatMap(({ number }) => number ?? []).sort((a, b) => a - b)
  return {
    classes,
    rows: rowsOfMarks(inner),
    anchor: begin[0]?.row,
    ...(numbers.length > 0 && { numbers: numbers.join('·') }),
  }
}

const lengthOf = ({ start, end }: Mark): number => end - start

function rowsOfMarks(marks: readonly Mark[]): string[] {
  // the row that these very words make comes first: a trigger or a cue before what they only stand in
  const own = marks.filter(({ part }) => part === 'trigger' || part === 'cue' || part === 'source')
  const rows = [...own, ...marks].flatMap(({ row }) => row ?? [])
  return [...new Set(rows)]
}
