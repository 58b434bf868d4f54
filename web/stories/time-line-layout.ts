import { scaleUtc } from 'd3-scale'
import type { Change } from '../../src/story/changes.ts'
import type { LaidStory } from '../../src/story/lay-out.ts'
import { timeTicks } from '../desk/time-ticks.ts'
import { dayInWords, shortDay } from '../words/days.ts'

/** A report on the time line: a dot in the lane of its origin. */
export interface Dot {
  report: string
  x: number
  y: number
  /** the first of its origin; others are hollow */
  first: boolean
}

/** A change: a label above the lanes, and where its line comes down to. */
export interface Flag {
  change: Change
  x: number
  y: number
  to: number
  /** the label stands left of the line, where there is no room at the right */
  left: boolean
}

export interface Lane {
  origin: string
  y: number
  from: number
  to: number
}

export interface TimeLineLayout {
  dots: Dot[]
  flags: Flag[]
  lanes: Lane[]
  ticks: { x: number; text: string }[]
  /** where the lanes begin, and end */
  top: number
  bottom: number
  height: number
  /** reports without a date, which are not drawn */
  undated: number
}

const LANE = 30
const ROW = 20
/** Dots of one lane do not lie over each other. */
const DOT = 12
/** Labels above the lanes, at most; the list below the picture has all changes. */
const ROWS = 7
/** Pixels a character, about. */
const LETTER = 6.6
const AXIS = 26

/**
 * Lays a story's reports and changes out over time.
 *
 * @param from, to where time begins and ends, in pixels
 */
export function layOutTime(
  { reports, origins, changes }: Pick<LaidStory, 'reports' | 'origins' | 'changes'>,
  from: number,
  to: number,
): TimeLineLayout | undefined {
  const moments = new Map(
    reports.flatMap(({ id, published }) =>
      published && !Number.isNaN(Date.parse(published)) ? [[id, Date.parse(published)] as const] : [],
    ),
  )
  if (moments.size === 0) return undefined
  const [first, last] = [Math.min(...moments.values()), Math.max(...moments.values())]
  const edge = Math.max((last - first) * 0.02, 1_800_000)
  const scale = scaleUtc([first - edge, last + edge], [from, to])
  const flagged = flagsOf(changes, moments, scale, to)
  const top = flagged.rows * ROW + (flagged.rows > 0 ? 10 : 4)
  const dots: Dot[] = []
  const lanes = origins.map(({ name, reports: ids }, lane): Lane => {
    const y = top + lane * LANE + LANE / 2
    let free = -Infinity
    const xs = ids.flatMap((report, at) => {
      const moment = moments.get(report)
      if (moment === undefined) return []
      const x = Math.min(to, Math.max(free + DOT, scale(moment)))
      free = x
      dots.push({ report, x, y, first: at === 0 })
      return [x]
    })
    return { origin: name, y, from: xs[0] ?? from, to: xs.at(-1) ?? from }
  })
  const bottom = top + origins.length * LANE
  const dotOf = new Map(dots.map((dot) => [dot.report, dot]))
  return {
    dots,
    lanes,
    flags: flagged.flags.flatMap((flag) => {
      const dot = dotOf.get(flag.change.report)
      return dot ? [{ ...flag, to: dot.y - 6 }] : []
    }),
    ticks: ticksOf(scale),
    top,
    bottom,
    height: bottom + AXIS,
    undated: reports.length - moments.size,
  }
}

/**
 * Labels above the lanes, the first told highest where they would lie over each other: so no line that comes down crosses a label. One that stands
 * left of its line stands above all that lines of earlier ones would cross.
 */
function flagsOf(
  changes: readonly Change[],
  moments: ReadonlyMap<string, number>,
  scale: (moment: number) => number,
  to: number,
) {
  const placed: { start: number; end: number; x: number; row: number }[] = []
  const flags: Omit<Flag, 'to'>[] = []
  for (const change of changes) {
    const moment = moments.get(change.report)
    if (moment === undefined) continue
    const x = scale(moment)
    const width = Math.min(change.label.length, LABEL) * LETTER + 26
    const left = x + width > to && x - width > 0
    const [start, end] = left ? [x - width, x + 4] : [x - 4, x + width]
    const over = placed.filter((other) => other.start < end && other.end > start)
    const lowest = Math.max(-1, ...over.map(({ row }) => row))
    const highest = Math.min(ROWS, ...over.map(({ row }) => row))
    const row = left && over.length > 0 ? highest - 1 : lowest + 1
    if (
      placed.length > 0 &&
      Math.max(row, ...placed.map((one) => one.row)) - Math.min(row, ...placed.map((one) => one.row)) >= ROWS
    )
      continue
    placed.push({ start, end, x, row })
    flags.push({ change, x, y: row, left })
  }
  const first = Math.min(0, ...placed.map(({ row }) => row))
  const rows = placed.length === 0 ? 0 : Math.max(...placed.map(({ row }) => row)) - first + 1
  return { rows, flags: flags.map((flag) => ({ ...flag, y: (flag.y - first) * ROW + ROW / 2 })) }
}

/** Longest label, in characters. */
export const LABEL = 44

/** Days with their year; where there are hours, the day once and then the hours alone. */
function ticksOf(scale: ReturnType<typeof scaleUtc<number, number>>): TimeLineLayout['ticks'] {
  const moments = timeTicks(scale, 130)
  const hours = moments.some((moment) => moment.getUTCHours() !== 0)
  let before = ''
  return moments.map((moment) => {
    const [day, time] = [moment.toISOString().slice(0, 10), moment.toISOString().slice(11, 16)]
    const text = !hours ? dayInWords(day) : day === before ? time : shortDay(time === '00:00' ? day : `${day}T${time}`)
    before = day
    return { x: scale(moment), text }
  })
}
