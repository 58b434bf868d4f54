import type { Line } from '../pieces.ts'
import { isYear, type Joiner, joined, lacksYear, stepOf } from './joiner.ts'

/** Years counted from the one told before: 'July of that year' */
const TOLD: Partial<Record<string, number>> = { that: 0, same: 0, following: 1, previous: -1 }

const isGap = (line: Line, gap: string): boolean => gap === '' || line.lexicon.words.gaps.has(gap)

/** 'the third quarter of 1990', 'summer 2019', 'Christmas, 2023' */
export const joinYear: Joiner = (line, a, b, gap) => {
  if (!lacksYear(a) || !isYear(b) || !isGap(line, gap) || b.rule.includes('+')) return undefined
  if (gap === 'in' && a.meaning.quarter === undefined && a.meaning.half === undefined) return undefined
  const { relation: _said, ...rest } = a.meaning
  return joined(a, b, { ...rest, year: b.meaning.year, ...(b.meaning.fiscal ? { fiscal: true } : {}) })
}

/** 'July last year', 'the third quarter of this year' */
export const joinRelativeYear: Joiner = (line, a, b, gap) => {
  const told = TOLD[b.meaning.relation ?? '']
  if (told !== undefined && b.meaning.unit === 'Y' && !b.meaning.shift && lacksYear(a) && isGap(line, gap))
    return joined(a, b, { ...a.meaning, yearShift: told, yearOfText: true })
  const step = stepOf(b, 'Y')
  if (step === undefined || !lacksYear(a) || !isGap(line, gap)) return undefined
  if (b.meaning.relation === 'the' && gap !== 'of') return undefined
  return joined(a, b, { ...a.meaning, yearShift: step })
}

/** "this year's third quarter", "last year's Easter", "1988's first quarter" */
export const joinPossessiveYear: Joiner = (_line, a, b, gap) => {
  if (gap !== "'s" && gap !== "'") return undefined
  if (!lacksYear(b)) return undefined
  const step = stepOf(a, 'Y')
  if (step !== undefined) return joined(a, b, { ...b.meaning, yearShift: step })
  return isYear(a) ? joined(a, b, { ...b.meaning, year: a.meaning.year }) : undefined
}

/** 'the same period last year', "last year's quarter": the quarter told before, a year or so off */
export const joinQuarterAndYear: Joiner = (_line, a, b, gap) => {
  const [year, quarter] = gap === "'s" ? [a, b] : [b, a]
  if (gap !== "'s" && gap !== '' && gap !== 'of' && gap !== 'in') return undefined
  if (quarter.meaning.unit !== 'Q' || !quarter.meaning.relation || quarter.meaning.shift) return undefined
  const step = stepOf(year, 'Y')
  if (step !== undefined && step !== 0) {
    return joined(a, b, { type: 'DATE', unit: 'Q', shift: { unit: 'Y', count: step, from: 'text' } })
  }
  return isYear(year) ? joined(a, b, { type: 'DATE', unit: 'Q', relation: 'same', year: year.meaning.year }) : undefined
}

/** 'the quarter a year ago' */
export const joinYearAgo: Joiner = (_line, a, b, gap) => {
  const { shift } = b.meaning
  if (gap !== '' || shift?.unit !== 'Y') return undefined
  if (a.meaning.unit === 'Q' && a.meaning.relation) {
    return joined(a, b, { type: 'DATE', unit: 'Q', shift: { ...shift, from: 'text' } })
  }
  return undefined
}
