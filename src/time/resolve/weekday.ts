import { isoDate, weekdayOf } from '../calendar.ts'
import type { Meaning } from '../meaning.ts'
import { saidValue } from '../said.ts'
import type { Resolved, Setting, TimesSoFar } from './times-so-far.ts'

/**
 * A bare day of the week is the last one, the day of publication included; the next one where tense or words say so.
 * 'last' leaves the day of publication out, 'this' stays in its week. Where nothing says the direction ("Saturday's vote") the
 * one last told of that name is meant.
 */
export function resolveWeekday(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const { weekday, relation, weekShift, weeksOn = 0 } = meaning
  const before = toldDay(soFar, relation)
  if (before) return { value: isoDate(before.at(weekday!)), anchor: before.id }
  const { speech } = soFar
  if (speech === undefined) return { value: saidValue({ type: 'DATE', weekday }) }
  const here = weekdayOf(speech)
  const published = (day: number): Resolved => ({ value: isoDate(day), anchor: 'published' })
  if (weekShift !== undefined) return published(speech - here + weekday! + weekShift * 7)
  const back = (here - weekday! + 7) % 7
  const on = (weekday! - here + 7) % 7
  if (relation === 'last') return published(speech - (back || 7) + weeksOn * 7)
  if (relation === 'next') return published(speech + (on || 7) + weeksOn * 7)
  if (relation === 'this') return published(setting.direction() === 'past' ? speech - back : speech + on)
  const direction = setting.direction()
  const told = direction === undefined ? soFar.weekdays.get(weekday!) : undefined
  const day = told ?? (direction === 'future' || direction === 'present' ? speech + on : speech - back)
  soFar.weekdays.set(weekday!, day)
  return published(day)
}

/** 'that Friday', 'the previous Friday', 'the following Monday' hang on the day told of before. */
function toldDay({ day }: TimesSoFar, relation: Meaning['relation']) {
  if (!day || (relation !== 'that' && relation !== 'same' && relation !== 'previous' && relation !== 'following'))
    return undefined
  const from = day.interval.from
  const here = weekdayOf(from)
  const at = (weekday: number): number => {
    if (relation === 'previous') return from - ((here - weekday + 7) % 7 || 7)
    if (relation === 'following') return from + ((weekday - here + 7) % 7 || 7)
    return from - here + weekday
  }
  return { id: day.id, at }
}
