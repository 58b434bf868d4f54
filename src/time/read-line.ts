import type { Tree } from '../language/tree.ts'
import { stableId } from '../record/id.ts'
import type { Time } from '../record/types.ts'
import { findIn } from './find.ts'
import type { Found } from './meaning.ts'
import { type Line, textAt } from './pieces.ts'
import { refine } from './refine/index.ts'
import { type Direction, directionOf, isDirect } from './resolve/direction.ts'
import { resolve } from './resolve/resolve.ts'
import { type Resolved, remember, type Setting, type Story, type Told } from './resolve/story.ts'
import { timeOf } from './row.ts'
import { saidValue } from './said.ts'
import type { TimeDetail } from './types.ts'

/** What is gathered while a report's sentences are read in order. */
export interface Reading {
  tree: Tree
  story: Story
  times: Time[]
  details: TimeDetail[]
  ages: Time[]
  ids: Set<string>
  /** whether a relative time was left open for want of a publication date */
  open: boolean
}

/** Finds, refines and resolves the times of one sentence. */
export function readLine(reading: Reading, line: Line, sentence: number): void {
  const found = refine(line, findIn(line))
  const rows: { time: Time; detail: TimeDetail }[] = []
  for (const i of inOrder(line, found)) {
    const since = isRange(line, found[i - 1], found[i]) ? reading.story.day : undefined
    rows[i] = readOne(reading, line, found[i], { sentence, since })
  }
  for (const [i, { time, detail }] of rows.entries()) {
    if (found[i].meaning.age) {
      reading.ages.push(time)
      continue
    }
    reading.times.push(time)
    reading.details.push(detail)
  }
}

/** Text order, but a clock time before its day ('9 a.m. on Tuesday') comes after it. */
function inOrder(line: Line, found: readonly Found[]): number[] {
  const order = found.map((_, i) => i)
  for (let i = 0; i + 1 < found.length; i++) {
    if (!isClockBeforeDay(line, found[i], found[i + 1])) continue
    order[i] = i + 1
    order[++i] = i - 1
  }
  return order
}

function isClockBeforeDay(line: Line, { meaning, to }: Found, next: Found): boolean {
  if (meaning.clock === undefined || meaning.weekday !== undefined || meaning.day !== undefined) return false
  return next.from === to + 1 && textAt(line, to) === 'on' && next.meaning.clock === undefined
}

const RANGES = new Set(['to', 'through', 'until', '-', '–', '—'])

/** 'Aug. 26 to Oct. 20': two days of months with a word of range between them. */
function isRange(line: Line, a: Found | undefined, b: Found): boolean {
  if (!a || b.from !== a.to + 1 || !RANGES.has(textAt(line, a.to))) return false
  return a.meaning.day !== undefined && b.meaning.month !== undefined
}

const ADVERBIAL = new Set(['in', 'on', 'by', 'during'])

function readOne(
  reading: Reading,
  line: Line,
  found: Found,
  { sentence, since }: { sentence: number; since: Told | undefined },
): { time: Time; detail: TimeDetail } {
  const { story, tree, ids } = reading
  const { pieces } = line
  const { meaning, from, to, rule } = found
  let direction: Direction | undefined | null = null
  const setting: Setting = {
    sentence,
    since,
    direct: () => isDirect(line, found),
    direction: () => (direction === null ? (direction = directionOf(line, tree, found)) : direction),
  }
  const resolved = resolve(meaning, story, setting)
  const span = { start: pieces[from].start, end: pieces[to - 1].end }
  const id = stableId('t', [span.start, span.end, meaning.type], ids)
  const open = isOpen(resolved.value)
  if (story.speech === undefined && open && meaning.value === undefined) reading.open = true
  if (meaning.type === 'DATE' || meaning.type === 'TIME') {
    const yearSaid = meaning.year !== undefined
    const adverbial = ADVERBIAL.has(textAt(line, from - 1)) && (from <= 2 || meaning.month !== undefined)
    remember(story, {
      id,
      value: resolved.value,
      sentence,
      yearSaid,
      quarterSaid: meaning.quarter !== undefined,
      adverbial,
    })
  } else if (LONG.test(resolved.value) && textAt(line, from) === 'the') story.length = sentence
  const certain = resolved.anchor === undefined && !open
  const words = { from: pieces[from].word, to: pieces[to - 1].word + 1 }
  const detail: TimeDetail = { ...words, said: saidValue(meaning), certain, basis: basisOf(resolved), rule }
  return { time: timeOf(line, found, { id, ...span }, resolved), detail }
}

/** Lengths that a business tells of: half a year, nine months, a year. */
const LONG = /^P([6-9]|1[0-2])M$|^P1Y$/

const isOpen = (value: string): boolean => value.includes('X') && !value.startsWith('P')

function basisOf({ anchor, computed }: Resolved): TimeDetail['basis'] {
  if (anchor === undefined) return computed ? 'calendar' : 'words'
  return anchor === 'published' ? 'published' : 'time'
}
