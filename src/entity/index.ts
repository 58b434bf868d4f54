import type { Resources } from '../resources.ts'
import type { EntityInput, EntityReading } from './types.ts'

/** Opens the entity stage: mentions, coreference, codes, places. */
export function openEntity(_resources: Resources): (input: EntityInput) => EntityReading {
  return ({ language }) => ({ entities: [], places: [], notes: [], entityAt: new Int32Array(language.size).fill(-1) })
}
