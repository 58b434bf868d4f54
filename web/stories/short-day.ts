const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** When a report was published, where there is little room. @example shortDay('2025-03-13T10:05:00Z') // '13 Mar, 10:05' */
export function shortDay(published: string): string {
  const date = new Date(Date.parse(published.slice(0, 10)))
  if (Number.isNaN(date.getTime())) return published
  const time = published.slice(11, 16)
  return time === '' ? day.format(date) : `${day.format(date)}, ${time}`
}

/** From when to when. @example spanOfDays('2025-03-13', '2025-03-14') // '13 Mar – 14 Mar 2025' */
export function spanOfDays(from: string, to: string): string {
  const [first, last] = [from, to].map((moment) => new Date(Date.parse(moment.slice(0, 10))))
  if (Number.isNaN(first.getTime()) || Number.isNaN(last.getTime())) return `${from} – ${to}`
  if (from.slice(0, 10) === to.slice(0, 10)) return withYear.format(first)
  const sameYear = from.slice(0, 4) === to.slice(0, 4)
  return `${(sameYear ? day : withYear).format(first)} – ${withYear.format(last)}`
}
