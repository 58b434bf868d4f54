import { stableId } from '../record/id.ts'
import type { Code, Entity, Place } from '../record/types.ts'
import type { Context } from './context.ts'
import { contextCountry, type Landless, type LandTables, landsOf } from './context-country.ts'
import { type DatelinePlace, findDatelinePlace } from './dateline-place.ts'
import { entityCode, isOfTwoNations } from './entity-codes.ts'
import type { FoundMention } from './mention.ts'
import { findPlaces, withPlaces } from './places.ts'
import { type SectorOf, withSector } from './sector-model.ts'
import type { EntityReading } from './types.ts'

/** What decides about codes from the report as a whole. */
export interface CodeTables {
  lands: LandTables
  sectorOf: SectorOf
}

/** The record's rows: entities in the order of their first mention, places, and which entity every head word belongs to. */
export function buildEntities(
  context: Context,
  codes: readonly (Code | undefined)[],
  { lands: tables, sectorOf }: CodeTables,
): EntityReading {
  const { mentions, language } = context
  const groups = groupsOf(context, codes)
  const opening = findDatelinePlace(context)
  const lands = landsOf(context, codes, opening?.settled?.spot.country ?? opening?.code?.country)
  const taken = new Set<string>()
  const entities: Entity[] = []
  const entityAt = new Int32Array(language.size).fill(-1)
  const entityOf = new Int32Array(mentions.length).fill(-1)
  const named = opening ? rootNamed(context, opening.key) : -1
  if (opening && named < 0) entities.push(datelineEntity(opening, taken))
  for (const [root, group] of openedBy(groups, named)) {
    const landless = landlessOf(context, groups, group, tables)
    const country = landless && contextCountry(context, lands, landless, tables)
    const landed = country ? { country, sectors: group.code?.sectors ?? [], basis: 'context' as const } : group.code
    const code = withSector(landed, group.kind ? sectorOf(context, codes, { ...group, kind: group.kind }) : '')
    const first = opening && root === named ? [mentionOf(opening)] : []
    const entity = buildEntity(context, { ...group, code, first }, taken)
    if (!entity) continue
    for (const m of group.mentions) {
      entityOf[m] = entities.length
      for (const w of [mentions[m].head, ...mentions[m].heads]) entityAt[w] = entities.length
    }
    entities.push(entity)
  }
  const dateline = opening && { place: opening, entity: entities[0]?.id }
  const places: Place[] = findPlaces(context, (m) => entities[entityOf[m]], taken, dateline)
  return { entities: withPlaces(entities, places), places, notes: [], entityAt }
}

/** The root of the place that the report calls by a folded name, or -1. */
function rootNamed({ mentions, clusters }: Context, key: string): number {
  const m = mentions.findIndex((each, m) => each.form === 'name' && each.key === key && clusters.kind(m) === 'place')
  return m < 0 ? -1 : clusters.root(m)
}

/** The groups, that of the dateline's town before all others. */
function openedBy<G>(groups: ReadonlyMap<number, G>, root: number): Iterable<[number, G]> {
  const first = groups.get(root)
  return first === undefined ? groups : [[root, first], ...[...groups].filter(([each]) => each !== root)]
}

const mentionOf = ({ start, end }: DatelinePlace): Entity['mentions'][number] => ({ start, end, form: 'name' })

function datelineEntity(place: DatelinePlace, taken: Set<string>): Entity {
  return {
    id: stableId('e', [place.start, place.end, 'place'], taken),
    kind: 'place',
    name: place.name,
    mentions: [mentionOf(place)],
    titles: [],
    ...(place.code ? { code: place.code } : {}),
  }
}

/** The mentions of one entity, in the order of the text, and the code that they give it. */
interface Group {
  mentions: readonly number[]
  kind: Entity['kind'] | undefined
  code: Code | undefined
}

/** All groups by their clusters' roots, in the order of their first mentions. */
export function groupsOf(context: Context, codes: readonly (Code | undefined)[]): Map<number, Group> {
  const { clusters, mentions } = context
  const roots = clusters
    .roots()
    .map((root) => ({ root, own: [...clusters.of(root).mentions].sort((a, b) => a - b) }))
    .sort((a, b) => a.own[0] - b.own[0])
  return new Map(
    roots.map(({ root, own }) => {
      const kind = clusters.kind(root) || (mentions[own[0]].number === 'p' ? 'group' : undefined)
      return [root, { mentions: own, kind, code: entityCode(own.map((m) => codes[m])) }]
    }),
  )
}

