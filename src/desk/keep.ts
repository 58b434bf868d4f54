import { Failure } from '../record/failure.ts'
import { countWords } from '../rows/count-words.ts'
import { dayOfReport, featuresOf } from '../story/group/features.ts'
import { termsOf, unpackTerms } from '../story/group/terms.ts'
import type { StoryJoiner } from './join-stories.ts'
import { bandsOf, COPY, likeness, shortOf, signatureOf } from './near.ts'
import type { Outcome, ReportToKeep, Writer } from './write.ts'

/** How many of the inputs came to what. */
export interface AddedCounts {
  /** read for the first time */
  read: number
  /** records that were read elsewhere and kept as they are; counted under `read` too */
  records: number
  /** there already: taken from the same bytes before, or the same text */
  known: number
  /** near copies of another report, read and kept as such; counted under `read` too */
  copies: number
  /** later texts of reports that were there, read; counted under `read` too */
  corrections: number
  /** kept and not read: not English */
  kept: number
  /** that the reader broke on */
  failed: number
  /** that could not be taken at all */
  refused: number
  words: number
}

export const noneAdded = (): AddedCounts => ({
  read: 0,
  records: 0,
  known: 0,
  copies: 0,
  corrections: 0,
  kept: 0,
  failed: 0,
  refused: 0,
  words: 0,
})

/** What writes reports, and what puts them into stories. */
export interface Keeping {
  writer: Writer
  joiner: StoryJoiner
}

/** A report with what came of reading it. */
export interface ToKeep extends Pick<ReportToKeep, 'taken' | 'sha256' | 'outcome'> {
  /** the terms that its story is found by, packed, where they are counted already */
  terms?: Uint8Array
}

/** Keeps a report that the desk does not have, tells whether it is a near copy or a correction, puts it into its story, and counts it; its number. */
export function keepTaken(keeping: Keeping, toKeep: ToKeep, added: AddedCounts): number {
  const { writer } = keeping
  const { taken } = toKeep
  const whole = signatureOf(taken.text)
  const signature = shortOf(whole)
  const bands = bandsOf(whole)
  const corrects = writer.corrected(taken, signature)
  // a correction may change one word, and is seen
  const first =
    corrects === undefined
      ? writer.alike(bands).find((other) => likeness(other.signature, signature) >= COPY)
      : undefined
  return keepTold(keeping, { ...toKeep, signature, bands, copyOf: first?.report, corrects }, added)
}

/** Keeps a report of which it is told what it is a copy or a correction of, puts it into its story, and counts it; its number. */
export function keepTold(
  { writer, joiner }: Keeping,
  { terms, ...kept }: ToKeep & ReportToKeep,
  added: AddedCounts,
): number {
  const { taken, copyOf, corrects } = kept
  const { came, number } = keepOne(writer, kept)
  if ('record' in came) {
    const { record } = came
    joiner.join(number, taken.id, terms ? unpackTerms(terms, dayOfReport(record)) : termsOf(featuresOf(record)), copyOf)
    added.words += countWords(taken.text)
  }
  if ('kept' in came) added.kept++
  else if ('failed' in came) added.failed++
  else {
    added.read++
    if (taken.record) added.records++
    if (copyOf !== undefined) added.copies++
    if (corrects !== undefined) added.corrections++
  }
  return number
}

/** Keeps a report, as one that failed where its record does not go in; what is wrong with the desk itself ends the add. */
function keepOne(writer: Writer, kept: ReportToKeep): { came: Outcome; number: number } {
  try {
    const [number] = writer.keep([kept])
    return { came: kept.outcome, number }
  } catch (error) {
    if (error instanceof Failure || 'failed' in kept.outcome) throw error
    const failed = { code: 'reader-failed', message: error instanceof Error ? error.message : String(error) }
    const [number] = writer.keep([{ ...kept, outcome: { failed } }])
    return { came: { failed }, number }
  }
}
