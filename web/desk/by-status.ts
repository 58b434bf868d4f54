import type { Status } from '../../src/record/types.ts'

/** Statuses from told as a fact to denied: the order in which every picture and list of the page has them. */
const statusOrder: readonly Status[] = [
  'happened',
  'ongoing',
  'planned',
  'requested',
  'threatened',
  'supposed',
  'not-happened',
  'denied',
]

/** Things in the order of their statuses; what has none of them comes last. */
export function byStatus<T>(things: readonly T[], statusOf: (thing: T) => string): T[] {
  const place = (thing: T) => {
    const at = (statusOrder as readonly string[]).indexOf(statusOf(thing))
    return at < 0 ? statusOrder.length : at
  }
  return [...things].sort((a, b) => place(a) - place(b))
}
