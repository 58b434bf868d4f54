import { idFrom } from '../../record/id.ts'
import type { Record as NewsRecord, Span } from '../../record/types.ts'
import { parseTable, type Resources } from '../../resources.ts'
import { type Joined, joinStory, type Kept } from '../join/join.ts'
import { type Origin, openOrigins, originFiles } from '../origins.ts'
import { candidatePairs } from './candidates.ts'
import { type EventFeatures, eventFeaturesOf, eventPairFeatures, eventPairNames } from './event-features.ts'
import { featuresOf } from './features.ts'
import { group } from './group.ts'
import { countIn, noCounts, pairFeatureNames, pairFeatures } from './likeness.ts'
import { scoreOf } from './score.ts'
import { type ReportTerms, termsOf } from './terms.ts'

/** Reports of the same happenings, laid side by side. */
export interface Story {
  /** made from its first report, so that later ones do not change it */
  id: string
  /** ids of reports, the first published first */
  reports: string[]
  /** those that two events or more tell, and those that one tells, in the order of the first report that does */
  happenings: Happening[]
}

/** One thing that happened, and every event of every report of the story that tells of it. */
export interface Happening {
  id: string
  type: string
  events: ToldEvent[]
}

/** An event of a report: its id there, and where its trigger stands, or a later word for it. */
export interface ToldEvent extends Span {
  report: string
  event: string
  /** true for a later word of the same event */
  also?: true
}

/** From this mean score on, groups of reports are one story, and groups of events one happening: see training/stories.ts and training/happenings.ts. */
const STORY = -0.6
const HAPPENING = -1
/** What words count for that two reports print alike: as much as anything can. */
const SURE = 8

/** Groups reports by what they tell. */
export interface Stories {
  /** Groups reports by their terms alone: for each report, the least place of its group. Linear in the number of reports. */
  group(reports: readonly ReportTerms[]): Int32Array
  /** Finds the story that a further report belongs to, among those kept. */
  join(kept: Kept, terms: ReportTerms): Joined
  /** The stories of records, happenings within them; every record is in one. */
  of(records: readonly NewsRecord[]): Story[]
  /** Where a report's words come from, as it says itself. */
  originOf(record: NewsRecord): Origin
  /** These records as one story, whatever they tell. */
  together(records: readonly NewsRecord[]): Story
}

/** The files of the codebook that grouping needs. */
export const storyFiles = [
  ...originFiles,
  'codebook/story/happening-weights.tsv',
  'codebook/story/weights.tsv',
] as const

/**
 * Opens the grouping of reports into stories.
 *
 * @throws RangeError where a table of weights lacks a feature
 */
export function openStories(resources: Resources): Stories {
  const storyWeights = weightsOf(resources, 'weights', pairFeatureNames)
  const eventWeights = weightsOf(resources, 'happening-weights', eventPairNames)

  const groupReports = (terms: readonly ReportTerms[]): Int32Array => {
    const counts = noCounts()
    for (const one of terms) countIn(counts, one)
    const into = new Float64Array(pairFeatureNames.length)
    const pairs = []
    for (const [a, b] of candidatePairs(counts, terms))
      pairs.push({ a, b, score: scoreOf(storyWeights, pairFeatures(counts, terms[a], terms[b], into)) })
    return group(terms.length, pairs, STORY)
  }

  const together = (records: readonly NewsRecord[]): Story => {
    const ordered = [...records].sort(byPublished)
    const events = ordered.flatMap((record, at) => eventFeaturesOf(record, at))
    const pairs = []
    for (let b = 0; b < events.length; b++)
      for (let a = 0; a < b; a++)
        if (printSame(events[a], events[b])) pairs.push({ a, b, score: SURE })
        else if (mayBeOne(events[a], events[b]))
          pairs.push({ a, b, score: scoreOf(eventWeights, eventPairFeatures(events[a], events[b])) })
    const groups = group(events.length, pairs, HAPPENING)
    const happenings = new Map<number, EventFeatures[]>()
    events.forEach((event, at) => {
      const list = happenings.get(groups[at])
      if (list) list.push(event)
      else happenings.set(groups[at], [event])
    })
    return {
      id: idFrom('y', [ordered[0].report.id]),
      reports: ordered.map(({ report }) => report.id),
      happenings: [...happenings.values()].map((told) => happeningOf(told, ordered)),
    }
  }

  const of = (records: readonly NewsRecord[]): Story[] => {
    const ordered = [...records].sort(byPublished)
    const groups = groupReports(ordered.map((record) => termsOf(featuresOf(record))))
    const members = new Map<number, NewsRecord[]>()
    ordered.forEach((record, at) => {
      const list = members.get(groups[at])
      if (list) list.push(record)
      else members.set(groups[at], [record])
    })
    return [...members.values()].map(together)
  }
  return {
    group: groupReports,
    join: (kept, terms) => joinStory(storyWeights, kept, terms),
    of,
    together,
    originOf: openOrigins(resources),
  }
}

/** Events with neither type, trigger nor words around in common are not compared. */
function mayBeOne(a: EventFeatures, b: EventFeatures): boolean {
  if (a.type === b.type) return true
  for (const stem of a.trigger) if (b.trigger.has(stem)) return true
  return false
}

/** The same words of two reports, whatever else was read from them, tell the same. */
function printSame(a: EventFeatures, b: EventFeatures): boolean {
  return a.report !== b.report && a.spots.some((spot) => b.spots.includes(spot))
}

function happeningOf(told: readonly EventFeatures[], records: readonly NewsRecord[]): Happening {
  const events = told.flatMap(({ report, event }): ToldEvent[] => {
    const of = { report: records[report].report.id, event: event.id }
    const { start, end } = event.trigger
    return [
      { ...of, start, end },
      ...((event as { also?: readonly Span[] }).also ?? []).map(
        (span): ToldEvent => ({ ...of, start: span.start, end: span.end, also: true }),
      ),
    ]
  })
  return {
    id: idFrom('h', [events[0].report, events[0].event]),
    type: mostFrequent(told.map(({ type }) => type)),
    events,
  }
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0][0]
}

function byPublished({ report: a }: NewsRecord, { report: b }: NewsRecord): number {
  const [x, y] = [a.published ?? '9', b.published ?? '9']
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

function weightsOf(resources: Resources, name: string, features: readonly string[]): Float64Array {
  const rows = new Map(
    parseTable(resources.text(`codebook/story/${name}.tsv`)).map(([feature, weight]) => [feature, Number(weight)]),
  )
  return Float64Array.from([...features, 'intercept'], (feature) => {
    const weight = rows.get(feature)
    if (weight === undefined)
      throw new RangeError(`codebook/story/${name}.tsv has no weight for '${feature}'; train it again`)
    return weight
  })
}
