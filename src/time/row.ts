import type { Time } from '../record/types.ts'
import { isoDate } from './calendar.ts'
import { endOf, intervalOf, startOf } from './interval.ts'
import type { Meaning, ProposedTime, TimeCalendar } from './meaning.ts'
import { type Line, textAt } from './pieces.ts'
import type { Resolved } from './resolve/times-so-far.ts'
import { saidValue } from './said.ts'

/** The record's row of one time. After 'since', 'until', 'by', 'before' and 'after' its interval is open on one side. */
export function timeOf(
  line: Line,
  { from, meaning, mod }: ProposedTime,
  { id, start, end }: { id: string; start: number; end: number },
  resolved: Resolved,
): Time {
  const time: Time = { start, end, id, type: meaning.type, value: resolved.value }
  if (mod) time.mod = mod
  // a text seldom says when a fiscal year begins
  const covered = meaning.fiscal ? undefined : coveredBy(resolved, meaning.zone)
  if (covered) {
    const before = textAt(line, from - 1)
    if (before === 'after') time.from = covered.end
    else if (!line.lexicon.words.until.has(before)) time.from = covered.start
    if (before === 'before') time.to = covered.start
    else if (before !== 'since' && before !== 'after') time.to = covered.end
  }
  if (resolved.anchor) time.anchor = resolved.anchor
  const said = saidValue(meaning)
  if (resolved.anchor && said !== time.value) time.said = said
  const calendar = calendarOf(meaning)
  if (calendar && resolved.computed) time.calendar = calendar
  return time
}

/** Holidays' rules are named after their calendars, but for two of the Hebrew one. */
function calendarOf({ calendar, holiday }: Meaning): TimeCalendar | undefined {
  const rule = holiday?.rule.split(' ')[0]
  if (rule === undefined) return calendar
  return rule === 'passover' || rule === 'hanukkah' ? 'hebrew' : (rule as TimeCalendar)
}

function coveredBy({ value, covers }: Resolved, zone = ''): { start: string; end: string } | undefined {
  if (covers) return { start: isoDate(covers[0]), end: isoDate(covers[1]) }
  const interval = intervalOf(value)
  return interval && { start: startOf(interval) + zone, end: endOf(interval) + zone }
}
