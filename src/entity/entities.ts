import { stableId } from '../record/id.ts'
import type { Code, Entity, Place } from '../record/types.ts'
import type { Context } from './context.ts'
import { entityCode, mainCountry, withContext } from './entity-codes.ts'
import { findPlaces } from './places.ts'
import type { EntityReading } from './types.ts'

/** The record's rows: entities in the order of their first mention, places, and which entity every head word belongs to. */
export function buildEntities(context: Context, codes: readonly (Code | undefined)[]): EntityReading {
  const { clusters, mentions, language } = context
  const groups = clusters.roots().map((root) => [...clusters.of(root).mentions].sort((a, b) => a - b))
  groups.sort((a, b) => a[0] - b[0])
  const taken = new Set<string>()
  const country = mainCountry(codes)
  const entities: Entity[] = []
  const entityAt = new Int32Array(language.size).fill(-1)
  const entityOf = new Int32Array(mentions.length).fill(-1)
  for (const group of groups) {
    const entity = buildEntity(context, group, { codes, country, taken })
    if (!entity) continue
    for (const m of group) {
      entityOf[m] = entities.length
      for (const w of [mentions[m].head, ...mentions[m].heads]) entityAt[w] = entities.length
    }
    entities.push(entity)
  }
  const places: Place[] = findPlaces(context, (m) => entities[entityOf[m]]?.id, taken)
  return { entities, places, notes: [], entityAt }
}

function buildEntity(
  context: Context,
  group: readonly number[],
  { codes, country, taken }: { codes: readonly (Code | undefined)[]; country: string | undefined; taken: Set<string> },
): Entity | undefined {
  const { mentions, clusters, language } = context
  const pronounsOnly = group.every((m) => mentions[m].form === 'pronoun')
  const kind = clusters.kind(group[0]) || (mentions[group[0]].number === 'p' ? 'group' : undefined)
  if (!kind) return undefined
  const span = ({ from, to }: { from: number; to: number }) => ({
    start: language.start[from],
    end: language.end[to - 1],
  })
  const rows = uniqueSpans(group.map((m) => ({ ...span(mentions[m]), form: mentions[m].form })))
  const own = pronounsOnly ? undefined : entityCode(group.map((m) => codes[m]))
  // 'the police' are the country's that the report is about; 'two soldiers' may be anybody's.
  const particular = kind === 'organization' || group.some((m) => mentions[m].definite === 'the')
  const code = particular ? withContext(own, country) : own
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
