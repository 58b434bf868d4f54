import { isDay, type Joiner, joined, stepOf } from './joiner.ts'

/** 'Friday, Oct. 23' */
export const joinWeekdayAndDate: Joiner = (_line, a, b, gap) => {
  if (gap !== '' && gap !== ',') return undefined
  const { weekday, relation } = a.meaning
  if (weekday === undefined || b.meaning.day === undefined || a.meaning.type === 'SET' || b.meaning.type === 'SET')
    return undefined
  if (relation === 'each' || b.meaning.weekday !== undefined || a.meaning.clock !== undefined) return undefined
  const { part } = a.meaning
  return joined(a, b, { ...b.meaning, weekday, ...(part ? { part, type: 'TIME' } : {}) })
}

/** 'Friday next week', 'Monday of last week' */
export const joinWeek: Joiner = (_line, a, b, gap) => {
  const step = stepOf(b, 'W')
  if (step === undefined || a.meaning.weekday === undefined || (gap !== '' && gap !== 'of')) return undefined
  if (a.meaning.type === 'SET' || a.meaning.relation) return undefined
  return joined(a, b, { ...a.meaning, weekShift: step })
}

/** 'the night of Oct. 1', 'the early hours of Sunday' */
export const joinPartOfDay: Joiner = (_line, a, b, gap) => {
  const { part, relation } = a.meaning
  if (gap !== 'of' && !(gap === '' && a.mod === 'MID')) return undefined
  if (part === undefined || relation !== 'the' || !(isDay(b) || b.meaning.part !== undefined)) return undefined
  return joined(a, b, { ...b.meaning, type: 'TIME', part: b.meaning.part ?? part })
}

/** 'the week of March 6' */
export const joinWeekOf: Joiner = (_line, a, b, gap) => {
  const { unit, relation } = a.meaning
  if (gap !== 'of' || unit !== 'W' || relation !== 'the' || b.meaning.day === undefined) return undefined
  return joined(a, b, { ...b.meaning, weekOf: true })
}
