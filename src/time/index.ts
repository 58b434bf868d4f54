import type { Resources } from '../resources.ts'
import type { TimeInput, TimeReading } from './types.ts'

export { openWhen, type When } from './when.ts'

/** Opens the time stage: time expressions and their TIMEX3 values. */
export function openTime(_resources: Resources): (input: TimeInput) => TimeReading {
  return () => ({ times: [], details: [], notes: [] })
}
