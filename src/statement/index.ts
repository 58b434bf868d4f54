import type { Resources } from '../resources.ts'
import type { StatementInput, StatementReading } from './types.ts'

/** Opens the statement stage: source, cue and content of every attribution. */
export function openStatement(_resources: Resources): (input: StatementInput) => StatementReading {
  return () => ({ statements: [], notes: [] })
}
