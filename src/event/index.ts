import type { Resources } from '../resources.ts'
import type { EventInput, EventReading } from './types.ts'

/** Opens the event stage: type, mode, context, roles, status and word of every event. */
export function openEvent(_resources: Resources): (input: EventInput) => EventReading {
  return () => ({ events: [], links: [], notes: [] })
}
