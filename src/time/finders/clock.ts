import { two } from '../calendar.ts'
import { digitsAt, entryAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

/** Clock times: '10 p.m.', '7:15am', '17:00', '0900 GMT', "3 o'clock", with a zone after them. */
export const clockTime: Finder = {
  name: 'clock',
  triggers: ['clock', 'year', 'digits'],
  find(line, at) {
    const half = halfOf(textAt(line, at))
    if (half || textAt(line, at) === "o'clock") return withHalf(line, at, half)
    if (digitsAt(line, at) >= 0 || textAt(line, at).includes(':')) return plain(line, at)
    return undefined
  },
}

type Half = 'am' | 'pm'

function halfOf(text: string): Half | undefined {
  if (text === 'a.m.' || text === 'am' || text === 'a.m') return 'am'
  return text === 'p.m.' || text === 'pm' || text === 'p.m' ? 'pm' : undefined
}

interface Clock {
  hour: number
  minute: number
}

/** '10', '7:15', '7.15' */
function readClock(text: string): Clock | undefined {
  const cut = text.search(/[:.]/)
  const hour = Number(cut < 0 ? text : text.slice(0, cut))
  const minute = cut < 0 ? 0 : Number(text.slice(cut + 1, cut + 3))
  if (text === '' || !Number.isInteger(hour) || !Number.isInteger(minute) || hour > 24 || minute > 59) return undefined
  if (cut >= 0 && text.length - cut < 3) return undefined
  return { hour, minute }
}

function withHalf(line: Line, at: number, half: Half | undefined) {
  const words = entryAt(line, at - 1)?.number
  const clock = words?.kind === 'unit' ? { hour: words.value, minute: 0 } : readClock(textAt(line, at - 1))
  if (!clock || clock.hour > 12 || clock.hour < 1) return undefined
  const hour = half === undefined ? clock.hour : (clock.hour % 12) + (half === 'pm' ? 12 : 0)
  return withZone(line, at - 1, at + 1, { hour, minute: clock.minute })
}

/** '17:00' after a preposition or before a zone or a day; '0900 GMT' */
function plain(line: Line, at: number) {
  const text = textAt(line, at)
  const zone = zoneAt(line, at + 1)
  if (digitsAt(line, at) >= 0) {
    const [hour, minute] = [Math.floor(digitsAt(line, at) / 100), digitsAt(line, at) % 100]
    const hours = zone || textAt(line, at + 1) === 'hrs' || textAt(line, at + 1) === 'hours'
    if (text.length !== 4 || !hours || hour > 24 || minute > 59) return undefined
    return withZone(line, at, zone ? at + 1 : at + 2, { hour, minute })
  }
  const clock = readClock(text)
  const next = line.pieces[at + 1]
  if (!clock || text.length > 8 || halfOf(next?.text ?? '')) return undefined
  if (!zone && !line.lexicon.words['before-clock'].has(textAt(line, at - 1)) && !(next?.entry?.weekday && next.capital))
    return undefined
  return withZone(line, at, at + 1, clock)
}

function withZone(line: Line, from: number, to: number, { hour, minute }: Clock) {
  const zone = zoneAt(line, to)
  const meaning = { type: 'TIME' as const, clock: `${two(hour)}:${two(minute)}` }
  if (!zone) return { from, to, meaning }
  return { from, to: zone.to, meaning: zone.offset === undefined ? meaning : { ...meaning, zone: zone.offset } }
}

/** A zone in one to three words: 'GMT', 'local time', 'Eastern Standard Time'. */
function zoneAt(line: Line, i: number): { to: number; offset?: string } | undefined {
  for (let length = 3; length >= 1; length--) {
    const words: string[] = []
    for (let j = i; j < i + length; j++) words.push(textAt(line, j))
    const offset = line.lexicon.zones.get(words.join(' '))
    if (offset === undefined || offset === '') continue
    if (length === 1 && words[0].length < 3) return undefined
    return offset === '?' ? { to: i + length } : { to: i + length, offset: isoOffset(Number(offset)) }
  }
  return undefined
}

function isoOffset(hours: number): string {
  if (hours === 0) return 'Z'
  const minutes = Math.round(Math.abs(hours) * 60)
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
