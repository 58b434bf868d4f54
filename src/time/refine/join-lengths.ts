import { type Joiner, joined } from './joiner.ts'

/** 'two hours and ten minutes', 'one year, two months' */
export const joinLengths: Joiner = (_line, a, b, gap) => {
  if (gap !== 'and' && gap !== ',' && gap !== '') return undefined
  const { type, value, reach } = a.meaning
  if (type !== 'DURATION' || b.meaning.type !== 'DURATION' || !value || !b.meaning.value || b.meaning.reach)
    return undefined
  const sum = added(value, b.meaning.value)
  return sum === undefined ? undefined : joined(a, b, { type, value: sum, ...(reach ? { reach } : {}) })
}

const ORDER = 'YMWD'
const CLOCK = 'HMS'

/** 'PT2H' and 'PT10M' are 'PT2H10M'; undefined where the second is not of a smaller unit. */
function added(a: string, b: string): string | undefined {
  if (a.includes('X') || b.includes('X')) return undefined
  const [aClock, bClock] = [a.startsWith('PT'), b.startsWith('PT')]
  const order = (value: string, clock: boolean) => (clock ? CLOCK : ORDER).indexOf(value[value.length - 1])
  if (aClock !== bClock) return aClock ? undefined : `${a}T${b.slice(2)}`
  if (order(a, aClock) < 0 || order(b, bClock) <= order(a, aClock)) return undefined
  return a + b.slice(aClock ? 2 : 1)
}
