import { byId } from '../../record/by-id.ts'
import type { Record as NewsRecord } from '../../record/types.ts'
import { wordsOf, wordsOfRecord } from '../text-words.ts'

/** What a report tells, as counts of terms, a bag a kind: its words, names, figures, triggers, places, days, beginning, and pairs of words. */
export const bagKinds = ['words', 'names', 'figures', 'triggers', 'places', 'days', 'lead', 'pairs'] as const
export type BagKind = (typeof bagKinds)[number]
export type Bag = Map<string, number>

export interface ReportFeatures {
  id: string
  /** day of publication as a count of days, where it is known */
  day?: number
  bags: { readonly [kind in BagKind]: Bag }
}

/** How many words at a text's beginning are its lead. */
const LEAD = 60
const DAY = 86_400_000

/** The features of a report, from its record: a pure function, linear in the text. */
export function featuresOf(record: NewsRecord): ReportFeatures {
  const { id, text, title } = record.report
  const stems = wordsOfRecord(record).keys.map(stemOf)
  const day = dayOfReport(record)
  const entity = byId(record.entities)
  const names = record.entities.filter(({ mentions }) => mentions.some(({ form }) => form === 'name'))
  const span = ({ start, end }: { start: number; end: number }) => text.slice(start, end).toLowerCase()
  return {
    id,
    ...(day !== undefined && { day }),
    bags: {
      words: bagOf([...stems, ...wordsOf(title ?? '').keys.map(stemOf)].filter((stem) => stem.length > 2)),
      names: bagOf(names.flatMap(({ kind, name, mentions }) => mentions.map(() => nameOf(kind, name)))),
      figures: bagOf(stems.filter((stem) => /\d/.test(stem))),
      triggers: bagOf(record.events.map(({ trigger }) => stemOf(span(trigger)))),
      places: bagOf(record.places.map((place) => entity(place.entity)?.name.toLowerCase() ?? span(place))),
      days: bagOf(
        record.times.map(({ value }) => value.slice(0, 10)).filter((value) => /^\d{4}-\d\d-\d\d/.test(value)),
      ),
      lead: bagOf(stems.slice(0, LEAD).filter((stem) => stem.length > 2)),
      pairs: bagOf(stems.slice(1).map((stem, at) => `${stems[at]} ${stem}`)),
    },
  }
}

/** The day of a report's publication as a count of days since 1970, where it is known. */
export function dayOfReport({ report: { published } }: NewsRecord): number | undefined {
  const time = published === undefined ? Number.NaN : Date.parse(published.slice(0, 10))
  return Number.isNaN(time) ? undefined : Math.round(time / DAY)
}

/** People go by their last name, since outlets give their first names differently. */
function nameOf(kind: string, name: string): string {
  const folded = name.toLowerCase()
  return kind === 'person' ? (folded.split(/\s+/).at(-1) ?? folded) : folded
}

/** A word without the ending that it shares with its other forms. */
export const stemOf = (word: string): string => (word.length > 4 ? word.replace(/(?:'s|ing|ed|es|s)$/, '') : word)

function bagOf(terms: readonly string[]): Bag {
  const bag: Bag = new Map()
  for (const term of terms) bag.set(term, (bag.get(term) ?? 0) + 1)
  return bag
}
