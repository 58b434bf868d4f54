import type { Range } from './extend.ts'
import type { Proposal } from './find.ts'

/** A proposal that stands, with the statement that it is part of. */
export interface Resolved extends Proposal {
  trust: number
  within: Resolved | undefined
}

/**
 * Weighs proposals against each other: of two that share a cue the likelier stands, and so of two that claim the same
 * content; one whose cue lies in another's content is part of it, of the smallest where there are several.
 */
export function resolve(proposals: readonly (Proposal & { trust: number })[], least: number): Resolved[] {
  const kept: Resolved[] = []
  const byTrust = proposals.filter(({ trust }) => trust >= least).sort((a, b) => b.trust - a.trust || a.head - b.head)
  const atCue = new Map<number, Resolved>()
  for (const proposal of byTrust) {
    if (cueWords(proposal).some((w) => atCue.has(w))) continue
    const standing: Resolved = { ...proposal, within: undefined }
    for (const w of cueWords(proposal)) atCue.set(w, standing)
    kept.push(standing)
  }
  kept.sort((a, b) => a.cue.from - b.cue.from)
  nest(kept)
  return kept
}

const cueWords = ({ cue }: Proposal) => Array.from({ length: cue.to - cue.from }, (_, i) => cue.from + i)

/** Gives each statement the innermost one whose content holds its cue. */
function nest(kept: readonly Resolved[]): void {
  const pieces = kept
    .flatMap((statement) => statement.content.map((range) => ({ range, statement })))
    .sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to)
  let next = 0
  const open: { range: Range; statement: Resolved }[] = []
  for (const statement of kept) {
    for (; next < pieces.length && pieces[next].range.from <= statement.head; next++) open.push(pieces[next])
    for (let k = open.length - 1; k >= 0; k--) if (open[k].range.to <= statement.head) open.splice(k, 1)
    const around = open.filter((piece) => piece.statement !== statement && !holds(statement, piece.statement.head))
    const inner = around.sort((a, b) => length(a.range) - length(b.range))[0]
    statement.within = inner?.statement
  }
  for (const statement of kept) if (goesRound(statement)) statement.within = undefined
}

const length = ({ from, to }: Range) => to - from
const holds = ({ content }: Proposal, word: number) => content.some(({ from, to }) => from <= word && word < to)

/** Whether a statement is, over others, within itself. */
function goesRound(statement: Resolved): boolean {
  let at = statement.within
  for (let steps = 0; at && steps < 50; steps++, at = at.within) if (at === statement) return true
  return at !== undefined
}
