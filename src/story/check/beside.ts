import type { Record as NewsRecord, Span } from '../../record/types.ts'
import type { CheckRow } from './check-draft.ts'
import { isOtherDay } from './days.ts'
import { likeness } from './likeness.ts'
import type { CheckSource, Sources } from './sources.ts'
import { type NumberWords, type Told, toldOf } from './told.ts'

/** Share of a sentence's weighty words that a source's sentence must have for both to tell of the same thing. */
const SAME_THING = 0.5

const known = new WeakMap<CheckSource, Told[]>()

/**
 * Numbers and days of a draft that differ from every source: a row for each that sources give of the same thing, and none as the draft does.
 * What stands in quotation marks is left to the quotation's own row.
 *
 * @param quotations the draft's stretches in quotation marks
 */
export function besideRows(
  draft: NewsRecord,
  quotations: readonly Span[],
  sources: Sources,
  numbers: NumberWords,
): CheckRow[] {
  const isFree = ({ start, end }: Span) => !quotations.some((q) => q.start < end && q.end > start)
  return toldOf(draft, numbers).flatMap((mine) => {
    const counts = mine.counts.filter(isFree)
    const days = mine.days.filter(isFree)
    if (counts.length === 0 && days.length === 0) return []
    const all = sources.candidates(mine.keys).map((source) => ({ source, told: toldIn(source, numbers) }))
    const alike = all
      .flatMap(({ source, told }) =>
        told.map((theirs) => ({ source, theirs, worth: likeness(mine.stems, new Set(theirs.stems)) })),
      )
      .filter(({ worth }) => worth >= SAME_THING)
      .sort((a, b) => b.worth - a.worth)
    const counted = counts.flatMap((count) => {
      const same = (other: { of: readonly string[] }) => other.of.some((stem) => count.of.includes(stem))
      const everywhere = all.flatMap(({ told }) => told.flatMap(({ counts }) => counts.filter(same)))
      const there = alike.flatMap(({ source, theirs }) => theirs.counts.filter(same).map((span) => ({ source, span })))
      if (there.length === 0 || everywhere.some(({ value }) => value === count.value)) return []
      return [rowOf(draft, count, there[0], 'no source has this number')]
    })
    const dated = days.flatMap((day) => {
      const there = alike.flatMap(({ source, theirs }) => theirs.days.map((span) => ({ source, span })))
      if (there.length === 0 || there.some(({ span }) => !isOtherDay(day.day, span.day))) return []
      return [rowOf(draft, day, there[0], 'no source has it on this day')]
    })
    return [...counted, ...dated]
  })
}

function toldIn(source: CheckSource, numbers: NumberWords): Told[] {
  let told = known.get(source)
  if (!told) known.set(source, (told = toldOf(source.record, numbers)))
  return told
}

function rowOf(
  { report }: NewsRecord,
  { start, end, ...is }: Span & ({ value: number } | { day: string }),
  { source, span }: { source: CheckSource; span: Span },
  note: string,
): CheckRow {
  const loud = 'value' in is ? (['number'] as const) : []
  const { record } = source
  const sourceSpan = { start: span.start, end: span.end }
  return {
    start,
    end,
    kind: 'beside',
    verdict: 'not-supported',
    report: record.report.id,
    spans: [sourceSpan],
    differences: [
      {
        kind: 'changed',
        draft: report.text.slice(start, end),
        draftSpan: { start, end },
        source: record.report.text.slice(span.start, span.end),
        sourceSpan,
        ...(loud.length > 0 && { loud: [...loud] }),
      },
    ],
    loud: [...loud],
    notes: [note],
  }
}
