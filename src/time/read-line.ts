import type { Tree } from '../language/tree.ts'
import { stableId } from '../record/id.ts'
import type { Time } from '../record/types.ts'
import { findIn } from './find.ts'
import type { ProposedTime } from './meaning.ts'
import { type Line, textAt } from './pieces.ts'
import { refine } from './refine/index.ts'
import { type Direction, directionOf, isDirect } from './resolve/direction.ts'
import { resolve } from './resolve/resolve.ts'
import { type Resolved, remember, type Setting, type TimesSoFar, type ToldTime } from './resolve/times-so-far.ts'
import { timeOf } from './row.ts'
import { saidValue } from './said.ts'
import type { TimeDetail } from './types.ts'

/** What is gathered while a report's sentences are read in order. */
export interface TimesReading {
  tree: Tree
  soFar: TimesSoFar
  times: Time[]
  details: TimeDetail[]
  ages: Time[]
  ids: Set<string>
  /** whether a relative time was left open for want of a publication date */
  open: boolean
}

/** Finds, refines and resolves the times of one sentence. */
export function readLine(reading: TimesReading, line: Line, sentence: number): void {
  const found = refine(line, findIn(line))
  for (let i = 0; i < found.length; i++) {
    const since = isRange(line, found[i - 1], found[i]) ? reading.soFar.day : undefined
    const day = dayAfterClock(line, found, i)
    const ended = isEndedBy(line, found[i], found[i + 1]) || isApposed(line, found[i], found[i + 1])
    const last = day > i ? day : ended ? i + 1 : i
    if (last > i) readOne(reading, line, found[last], { sentence, since: undefined })
    const at = reading.times.length - 1
    for (let k = i; k < last; k++)
      readOne(reading, line, found[k], { sentence, since, ended: ended ? reading.soFar.day : undefined })
    if (last > i) {
      moveToEnd(reading.times, at)
      moveToEnd(reading.details, at)
      i = last
    } else readOne(reading, line, found[i], { sentence, since })
  }
}

/** 'The next day, Sept. 12, ...': the date says which. */
function isApposed(line: Line, { meaning, to }: ProposedTime, next: ProposedTime | undefined): boolean {
  if (!next || meaning.unit !== 'D' || meaning.part || meaning.shift || meaning.relation === undefined) return false
  return next.from === to + 1 && textAt(line, to) === ',' && next.meaning.month !== undefined && hasDay(next.meaning)
}

function moveToEnd<T>(list: T[], at: number): void {
  list.push(...list.splice(at, 1))
}

/** How many times a day and the clock times before it are at most. */
const MOST = 4

/** Clock times before their day ('9 a.m. on Tuesday', '11 a.m. (0530 GMT) tomorrow') are resolved after it. */
function dayAfterClock(line: Line, found: readonly ProposedTime[], i: number): number {
  for (let k = i; k < found.length && k < i + MOST; k++) {
    const { meaning } = found[k]
    if (k > i && (found[k].from - found[k - 1].to > 2 || !isBetween(line, found[k - 1].to, found[k].from))) return -1
    if (isLoose(meaning)) continue
    return k > i && meaning.clock === undefined && meaning.type === 'DATE' && hasDay(meaning) ? k : -1
  }
  return -1
}

/** Clock times and parts of the day that say no day: '9 a.m.', 'mid-afternoon' */
const isLoose = ({ clock, part, weekday, day, shift, unit, relation }: ProposedTime['meaning']): boolean =>
  weekday === undefined &&
  day === undefined &&
  !shift &&
  (clock !== undefined || (part !== undefined && unit === 'D' && relation === 'the'))

const hasDay = ({ weekday, day, shift }: ProposedTime['meaning']): boolean =>
  weekday !== undefined || day !== undefined || shift?.unit === 'D'

function isBetween(line: Line, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!line.lexicon.words['two-clocks'].has(textAt(line, i))) return false
  return true
}

/** 'the quarter ended Sept. 30': its end tells which. */
function isEndedBy(line: Line, { meaning, to }: ProposedTime, next: ProposedTime | undefined): boolean {
  if (!next) return false
  if (meaning.unit !== 'Q' || meaning.shift || meaning.year !== undefined || meaning.type !== 'DATE') return false
  const word = textAt(line, to)
  return next.from === to + 1 && next.meaning.day !== undefined && (word === 'ended' || word === 'ending')
}