const BELONGING = new Set(['person', 'organization', 'group'])
/** Bodies that several countries make up. */
const INTERNATIONAL = new Set(['IGO', 'MNC'])

/** What is asked of a group that belongs to some country, but names none; or undefined. */
export function landlessOf(
  context: Context,
  groups: ReadonlyMap<number, Group>,
  { mentions: all, kind, code }: Group,
  { ofMany }: LandTables,
): Landless | undefined {
  const { mentions, mentionAt, clusters, tree } = context
  if (!kind || !BELONGING.has(kind) || code?.country) return undefined
  const own = all.filter((m) => mentions[m].form !== 'pronoun')
  if (own.length === 0 || code?.sectors.some((sector) => INTERNATIONAL.has(sector))) return undefined
  if (own.some((m) => isOfMany(context, mentions[m], ofMany))) return undefined
  let possessor: string | undefined
  for (const m of own) {
    const owner = tree.child(mentions[m].head, 'nmod:poss')
    if (owner >= 0 && mentionAt[owner] >= 0) possessor ??= groups.get(clusters.root(mentionAt[owner]))?.code?.country
  }
  return { mentions: own, kind, sector: code?.sectors[0] ?? '', possessor }
}

/** 'foreign tourists', 'the two sides', 'the Kenyan and Chilean ministers'. */
function isOfMany(context: Context, mention: FoundMention, ofMany: ReadonlySet<string>): boolean {
  if (mention.form === 'name') return false
  for (let w = mention.from; w < mention.to; w++) if (ofMany.has(context.words.singular[w])) return true
  return isOfTwoNations(context, mention)
}

function buildEntity(
  context: Context,
  { mentions: group, kind, code, first }: Group & { first: Entity['mentions'] },
  taken: Set<string>,
): Entity | undefined {
  const { mentions, language } = context
  if (!kind) return undefined
  const span = ({ from, to }: { from: number; to: number }) => ({
    start: language.start[from],
    end: language.end[to - 1],
  })
  const rows = uniqueSpans([...first, ...group.map((m) => ({ ...span(mentions[m]), form: mentions[m].form }))])
  return {
    id: stableId('e', [rows[0].start, rows[0].end, kind], taken),
    kind,
    name: fullestName(context, group),
    mentions: rows,
    titles: uniqueSpans(titlesOf(context, group).map(span)),
    ...(code ? { code } : {}),
  }
}

/** Titles before its names; 'former chief' in apposition to a name is one too. */
function titlesOf({ mentions, language }: Context, group: readonly number[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  for (const m of group) {
    const { form, kind, from, to, head, titles } = mentions[m]
    found.push(...titles)
    if (form === 'nominal' && kind === 'person' && language.relation[head] === 'appos') found.push({ from, to })
  }
  return found
}

function uniqueSpans<T extends { start: number; end: number }>(spans: T[]): T[] {
  if (spans.length > 1) spans.sort((a, b) => a.start - b.start || b.end - a.end)
  return spans.filter(
    ({ start, end }, i) => end > start && (i === 0 || spans[i - 1].start !== start || spans[i - 1].end !== end),
  )
}

const rank = { name: 2, nominal: 1, pronoun: 0 }

/** The longest name; without one, the longest nominal; without that, the pronoun. White space inside becomes one blank. */
function fullestName({ mentions, language }: Context, group: readonly number[]): string {
  let [best, most] = [group[0], -1]
  for (const m of group) {
    const { form, from, to } = mentions[m]
    const length = rank[form] * LONGEST + Math.min(LONGEST - 1, language.end[to - 1] - language.start[from])
    if (length > most) [best, most] = [m, length]
  }
  const { from, to } = mentions[best]
  const last = to - from > 1 && /^['’]s?$/.test(language.form[to - 1]) ? to - 2 : to - 1
  return (
    language.text.slice(language.start[from], language.end[last]).replace(/\s+/g, ' ').trim() || language.form[from]
  )
}

const LONGEST = 1 << 16
