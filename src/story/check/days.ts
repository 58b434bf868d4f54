/**
 * Whether two values of days (TIMEX3) cannot be the same day. A day of the week or of a month without its year stands for every such day:
 * a draft that bears no date says no more.
 *
 * @example isOtherDay('XXXX-WXX-3', '2025-03-13') // true: a Thursday
 */
export function isOtherDay(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return false
  for (const partOf of [(day: string) => fullOf(day), monthDayOf, weekdayOf]) {
    const [mine, theirs] = [partOf(a), partOf(b)]
    if (mine !== undefined && theirs !== undefined) return mine !== theirs
  }
  return false
}

/** The part of a time's value that says a day: 2025-03-13, XXXX-03-13, XXXX-WXX-4; undefined where it says none. */
export const dayOf = (value: string): string | undefined =>
  /^(?:(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-[1-7])(?=T|$)/.exec(value)?.[0]

const fullOf = (day: string): string | undefined => (/^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined)
const monthDayOf = (day: string): string | undefined => /^(?:\d{4}|XXXX)-(\d\d-\d\d)$/.exec(day)?.[1]

function weekdayOf(day: string): number | undefined {
  const named = /^XXXX-WXX-([1-7])$/.exec(day)
  if (named) return Number(named[1])
  const full = fullOf(day)
  return full === undefined ? undefined : new Date(`${full}T00:00:00Z`).getUTCDay() || 7
}
