import type { Entity, Place } from '../record/types.ts'
import { wordsOf } from './text-words.ts'

/** A party of an event as one report calls it, so that it can be told whether another means the same. */
export interface Side {
  /** keys of the words of its names */
  names: readonly (readonly string[])[]
  /** a person who is called by a name: nobody else of the same country will do */
  person: boolean
  country?: string
}

/** Where something happened, likewise. */
export interface Site {
  words: readonly string[]
  country?: string
  level?: Place['level']
  geonames?: number
}

/** Names of an entity that are laid beside another's. */
const NAMES = 4

/** A party by its entity, where it is one, and by the words that name it in the event. */
export function sideOf(words: string, text: string, entity: Entity | undefined): Side {
  const forms = new Set([words])
  if (entity) {
    forms.add(entity.name)
    for (const { form, start, end } of entity.mentions)
      if (form === 'name' && forms.size < NAMES) forms.add(text.slice(start, end))
  }
  const named = entity?.mentions.some(({ form }) => form === 'name') ?? false
  const country = entity?.code?.country
  return {
    names: [...forms].map((form) => wordsOf(form).keys).filter((keys) => keys.length > 0),
    person: entity?.kind === 'person' && named,
    ...(country !== undefined && { country }),
  }
}

/**
 * Whether two reports may mean the same party: a name of one ends like a name of the other or holds all of its words, or both are of one country
 * and not two people with names.
 */
export function sameSide(a: Side, b: Side): boolean {
  if (a.names.some((one) => b.names.some((other) => namesOne(one, other)))) return true
  return a.country !== undefined && a.country === b.country && !(a.person && b.person)
}

/** Whether two reports may mean the same place: one's words are in the other's, or one names the country that the other lies in. */
export function sameSite(a: Site, b: Site): boolean {
  if (a.geonames !== undefined && a.geonames === b.geonames) return true
  if (holds(a.words, b.words) || holds(b.words, a.words)) return true
  const wide = a.level === 'country' || b.level === 'country' || a.level === 'region' || b.level === 'region'
  return wide && a.country !== undefined && a.country === b.country
}

function namesOne(a: readonly string[], b: readonly string[]): boolean {
  return a.at(-1) === b.at(-1) || holds(a, b) || holds(b, a)
}

const holds = (long: readonly string[], short: readonly string[]) =>
  short.length > 0 && short.every((word) => long.includes(word))
