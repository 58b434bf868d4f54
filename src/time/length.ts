import type { Unit } from './lexicon.ts'

/** A TIMEX3 duration: 2.5 years are 'P2Y6M', four decades 'P40Y', several weeks 'PXW'. */
export function lengthOf(amount: number, unit: Unit): string {
  if (unit === 'FN') return lengthOf(amount * 2, 'W')
  if (Number.isNaN(amount) && unit === 'DE') return 'PXY'
  if (Number.isNaN(amount)) return `P${CLOCK.has(unit) ? 'T' : ''}X${CODES[unit]}`
  const years = YEARS[unit]
  if (years) return lengthOf(amount * years, 'Y')
  if (Number.isInteger(amount)) return `P${CLOCK.has(unit) ? 'T' : ''}${amount}${CODES[unit]}`
  return withFraction(Math.floor(amount), amount - Math.floor(amount), unit)
}

const CLOCK = new Set<Unit>(['S', 'MI', 'H'])
const CODES: Record<Unit, string> = {
  S: 'S',
  MI: 'M',
  H: 'H',
  D: 'D',
  WE: 'WE',
  W: 'W',
  FN: 'W',
  M: 'M',
  Q: 'Q',
  Y: 'Y',
  DE: 'DE',
  CE: 'CE',
  ML: 'ML',
}
const YEARS: Partial<Record<Unit, number>> = { DE: 10, CE: 100, ML: 1000 }
/** What a part of a unit is counted in. */
const PARTS: Partial<Record<Unit, readonly [number, string]>> = {
  Y: [12, 'M'],
  H: [60, 'M'],
  MI: [60, 'S'],
  D: [24, 'TH'],
}

function withFraction(whole: number, fraction: number, unit: Unit): string {
  const part = PARTS[unit]
  const rest = part ? Math.round(fraction * part[0]) : 0
  const time = CLOCK.has(unit) ? 'T' : ''
  if (!part || rest === 0) return `P${time}${whole + Math.round(fraction * 100) / 100}${CODES[unit]}`
  const main = whole === 0 ? '' : `${whole}${CODES[unit]}`
  return part[1] === 'TH' ? `P${main}T${rest}H` : `P${time}${main}${rest}${part[1]}`
}
