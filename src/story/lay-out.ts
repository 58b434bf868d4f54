import type { Record as NewsRecord } from '../record/types.ts'
import { type Change, changesOf } from './changes.ts'
import { type Compared, compareStory } from './compare.ts'
import type { Story } from './group/stories.ts'
import { type Copied, type Origin, originsOf } from './origins.ts'
import { type SharedQuotation, sharedQuotations } from './quotations.ts'

/** A report of a story, with what a desk knows of it. */
export interface StoryReport {
  record: NewsRecord
  /** the report that it is a near copy of */
  copyOf?: string
  /** when it was taken, each time */
  taken?: readonly string[]
  /** the report that it corrects */
  corrects?: string
}

/** A report as a story has it. */
export interface LaidReport {
  id: string
  outlet?: string
  title?: string
  published?: string
  url?: string
  origin: Origin
  copied: Copied
  copyOf?: string
  /** the report that it corrects */
  corrects?: string
  /** the text's length, in UTF-16 code units */
  length: number
  /** how many of its events it tells in its own voice, and how many on whose word, the most first */
  voices: { own: number; others: { speaker: string; events: number }[] }
}

/** A story laid out: its reports with their origins, its happenings as each tells them, quotations that several have, and how it changed. */
export interface LaidStory {
  id: string
  title: string
  /** in words: outlets, origins, first and second */
  says: string
  outlets: string[]
  origins: { name: string; reports: string[]; first?: string }[]
  reports: LaidReport[]
  /** those that most reports tell first */
  happenings: Compared[]
  quotations: SharedQuotation[]
  changes: Change[]
}

/**
 * Lays a story out: computed, never judged.
 *
 * @param outlets how many outlets the desk has reports of
 */
export function layOut(
  story: Story,
  reports: readonly StoryReport[],
  originOf: (record: NewsRecord) => Origin,
  outlets?: number,
): LaidStory {
  const place = new Map(story.reports.map((id, at) => [id, at]))
  const ordered = [...reports].sort(
    (a, b) => (place.get(a.record.report.id) ?? 0) - (place.get(b.record.report.id) ?? 0),
  )
  const records = ordered.map(({ record }) => record)
  const found = originsOf(records, originOf)
  const laid = ordered.map(({ record, copyOf, corrects }, at): LaidReport => {
    const { id, outlet, title, published, url } = record.report
    return {
      id,
      ...(outlet !== undefined && { outlet }),
      ...(title !== undefined && { title }),
      ...(published !== undefined && { published }),
      ...(url !== undefined && { url }),
      ...found[at],
      ...(copyOf !== undefined && { copyOf }),
      ...(corrects !== undefined && { corrects }),
      length: record.report.text.length,
      voices: voicesOf(record),
    }
  })
  const told = (one: Compared) => story.reports.length - one.silent.length
  const happenings = compareStory(story, records).sort(
    (a, b) => told(b) - told(a) || b.differs.length - a.differs.length,
  )
  const origins = groupOrigins(laid)
  const named = [...new Set(laid.map(({ outlet }) => outlet).filter((outlet) => outlet !== undefined))]
  return {
    id: story.id,
    title: laid.find(({ title }) => title)?.title ?? firstLine(records[0].report.text),
    says: sayOrigins(named.length, laid.length, origins, outlets),
    outlets: named,
    origins,
    reports: laid,
    happenings,
    quotations: sharedQuotations(records),
    changes: changesOf(laid, happenings),
  }
}

const firstLine = (text: string) => text.trim().split('\n')[0].slice(0, 100)

function groupOrigins(reports: readonly LaidReport[]): LaidStory['origins'] {
  const origins = new Map<string, { name: string; reports: string[]; first?: string }>()
  for (const { id, origin, published } of reports) {
    const known = origins.get(origin.name)
    if (known) known.reports.push(id)
    else
      origins.set(origin.name, {
        name: origin.name,
        reports: [id],
        ...(published !== undefined && { first: published }),
      })
  }
  return [...origins.values()]
}

/**
 * What a story rests on, in words.
 *
 * @example sayOrigins(3, 3, [{ name: 'AFP', reports: ['a', 'b'], first: '2025-03-14' }], 4) // 'told by 3 outlets, 1 origin, first on 2025-03-14; your desk has 4 outlets'
 */
export function sayOrigins(outlets: number, reports: number, origins: LaidStory['origins'], known?: number): string {
  const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
  const [first, second] = origins
  const parts = [
    outlets > 0 ? `told by ${many(outlets, 'outlet')}` : `told by ${many(reports, 'report')}`,
    many(origins.length, 'origin'),
    first?.first && `first ${at(first.first)} (${first.name})`,
    second?.first && `second origin ${at(second.first)} (${second.name})`,
  ].filter(Boolean)
  return parts.join(', ') + (known ? `; your desk has ${many(known, 'outlet')}` : '')
}

/** A moment in words: a day, and the time of day where it is known. */
function at(published: string): string {
  const [day, time] = published.split('T')
  return time ? `on ${day} at ${time.slice(0, 5)}` : `on ${day}`
}

/** On whose word a report's events stand. */
function voicesOf({ events, statements, entities }: NewsRecord): LaidReport['voices'] {
  const speakers = new Map(statements.map(({ id, speaker }) => [id, speaker]))
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  const counts = new Map<string, number>()
  let own = 0
  for (const { word } of events) {
    if (word.statement === undefined) own++
    else {
      const name = names.get(speakers.get(word.statement) ?? '') ?? 'somebody unnamed'
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  const others = [...counts].map(([speaker, events]) => ({ speaker, events }))
  return { own, others: others.sort((a, b) => b.events - a.events || (a.speaker < b.speaker ? -1 : 1)) }
}
