import { idFrom } from '../../src/record/id.ts'
import type { Entity, Place, Span, Time } from '../../src/record/types.ts'
import type { Brought } from '../../src/rows/decision.ts'
import type { RecordView } from '../report/view.ts'

/** Kinds of entities that a person can name, in words. */
export const kindWords: Readonly<Record<Entity['kind'], string>> = {
  person: 'a person',
  organization: 'an organization',
  group: 'a group of people',
  place: 'a place',
  facility: 'a building or site',
  other: 'something else',
}

/** Where a name stands in the text nearest to some words; those words themselves where it does not. */
export function namedAt(text: string, name: string, near: Span): Span {
  let nearest: Span | undefined
  for (let at = text.indexOf(name); at !== -1 && name !== ''; at = text.indexOf(name, at + 1)) {
    const found = { start: at, end: at + name.length }
    if (!nearest || Math.abs(at - near.start) < Math.abs(nearest.start - near.start)) nearest = found
  }
  return nearest ?? { start: near.start, end: near.end }
}

/** An entity that the record does not have, mentioned by words of the text. */
export function newEntity(text: string, name: string, { start, end }: Span, kind: Entity['kind'] = 'person'): Entity {
  const form = text.slice(start, end) === name ? 'name' : 'nominal'
  return { id: idFrom('e', ['by hand', name, start, end]), kind, name, mentions: [{ start, end, form }], titles: [] }
}

const FORMS = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/

/**
 * A day, month or year that a person typed; undefined where it is none.
 *
 * @example newTime('2025-03', { start: 3, end: 8 }) // { value: '2025-03', from: '2025-03-01', to: '2025-04-01', ... }
 */
export function newTime(typed: string, { start, end }: Span): Time | undefined {
  const [, year, month, day] = FORMS.exec(typed.trim()) ?? []
  if (year === undefined) return undefined
  const first = new Date(0)
  first.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))
  const from = first.toISOString().slice(0, 10)
  if (!from.startsWith(typed.trim())) return undefined
  const after = new Date(first)
  if (day !== undefined) after.setUTCDate(after.getUTCDate() + 1)
  else if (month !== undefined) after.setUTCMonth(after.getUTCMonth() + 1)
  else after.setUTCFullYear(after.getUTCFullYear() + 1)
  const value = typed.trim()
  const id = idFrom('t', ['by hand', value, start, end])
  return { start, end, id, type: 'DATE', value, from, to: after.toISOString().slice(0, 10) }
}

/** A place that the record does not have, with the entity that it is. */
export function newPlace(text: string, name: string, span: Span): { place: Place; entity: Entity } {
  const { start, end } = span
  const entity = newEntity(text, name, span, 'place')
  return { entity, place: { start, end, id: idFrom('p', ['by hand', name, start, end]), entity: entity.id } }
}

/** Degrees north and east, as "46.95, 7.44"; undefined where it is nothing of the kind. */
export function pointOf(typed: string): { lat: number; lon: number } | undefined {
  const [, north, east] = /^\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(typed) ?? []
  const lat = Number(north)
  const lon = Number(east)
  return north !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined
}

/** What is brought, with one thing more, or another in place of the one with its id. */
export function bring(brings: Brought, more: Brought): Brought {
  const put = <Row extends { id: string }>(rows: Row[] = [], further: Row[] = []) => [
    ...rows.filter(({ id }) => further.every((row) => row.id !== id)),
    ...further,
  ]
  return {
    entities: put(brings.entities, more.entities),
    times: put(brings.times, more.times),
    places: put(brings.places, more.places),
  }
}

/** What a mend names of all that was brought while it was made; undefined where that is nothing. */
export function broughtFor(mend: object, brings: Brought): Brought | undefined {
  const named = (id: string, within: unknown) => JSON.stringify(within).includes(`"${id}"`)
  const times = brings.times?.filter(({ id }) => named(id, mend)) ?? []
  const places = brings.places?.filter(({ id }) => named(id, mend)) ?? []
  const entities = brings.entities?.filter(({ id }) => named(id, [mend, places])) ?? []
  return entities.length + times.length + places.length === 0 ? undefined : { entities, times, places }
}

/** The entity that words of the text mention: the one with the most of those words, and the least besides. */
export function entityAt({ record }: RecordView, { start, end }: Span): Entity | undefined {
  let best: { entity: Entity; share: number } | undefined
  for (const entity of record.entities)
    for (const mention of entity.mentions) {
      const common = Math.min(end, mention.end) - Math.max(start, mention.start)
      const share = common / (Math.max(end, mention.end) - Math.min(start, mention.start))
      if (share > LEAST && (!best || share > best.share)) best = { entity, share }
    }
  return best?.entity
}

/** Words that have less than this of a mention's in common with it are not it: titles and articles stand around names. */
const LEAST = 0.4
