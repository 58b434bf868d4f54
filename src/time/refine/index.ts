import type { ProposedTime } from '../meaning.ts'
import type { Line } from '../pieces.ts'
import { extendAfter } from './extend-after.ts'
import { extendModifier } from './extend-modifier.ts'
import { extendPart } from './extend-part.ts'
import { joinClockAndDay, joinClockAndPart, joinDayAndClock } from './join-clocks.ts'
import { joinPartOfDay, joinWeek, joinWeekdayAndDate, joinWeekOf } from './join-days.ts'
import { joinLengths } from './join-lengths.ts'
import { joinPossessiveYear, joinQuarterAndYear, joinRelativeYear, joinYear, joinYearAgo } from './join-years.ts'
import { gapBetween, type Joiner } from './joiner.ts'
import { shareYear } from './share-year.ts'

const joiners: readonly Joiner[] = [
  joinWeekdayAndDate,
  joinYear,
  joinRelativeYear,
  joinPossessiveYear,
  joinYearAgo,
  joinQuarterAndYear,
  joinWeek,
  joinPartOfDay,
  joinWeekOf,
  joinClockAndPart,
  joinClockAndDay,
  joinDayAndClock,
  joinLengths,
]

/** Merges what belongs together and takes in the words that change a time. Expects and returns text order. */
export function refine(line: Line, found: readonly ProposedTime[]): ProposedTime[] {
  const merged: ProposedTime[] = []
  for (const one of found) {
    let last = extendPart(line, one)
    for (let before = merged.pop(); before; before = merged.pop()) {
      const both = join(line, before, last)
      if (!both) {
        merged.push(before)
        break
      }
      last = extendPart(line, both)
    }
    merged.push(last)
  }
  const full = merged.map((one, i) => shareYear(line, extendAfter(line, extendModifier(line, one)), merged[i + 1]))
  return apart(full)
}

function join(line: Line, a: ProposedTime, b: ProposedTime): ProposedTime | undefined {
  if (b.from < a.to) return a
  const gap = gapBetween(line, a, b)
  if (gap === undefined) return undefined
  for (const joiner of joiners) {
    const both = joiner(line, a, b, gap)
    if (both) return both
  }
  return undefined
}

/** A time that grew over its neighbour gives way. */
function apart(found: readonly ProposedTime[]): ProposedTime[] {
  return found.filter((one, i) => i === 0 || one.from >= found[i - 1].to)
}
