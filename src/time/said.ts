import { four, two } from './calendar.ts'
import type { Meaning } from './meaning.ts'

/** The value that the words alone give, with X for what they leave open: 'XXXX-WXX-3', 'XXXX-07', 'P2Y'. */
export function saidValue(meaning: Meaning): string {
  const { value, part, clock } = meaning
  if (value !== undefined) return value
  const date = saidDate(meaning)
  if (clock !== undefined) return `${padDay(date)}T${clock}${meaning.zone === 'Z' ? 'Z' : ''}`
  return part === undefined ? date : `${padDay(date)}T${part}`
}

/** A clock time stands on a day. */
const padDay = (date: string): string => (date.length >= 10 ? date : 'XXXX-XX-XX')

function saidDate(meaning: Meaning): string {
  const { year, month, day, weekday, quarter, half, season, prefix, holiday } = meaning
  const years = year === undefined ? 'XXXX' : four(year)
  if (prefix !== undefined) return prefix
  if (month !== undefined) return day === undefined ? `${years}-${two(month)}` : `${years}-${two(month)}-${two(day)}`
  if (day !== undefined) return `${years}-XX-${two(day)}`
  if (quarter !== undefined) return `${years}-Q${quarter}`
  if (half !== undefined) return `${years}-H${half}`
  if (season !== undefined) return `${years}-${season}`
  if (holiday !== undefined) return saidHoliday(years, holiday.rule)
  if (weekday !== undefined) return `XXXX-WXX-${weekday}`
  return year === undefined ? UNITS[meaning.unit ?? meaning.shift?.unit ?? 'D'] : years
}

function saidHoliday(years: string, rule: string): string {
  const [kind, date] = rule.split(' ')
  if (kind !== 'fixed') return `${years}-XX-XX`
  const [month, day] = date.split('-').map(Number)
  return `${years}-${two(month)}-${two(day)}`
}

const UNITS = {
  S: 'XXXX-XX-XXTXX:XX:XX',
  MI: 'XXXX-XX-XXTXX:XX',
  H: 'XXXX-XX-XXTXX',
  D: 'XXXX-XX-XX',
  WE: 'XXXX-WXX-WE',
  W: 'XXXX-WXX',
  FN: 'XXXX-WXX',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  Y: 'XXXX',
  DE: 'XXX',
  CE: 'XX',
  ML: 'X',
} as const
