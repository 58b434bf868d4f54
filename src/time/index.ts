import { stableId } from '../record/id.ts'
import type { Note, Time } from '../record/types.ts'
import type { Resources } from '../resources.ts'
import { isoDate } from './calendar.ts'
import { findIn, isTrigger } from './find.ts'
import { endOf, intervalOf, startOf } from './interval.ts'
import { openLexicon } from './lexicon.ts'
import type { Found } from './meaning.ts'
import { cutPieces, type Line, textAt } from './pieces.ts'
import { refine } from './refine/index.ts'
import { type Direction, directionOf } from './resolve/direction.ts'
import { resolve } from './resolve/resolve.ts'
import { openStory, type Resolved, remember, type Story } from './resolve/story.ts'
import { saidValue } from './said.ts'
import type { TimeDetail, TimeInput, TimeReading } from './types.ts'

export { openWhen, type When } from './when.ts'

/**
 * Opens the time stage: time expressions and their TIMEX3 values. Only sentences that hold a word for a time, or a
 * number that may be one, cost more than a look-up a word.
 */
export function openTime(resources: Resources): (input: TimeInput) => TimeReading {
  const lexicon = openLexicon(resources)
  return (input) => {
    const { language } = input
    const { lower, sentences } = language
    const reading: Reading = {
      input,
      story: openStory(input.published),
      times: [],
      details: [],
      ids: new Set(),
      open: false,
    }
    for (let s = 0; s < sentences.length; s++) {
      const { from, to } = sentences[s]
      let w = from
      while (w < to && !isTrigger(lower[w], lexicon)) w++
      if (w === to) continue
      const line = { pieces: cutPieces(language, from, to, lexicon), language, lexicon }
      readLine(reading, line, s)
    }
    return { times: reading.times, details: reading.details, notes: notesOf(reading) }
  }
}

interface Reading {
  input: TimeInput
  story: Story
  times: Time[]
  details: TimeDetail[]
  ids: Set<string>
  /** whether a relative time was left open for want of a publication date */
  open: boolean
}

function readLine(reading: Reading, line: Line, sentence: number): void {
  const found = refine(line, findIn(line))
  const done = new Set<number>()
  // a clock time before its day ('9 a.m. on Tuesday') is resolved after it
  found.forEach((one, i) => {
    if (!isClockBeforeDay(line, one, found[i + 1])) return
    done.add(i)
  })
  const rows: { time: Time; detail: TimeDetail }[] = []
  const order = [...found.keys()].sort((a, b) => Number(done.has(a)) - Number(done.has(b)) || a - b)
  for (const i of order) rows[i] = readOne(reading, line, found[i], sentence)
  for (const { time, detail } of rows) {
    reading.times.push(time)
    reading.details.push(detail)
  }
}

function isClockBeforeDay(line: Line, { meaning, to }: Found, next: Found | undefined): boolean {
  if (meaning.clock === undefined || meaning.weekday !== undefined || meaning.day !== undefined || !next) return false
  return next.from === to + 1 && textAt(line, to) === 'on'
}

function readOne(reading: Reading, line: Line, found: Found, sentence: number): { time: Time; detail: TimeDetail } {
  const { story, input, ids } = reading
  const { pieces } = line
  const { meaning, from, to, rule, mod } = found
  let direction: Direction | undefined | null = null
  const setting = {
    line,
    tree: input.tree,
    found,
    sentence,
    direction: () => (direction === null ? (direction = directionOf(line, input.tree, found)) : direction),
  }
  const resolved = resolve(meaning, story, setting)
  const said = saidValue(meaning)
  const start = pieces[from].start
  const end = pieces[to - 1].end
  const id = stableId('t', [start, end, meaning.type], ids)
  if (story.speech === undefined && isOpen(resolved.value) && meaning.value === undefined) reading.open = true
  if (meaning.type === 'DATE' || meaning.type === 'TIME') {
    remember(story, { id, value: resolved.value, sentence, yearSaid: meaning.year !== undefined })
  }
  const certain = resolved.anchor === undefined && !isOpen(resolved.value)
  const detail: TimeDetail = {
    from: pieces[from].word,
    to: pieces[to - 1].word + 1,
    said,
    certain,
    basis: basisOf(resolved),
    rule,
  }
  return { time: timeOf(line, found, { id, start, end, mod }, resolved), detail }
}

const isOpen = (value: string): boolean => value.includes('X') && !value.startsWith('P')

function basisOf({ anchor, computed }: Resolved): TimeDetail['basis'] {
  if (anchor === undefined) return computed ? 'calendar' : 'words'
  return anchor === 'published' ? 'published' : 'time'
}

const SINCE = new Set(['since'])
const UNTIL = new Set(['until', 'till', 'til', 'by', 'before'])
const AFTER = new Set(['after'])

function timeOf(
  line: Line,
  { from, meaning }: Found,
  { id, start, end, mod }: { id: string; start: number; end: number; mod: Found['mod'] },
  resolved: Resolved,
): Time {
  const time: Time = { start, end, id, type: meaning.type, value: resolved.value }
  if (mod) time.mod = mod
  const interval = resolved.covers
    ? { start: isoDate(resolved.covers[0]), end: isoDate(resolved.covers[1]) }
    : whole(resolved.value)
  const before = textAt(line, from - 1)
  if (interval) {
    if (AFTER.has(before)) time.from = interval.end
    else if (!UNTIL.has(before)) time.from = interval.start
    if (before === 'before') time.to = interval.start
    else if (!SINCE.has(before) && !AFTER.has(before)) time.to = interval.end
  }
  if (resolved.anchor) time.anchor = resolved.anchor
  return time
}

function whole(value: string): { start: string; end: string } | undefined {
  const interval = intervalOf(value)
  return interval && { start: startOf(interval), end: endOf(interval) }
}

function notesOf({ open }: Reading): Note[] {
  if (!open) return []
  return [
    {
      code: 'no-published-date',
      message: 'The date of publication is not known: relative times could not be resolved and keep X in their values.',
    },
  ]
}
