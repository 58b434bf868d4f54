import { dayOf, four, weekdayOf } from '../calendar.ts'
import type { Relation, Unit } from '../lexicon.ts'
import type { Meaning } from '../meaning.ts'
import { saidValue } from '../said.ts'
import { grained, moved } from './shift.ts'
import type { Resolved, Setting, TimesSoFar, ToldTime } from './times-so-far.ts'

/** A unit that a word before it picks: 'last year', 'this week', 'the same day', 'the quarter', 'the weekend'. */
export function resolveUnit(meaning: Meaning, soFar: TimesSoFar, setting: Setting): Resolved {
  const unit = meaning.unit!
  const relation = meaning.relation ?? 'the'
  if (setting.ended && unit === 'D') return { value: setting.ended.value, anchor: setting.ended.id }
  if (setting.ended) {
    return { value: grained(setting.ended.interval.from - HALF_QUARTER, unit), anchor: setting.ended.id }
  }
  const told = fromText(unit, relation, soFar, setting)
  if (told) return told
  if (soFar.speech === undefined) return { value: saidValue({ type: 'DATE', unit }) }
  return { value: fromSpeech(unit, relation, soFar.speech, setting, meaning), anchor: 'published' }
}

/** A quarter that ends on July 31 is more of the second than of the third. */
const HALF_QUARTER = 45

const STEPS: Partial<Record<Relation, number>> = { same: 0, that: 0, previous: -1, following: 1 }

/** What hangs on the time told before: 'the same day', 'that year', 'the following month', 'the quarter', 'the day'. */
function fromText(unit: Unit, relation: Relation, soFar: TimesSoFar, { sentence }: Setting): Resolved | undefined {
  const { last, day, quarter, speech } = soFar
  if (unit === 'Q' && quarter && relation !== 'last' && relation !== 'next' && relation !== 'this') {
    if (relation === 'latest' && speech !== undefined && quarter.interval.from > speech - 30) return undefined
    const step = STEPS[relation] ?? 0
    return step === 0 ? { value: quarter.value, anchor: quarter.id } : stepFrom(quarter, unit, step)
  }
  const told = unit === 'D' ? day : (ofGrain(soFar, unit, sentence) ?? last)
  if (relation === 'the') {
    const near = unit === 'D' && told && sentence - told.sentence <= 1
    return near ? { value: told.value.slice(0, 10), anchor: told.id } : undefined
  }
  const step = STEPS[relation]
  if (step === undefined || !told || told.interval.grain === 'century' || told.interval.grain === 'decade')
    return undefined
  return stepFrom(told, unit, step)
}

/** 'the previous month' is counted from the month told of, though a day of publication was told since ('said Thursday'). */
function ofGrain({ month, year, last }: TimesSoFar, unit: Unit, sentence: number): ToldTime | undefined {
  if (last?.interval.grain !== 'day' || last.yearSaid) return undefined
  const told = unit === 'M' ? month : unit === 'Y' ? year : undefined
  return told && sentence - told.sentence <= 1 ? told : undefined
}

const stepFrom = (told: ToldTime, unit: Unit, step: number): Resolved => ({
  value: step === 0 && unit === 'D' ? told.value.slice(0, 10) : grained(moved(told.interval.from, unit, step), unit),
  anchor: told.id,
})

function fromSpeech(unit: Unit, relation: Relation, speech: number, setting: Setting, meaning: Meaning): string {
  if (unit === 'WE') return weekend(relation, speech, setting)
  const step = stepOf(relation)
  if (unit === 'D' && relation === 'last' && meaning.part) return grained(speech - 1, unit)
  if (unit === 'Q' && relation === 'latest') return grained(moved(speech, unit, -1), unit)
  if (unit === 'DE' || unit === 'CE' || unit === 'ML') return yearsOf(dayOf(speech).year, unit, step)
  return grained(moved(firstOf(speech, unit), unit, step), unit)
}

const stepOf = (relation: Relation): number => {
  if (relation === 'last' || relation === 'previous') return -1
  return relation === 'next' || relation === 'following' ? 1 : 0
}

/** Counting months from the 31st must not skip one. */
function firstOf(speech: number, unit: Unit): number {
  return unit === 'M' || unit === 'Q' || unit === 'Y' ? speech - dayOf(speech).day + 1 : speech
}

function yearsOf(year: number, unit: Unit, step: number): string {
  const size = unit === 'DE' ? 10 : unit === 'CE' ? 100 : 1000
  return four((Math.floor(year / size) + step) * size).slice(0, unit === 'DE' ? 3 : unit === 'CE' ? 2 : 1)
}

/** 'the weekend' is the last one told from a weekday in the past tense, the coming one in the future. */
function weekend(relation: Relation, speech: number, setting: Setting): string {
  const here = weekdayOf(speech)
  if (relation === 'last' || relation === 'previous') return grained(speech - 7, 'WE')
  if (relation === 'next') return grained(speech + (here >= 6 ? 7 : 0), 'WE')
  if (relation === 'this' || here >= 6) return grained(speech, 'WE')
  return grained(setting.direction() === 'future' ? speech : speech - 7, 'WE')
}
