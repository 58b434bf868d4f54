import { two } from '../calendar.ts'
import type { ProposedTime } from '../meaning.ts'
import { isDay, type Joiner, joined } from './joiner.ts'

const onlyClock = ({ meaning }: ProposedTime): boolean => meaning.clock !== undefined && !isDayPart(meaning)
const isDayPart = ({ weekday, day, shift, holiday }: ProposedTime['meaning']) =>
  weekday !== undefined || day !== undefined || shift !== undefined || holiday !== undefined

/** '10 p.m. Wednesday', 'noon today', '5 p.m. EST, Nov. 6', '9 a.m. Tuesday morning' */
export const joinClockAndDay: Joiner = (_line, a, b, gap) => {
  if ((gap !== '' && gap !== ',') || !onlyClock(a)) return undefined
  if (!isDay(b) && b.meaning.part === undefined) return undefined
  const { clock, zone } = a.meaning
  return joined(a, b, { ...b.meaning, part: undefined, type: 'TIME', clock, ...(zone ? { zone } : {}) })
}

/** 'Wednesday, 10 p.m.', 'Oct. 1, 10:00 GMT' */
export const joinDayAndClock: Joiner = (_line, a, b, gap) => {
  if ((gap !== '' && gap !== ',') || !onlyClock(b) || !isDay(a) || a.meaning.type === 'SET') return undefined
  const { clock, zone } = b.meaning
  return joined(a, b, { ...a.meaning, type: 'TIME', clock, ...(zone ? { zone } : {}) })
}

/** "8 o'clock in the morning" */
export const joinClockAndPart: Joiner = (_line, a, b, gap) => {
  const { part, relation } = b.meaning
  if (gap !== 'in' || !onlyClock(a) || relation !== 'the' || part === undefined) return undefined
  const hour = Number(a.meaning.clock!.slice(0, 2))
  const late = hour < 12 && part !== 'MO' ? hour + 12 : hour
  return joined(a, b, { ...a.meaning, clock: two(late) + a.meaning.clock!.slice(2) })
}
