import type { Fit } from '../../coding/calibrate.ts'
import type { DeskCalibration } from '../../desk/coding/curves.ts'
import type { Suggestion } from '../../desk/coding/suggestions.ts'

/** How well confidences of a list fit a desk, before and under the curve, in lines. */
export function sayCalibration({ list, rows, there, reports, lacks, curve, before, after, applied }: DeskCalibration) {
  const head = `confidence of ${list}, by ${rows} decided rows of ${reports} reports that were drawn by lot; ${there} of them are there:`
  const state = applied
    ? `  shown under a curve of ${applied.rows} rows, says ${applied.by}, ${applied.at}; --unapply ${list} takes that back`
    : lacks
      ? `  as the reader has it: ${lacks}`
      : `  as the reader has it; --apply ${list} has it shown under the curve`
  if (!curve || !before || !after) return [head, state]
  return [
    head,
    `  on rows that the curve was not made from: Brier ${before.brier.toFixed(3)} before, ${after.brier.toFixed(3)} after; log loss ${before.loss.toFixed(3)}, ${after.loss.toFixed(3)}`,
    `    ${'said'.padEnd(12)} ${'before: said on average, are there'.padEnd(38)} after`,
    ...bandLines(before, after),
    `  the curve (Platt 1999): logit × ${curve.slope} + ${curve.shift}`,
    state,
  ]
}

function bandLines(before: Fit, after: Fit): string[] {
  const froms = [...new Set([...before.bands, ...after.bands].map(({ from }) => from))].sort((a, b) => a - b)
  const say = ({ bands }: Fit, from: number) => {
    const band = bands.find((one) => one.from === from)
    return band
      ? `${band.said.toFixed(2)}, ${(band.there / band.rows).toFixed(2)} (${band.there} of ${band.rows})`
      : '-'
  }
  const to = (from: number) => [...before.bands, ...after.bands].find((band) => band.from === from)?.to
  return froms.map(
    (from) => `    ${`${from} to ${to(from)}`.padEnd(12)} ${say(before, from).padEnd(38)} ${say(after, from)}`,
  )
}

/** A suggestion with what speaks for it, in lines. */
export function saySuggestion({ id, file, line, says, rows, decided }: Suggestion): string[] {
  const state = decided ? `  ${decided.verdict} by ${decided.by}, ${decided.at}` : `  --accept ${id} or --decline ${id}`
  return [
    `${id}  ${says}`,
    `  ${file}: ${line.replaceAll('\t', ' | ')}`,
    ...rows.map(({ key, row }) => `    ${key}  ${(row.sentence ?? '').replace(/\s+/g, ' ').slice(0, 100)}`),
    state,
  ]
}
