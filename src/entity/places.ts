import { stableId } from '../record/id.ts'
import type { Entity, Place, Span } from '../record/types.ts'
import type { Context } from './context.ts'
import type { DatelinePlace } from './dateline-place.ts'
import type { Settled } from './settle-places.ts'

/** The rows of places in the order of the text, the dateline's first; `entityOf` gives the entity of a mention. */
export function findPlaces(
  { mentions, language, clusters, places: { names, settled } }: Context,
  entityOf: (mention: number) => Entity | undefined,
  taken: Set<string>,
  dateline?: { place: DatelinePlace; entity: string | undefined },
): Place[] {
  const rows = new Map<string, Place>()
  const add = ({ start, end }: Span, known: Settled | undefined, entity?: string) => {
    const key = `${start}-${end}`
    if (!rows.has(key)) rows.set(key, { start, end, id: '', ...(entity ? { entity } : {}), ...placeOf(known) })
  }
  const spanOf = ({ from, to }: { from: number; to: number }) => ({
    start: language.start[from],
    end: language.end[to - 1],
  })
  if (dateline) add(dateline.place, dateline.place.settled, dateline.entity)
  const own = new Map(
    names.flatMap(({ role, mention }, n) => (role === 'own' || role === 'whole' ? [[mention, n]] : [])),
  )
  mentions.forEach((mention, m) => {
    const n = own.get(m)
    if (mention.form !== 'name' || (clusters.kind(m) !== 'place' && n === undefined)) return
    const entity = entityOf(m)
    const isIt = entity?.kind === 'place' || entity?.kind === 'organization'
    add(spanOf(mention), n === undefined ? undefined : settled[n], isIt ? entity.id : undefined)
  })
  names.forEach((name, n) => {
    if ((name.role === 'inside' || name.role === 'behind') && settled[n]) add(spanOf(name), settled[n])
  })
  const sorted = [...rows.values()].sort((a, b) => a.start - b.start || b.end - a.end)
  for (const row of sorted) row.id = stableId('p', [row.start, row.end], taken)
  return sorted
}

function placeOf(known: Settled | undefined): Partial<Place> {
  if (!known) return {}
  const { spot, basis, candidates } = known
  return {
    ...(spot.country ? { country: spot.country } : {}),
    ...(spot.lat === undefined ? {} : { lat: spot.lat, lon: spot.lon }),
    level: spot.level,
    basis,
    ...(spot.geonames === undefined ? {} : { geonames: spot.geonames }),
    candidates,
  }
}

/** Entities that are places with the country of their places: one entity, one country. */
export function withPlaces(entities: readonly Entity[], places: readonly Place[]): Entity[] {
  const countries = new Map<string, string>()
  for (const { entity, country } of places)
    if (entity && country && !countries.has(entity)) countries.set(entity, country)
  return entities.map((entity) => {
    const country = countries.get(entity.id)
    if (!country || entity.kind !== 'place' || entity.code?.country === country) return entity
    if (!entity.code) return { ...entity, code: { country, sectors: [], basis: 'registry' } }
    // What was known of the namesake, that it stands for a government, is not known of this one.
    const sectors = entity.code.country ? [] : entity.code.sectors
    return { ...entity, code: { country, sectors, basis: entity.code.basis } }
  })
}
