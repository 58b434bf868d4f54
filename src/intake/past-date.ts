import type { Note } from '../record/types.ts'
import { noteOf } from './encoding.ts'
import type { TakenReport } from './taken.ts'
import { type Held, type Taking, type ToldReport, takenFrom } from './taking.ts'

/** A day, in milliseconds: clocks are so far apart over the world, and some run fast. */
const DAY = 86_400_000

/** What a page or feed tells, without a date of publication that is yet to come where it is taken: that one is false. */
export function withPastDate(
  told: ToldReport,
  notes: Note[],
  { now, anyDate }: Taking,
): { told: ToldReport; notes: Note[] } {
  const { published, ...rest } = told
  if (published === undefined || anyDate || !isAfter(published, now())) return { told, notes }
  return { told: rest, notes: [...notes, noteOf('published-in-future')] }
}

/** A report of what is published: a date that is yet to come is none of its. @throws Failure as `takenFrom` does */
export function withoutFuture(given: ToldReport, held: Held, taking: Taking, notes: Note[] = []): TakenReport {
  const { told, notes: all } = withPastDate(given, notes, taking)
  return takenFrom(told, held, taking, all)
}

function isAfter(published: string, now: string): boolean {
  // a moment that names no zone is taken as one of UTC
  const zoned = published.length === 10 || /(?:Z|[+-]\d\d:\d\d)$/.test(published) ? published : `${published}Z`
  return Date.parse(zoned) > Date.parse(now) + DAY
}
