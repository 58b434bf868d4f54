import { firstIndex } from '../../first-index.ts'
import { byId } from '../../record/by-id.ts'
import type { Event, Record as NewsRecord, Role } from '../../record/types.ts'
import { wordsOf, wordsOfRecord } from '../text-words.ts'
import { stemOf } from './features.ts'

/** What an event of a report tells, as events of different reports are compared by it. */
export interface EventFeatures {
  report: number
  event: Event
  type: string
  mode?: string
  trigger: ReadonlySet<string>
  actors: ReadonlySet<string>
  recipients: ReadonlySet<string>
  place?: string
  day?: string
  counts: readonly number[]
  /** words around the trigger */
  around: ReadonlySet<string>
  /** each word that tells of it with the words next to it: where two reports have the same, they print the same sentence */
  spots: readonly string[]
}

/** How far around a trigger its words are looked at, in characters. */
const AROUND = 120
/** So many words before and behind a word make its place. */
const NEXT_TO = 3

export function eventFeaturesOf(record: NewsRecord, report: number): EventFeatures[] {
  const { text } = record.report
  const entity = byId(record.entities)
  const time = byId(record.times)
  const place = byId(record.places)
  const keysOf = (roles: readonly Role[]) =>
    new Set(
      roles.flatMap((role) => {
        const named = entity(role.entity)
        const words = wordsOf(named?.name ?? text.slice(role.start, role.end)).keys
        return [stemOf(words.at(-1) ?? ''), ...(named?.code?.country ? [named.code.country] : [])]
      }),
    )
  const all = wordsOfRecord(record)
  const spotOf = (start: number): string | undefined => {
    const at = firstFrom(all.start, start)
    if (at < NEXT_TO || at + NEXT_TO >= all.keys.length) return undefined
    return all.keys.slice(at - NEXT_TO, at + NEXT_TO + 1).join(' ')
  }
  return record.events.map((event) => {
    const when = event.whenBasis === 'published' ? undefined : time(event.when)
    const where = place(event.where)
    const { trigger } = event
    return {
      report,
      event,
      type: event.type,
      mode: event.mode,
      trigger: new Set(wordsOf(text, trigger.start, trigger.end).keys.map(stemOf)),
      actors: keysOf(event.actors),
      recipients: keysOf(event.recipients),
      place: where && text.slice(where.start, where.end).toLowerCase(),
      day: when && /^\d{4}-\d\d-\d\d/.test(when.value) ? when.value.slice(0, 10) : undefined,
      counts: [event.killed, event.injured, event.arrested, event.size].flatMap((count) =>
        count ? [count.value] : [],
      ),
      around: new Set(
        all.keys
          .slice(firstFrom(all.start, trigger.start - AROUND), firstFrom(all.start, trigger.end + AROUND))
          .map(stemOf)
          .filter((stem) => stem.length > 3),
      ),
      spots: [trigger, ...(event.also ?? [])].flatMap(({ start }) => spotOf(start) ?? []),
    }
  })
}

/** The place of the first number that is at least so great, in numbers that ascend. */
function firstFrom(numbers: Int32Array, least: number): number {
  return firstIndex(numbers.length, (at) => numbers[at] >= least)
}

export const eventPairNames: readonly string[] = [
  'type',
  'mode',
  'other modes',
  'trigger',
  'actor',
  'other actors',
  'recipient',
  'other recipients',
  'sides turned',
  'place',
  'other places',
  'day',
  'other days',
  'count',
  'other counts',
  'around',
  'type and trigger',
]

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
  let count = 0
  for (const key of a) if (b.has(key)) count++
  return count
}

/** What two events have in common: each number from 0 to 1. */
export function eventPairFeatures(a: EventFeatures, b: EventFeatures): Float64Array {
  const known = (x: unknown, y: unknown) => x !== undefined && y !== undefined
  const actor = common(a.actors, b.actors) > 0
  const recipient = common(a.recipients, b.recipients) > 0
  const turned = common(a.actors, b.recipients) > 0 || common(a.recipients, b.actors) > 0
  const count = a.counts.some((value) => b.counts.includes(value))
  const trigger = common(a.trigger, b.trigger) > 0
  const type = a.type === b.type
  return Float64Array.from(
    [
      type,
      known(a.mode, b.mode) && a.mode === b.mode,
      known(a.mode, b.mode) && a.mode !== b.mode,
      trigger,
      actor,
      !actor && a.actors.size > 0 && b.actors.size > 0,
      recipient,
      !recipient && a.recipients.size > 0 && b.recipients.size > 0,
      turned,
      known(a.place, b.place) && a.place === b.place,
      known(a.place, b.place) && a.place !== b.place,
      known(a.day, b.day) && a.day === b.day,
      known(a.day, b.day) && a.day !== b.day,
      count,
      !count && a.counts.length > 0 && b.counts.length > 0,
      common(a.around, b.around) / Math.sqrt(1 + a.around.size * b.around.size),
      type && trigger,
    ].map(Number),
  )
}
