import { areApart } from '../group/candidates.ts'
import { type Counts, pairFeatureNames, pairFeatures, weightiest } from '../group/likeness.ts'
import { scoreOf } from '../group/score.ts'
import type { ReportTerms } from '../group/terms.ts'

/** A report is found by so many of its weightiest words, and looked up by the others' so many. */
const FOUND_BY = 20
const LOOKED_UP = 40
/** Stories that a report is compared with: those whose reports share most of its rare words. */
const STORIES = 6
/** Reports of one story that a report is compared with. */
const MEMBERS = 12
/** From this mean score on a report belongs to a story: as where stories are made of all reports at once. */
const STORY = -0.6

/** What joining asks of whoever keeps reports. Reports and stories go by numbers. */
export interface Kept {
  readonly counts: Counts
  /** reports that are found by a word, the latest first, not all where there are many */
  holders(word: number): readonly number[]
  /** day of publication, where it is known */
  dayOf(report: number): number | undefined
  terms(report: number): ReportTerms
  storyOf(report: number): number
  /** reports of a story, the latest first, so many at most */
  members(story: number, most: number): readonly number[]
}

/** The words by which a report is found later. */
export const findingWords = (counts: Counts, terms: ReportTerms): number[] =>
  weightiest(counts, terms, 'words', FOUND_BY).map(({ number }) => number)

/** Where a report belongs: the story that it is most alike, and others that this shows to be the same; neither where it is the first of its story. */
export interface Joined {
  story?: number
  merged: number[]
}

/**
 * Finds the story that a report belongs to, among those whose reports share its rarest words: the mean score over the story's reports decides, as
 * average linkage does where all reports are there from the beginning. Two stories that a report belongs to both are one where their own
 * reports are alike on the whole. The cost does not grow with the number of reports kept.
 */
export function joinStory(weights: Float64Array, kept: Kept, terms: ReportTerms): Joined {
  const into = new Float64Array(pairFeatureNames.length)
  const score = (a: ReportTerms, b: ReportTerms) => scoreOf(weights, pairFeatures(kept.counts, a, b, into))
  const alike = candidates(kept, terms)
    .map((story) => ({ story, mean: meanWith(story) }))
    .filter(({ mean }) => mean > STORY)
    .sort((a, b) => b.mean - a.mean || a.story - b.story)
  const [best, ...others] = alike.map(({ story }) => story)
  return { story: best, merged: others.filter((other) => areOne(best, other)) }

  function meanWith(story: number): number {
    const near = kept.members(story, MEMBERS).filter((member) => !areApart(terms.day, kept.dayOf(member)))
    if (near.length === 0) return Number.NEGATIVE_INFINITY
    return mean(near.map((member) => score(terms, kept.terms(member))))
  }

  function areOne(a: number, b: number): boolean {
    const others = kept.members(b, MEMBERS).map(kept.terms)
    return mean(kept.members(a, MEMBERS).flatMap((one) => others.map((other) => score(kept.terms(one), other)))) > STORY
  }
}

/** Stories whose reports share rare words with a report: those that share the most. */
function candidates(kept: Kept, terms: ReportTerms): number[] {
  const shared = new Map<number, number>()
  for (const { number, weight } of weightiest(kept.counts, terms, 'words', LOOKED_UP)) {
    for (const report of kept.holders(number)) shared.set(report, (shared.get(report) ?? 0) + weight)
  }
  // most of the reports that share a word share few: only the days and stories of those that share the most are asked for
  const best = new Map<number, number>()
  let least = 0
  for (const [report, worth] of [...shared].sort((a, b) => b[1] - a[1])) {
    if (best.size >= STORIES && worth < least) break
    if (areApart(terms.day, kept.dayOf(report))) continue
    const story = kept.storyOf(report)
    if (best.has(story)) continue
    best.set(story, worth)
    least = worth
  }
  return [...best]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, STORIES)
    .map(([story]) => story)
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + Math.max(-8, Math.min(8, value)), 0) / values.length