/** 'Aug. 26 to Oct. 20': two days of months with a word of range between them. */
function isRange(line: Line, a: ProposedTime | undefined, b: ProposedTime): boolean {
  if (!a || b.from !== a.to + 1 || !line.lexicon.words.ranges.has(textAt(line, a.to))) return false
  return a.meaning.day !== undefined && b.meaning.month !== undefined
}

function readOne(
  reading: TimesReading,
  line: Line,
  found: ProposedTime,
  { sentence, since, ended }: Pick<Setting, 'sentence' | 'since' | 'ended'>,
): void {
  const { soFar, tree } = reading
  const { meaning, from, to } = found
  let direction: Direction | undefined | null = null
  const setting: Setting = {
    sentence,
    since,
    ended,
    direct: () => isDirect(line, found),
    direction: () => (direction === null ? (direction = directionOf(line, tree, found)) : direction),
  }
  const resolved = fromDateline(resolve(meaning, soFar, setting), soFar)
  const { start } = line.pieces[from]
  const { end } = line.pieces[to - 1]
  const id = stableId('t', [start, end, meaning.type], reading.ids)
  const time = timeOf(line, found, { id, start, end }, resolved)
  if (meaning.age) {
    reading.ages.push(time)
    return
  }
  if (soFar.speech === undefined && meaning.value === undefined && isOpen(resolved.value)) reading.open = true
  tell(soFar, line, found, { id, sentence, resolved })
  reading.times.push(time)
  reading.details.push(detailOf(line, found, resolved))
}

/** What is counted from the dateline's day names it. */
const fromDateline = (resolved: Resolved, { dateline }: TimesSoFar): Resolved =>
  dateline !== undefined && resolved.anchor === 'published' ? { ...resolved, anchor: dateline } : resolved

/** What later times may point to. */
function tell(
  soFar: TimesSoFar,
  line: Line,
  { meaning, from }: ProposedTime,
  { id, sentence, resolved }: Pick<ToldTime, 'id' | 'sentence'> & { resolved: Resolved },
): void {
  const { type, year, month, quarter } = meaning
  const { value, anchor } = resolved
  if (type === 'DURATION') {
    if (textAt(line, from) === 'the' && LONG.test(value)) soFar.length = sentence
  } else if (type !== 'SET' && !isComparison(meaning)) {
    const adverbial = line.lexicon.words.adverbial.has(textAt(line, from - 1)) && (from <= 2 || month !== undefined)
    remember(soFar, {
      id,
      value,
      sentence,
      // in history one time hangs on the other: 'in March 1988 ... In June ... In July'
      yearSaid: year !== undefined || (anchor !== undefined && anchor === soFar.last?.id && soFar.last.yearSaid),
      quarterSaid: quarter !== undefined,
      adverbial,
    })
  }
}

/** 'a year ago', 'a year earlier', 'the previous month' say what something is compared with; what follows does not count from there. */
const isComparison = ({ shift, relation, unit }: ProposedTime['meaning']): boolean =>
  (shift?.unit === 'Y' && shift.count === -1) || (relation === 'previous' && unit === 'M')

function detailOf(line: Line, { meaning, from, to, rule }: ProposedTime, resolved: Resolved): TimeDetail {
  return {
    from: line.pieces[from].word,
    to: line.pieces[to - 1].word + 1,
    said: saidValue(meaning),
    certain: resolved.anchor === undefined && !isOpen(resolved.value),
    basis: basisOf(resolved),
    rule,
  }
}

/** Lengths that a business tells of: half a year, nine months, a year. */
const LONG = /^P([6-9]|1[0-2])M$|^P1Y$/

const isOpen = (value: string): boolean => value.includes('X') && !value.startsWith('P')

function basisOf({ anchor, computed }: Resolved): TimeDetail['basis'] {
  if (anchor === undefined) return computed ? 'calendar' : 'words'
  return anchor === 'published' ? 'published' : 'time'
}
