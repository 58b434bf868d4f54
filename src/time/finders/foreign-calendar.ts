import { islamicDay } from '../calendars/islamic.ts'
import { persianDay } from '../calendars/persian.ts'
import { dayAt } from '../numbers.ts'
import { digitsAt, entryAt, type Line, textAt } from '../pieces.ts'
import type { Finder } from './finder.ts'

type Calendar = 'persian' | 'islamic'

function calendarCalled({ lexicon: { words }, pieces }: Line, i: number): Calendar | undefined {
  const name = pieces[i]?.text
  if (words['calendar-persian'].has(name)) return 'persian'
  return words['calendar-islamic'].has(name) ? 'islamic' : undefined
}

/** Dates of the Iranian and the Islamic calendar: '12 Farvardin 1403', '10 Muharram 1446', '1402 in the Iranian calendar'. */
export const foreignMonth: Finder = {
  name: 'foreign-month',
  triggers: ['foreign'],
  find(line, at) {
    const { calendar, month } = entryAt(line, at)!.foreign!
    const year = digitsAt(line, at + 1)
    const end = textAt(line, at - 1) === 'of' ? at - 1 : at
    const day = dayBefore(line, end)
    if (!line.pieces[at].capital || year < 1200 || year > 1600) return undefined
    const from = day?.from ?? at
    return {
      from,
      to: at + 2,
      meaning: { type: 'DATE', calendar, days: daysOf(calendar, year, month, day?.day ?? 0) },
    }
  },
}

/** '12 [Farvardin]', 'the 10th of [Muharram]' */
function dayBefore(line: Line, end: number): { from: number; day: number } | undefined {
  for (const from of [end - 1, end - 2]) {
    const day = from >= 0 ? dayAt(line, from) : undefined
    if (day?.to === end) return { from: textAt(line, from - 1) === 'the' ? from - 1 : from, day: day.day }
  }
  return undefined
}

export const foreignYear: Finder = {
  name: 'foreign-year',
  triggers: ['year'],
  find(line, at) {
    const year = digitsAt(line, at)
    if (year < 1200 || year > 1600) return undefined
    const after = calendarAfter(line, at)
    const before = calendarBefore(line, at)
    const calendar = after?.calendar ?? before?.calendar
    if (!calendar) return undefined
    const days = [firstDay(calendar, year, 1, 1), firstDay(calendar, year + 1, 1, 1)] as const
    return { from: before?.from ?? at, to: after?.to ?? at + 1, meaning: { type: 'DATE', calendar, days } }
  },
}

function calendarAfter(line: Line, at: number): { calendar: Calendar; to: number } | undefined {
  if (!/^(in|of|on)$/.test(textAt(line, at + 1)) || textAt(line, at + 2) !== 'the') return undefined
  for (let i = at + 3; i < at + 6; i++) {
    if (textAt(line, i) === 'calendar') {
      const calendar = calendarCalled(line, at + 3)
      return calendar && { calendar, to: i + 1 }
    }
  }
  return undefined
}

/** 'the Iranian [calendar] year 1402' */
function calendarBefore(line: Line, at: number): { calendar: Calendar; from: number } | undefined {
  if (textAt(line, at - 1) !== 'year') return undefined
  const name = textAt(line, at - 2) === 'calendar' ? at - 3 : at - 2
  const calendar = calendarCalled(line, name)
  return calendar && { calendar, from: textAt(line, name - 1) === 'the' ? name - 1 : name }
}

const firstDay = (calendar: Calendar, year: number, month: number, day: number): number =>
  calendar === 'persian' ? persianDay(year, month, day) : islamicDay(year, month, day)

/** The day, or the whole month where no day is given. */
function daysOf(calendar: Calendar, year: number, month: number, day: number): readonly [number, number] {
  if (day > 0) return [firstDay(calendar, year, month, day), firstDay(calendar, year, month, day) + 1]
  const next = month === 12 ? firstDay(calendar, year + 1, 1, 1) : firstDay(calendar, year, month + 1, 1)
  return [firstDay(calendar, year, month, 1), next]
}
