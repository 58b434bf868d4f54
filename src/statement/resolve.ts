import type { Range } from './extend.ts'
import type { Proposal } from './find.ts'

/** A proposal that stands, with the statement that it is part of. */
export interface ResolvedProposal extends Proposal {
  trust: number
  within: ResolvedProposal | undefined
}

/** Whether a word at the end of what was cut off is dropped too: commas, 'and'. */
export type Loose = (word: number) => boolean

/** Whether the second of two cues is joined to the first in the tree ("added that ... and stressed that ..."): it is no part of it then. */
export type IsJoined = (outer: number, inner: number) => boolean

/**
 * Weighs proposals against each other: of two that share a cue the likelier stands, and so of two that claim the same
 * content; one whose cue lies in another's content is part of it, of the smallest where there are several.
 */
export function resolveProposals(
  proposals: readonly (Proposal & { trust: number })[],
  least: number,
  isLoose: Loose = () => false,
  isJoined: IsJoined = () => false,
): ResolvedProposal[] {
  const kept: ResolvedProposal[] = []
  const byTrust = proposals
    .filter((proposal) => proposal.trust >= least)
    .sort((a, b) => b.trust - a.trust || a.head - b.head)
  const atCue = new Map<number, ResolvedProposal>()
  for (const proposal of byTrust) {
    if (cueWords(proposal).some((w) => atCue.has(w))) continue
    const standing: ResolvedProposal = { ...proposal, within: undefined }
    for (const w of cueWords(proposal)) atCue.set(w, standing)
    kept.push(standing)
  }
  kept.sort((a, b) => a.cue.from - b.cue.from)
  dropWeak(kept, least, isJoined)
  shareOut(kept, isLoose, isJoined)
  return kept
}

const cueWords = ({ cue }: Proposal) => Array.from({ length: cue.to - cue.from }, (_, i) => cue.from + i)

/** Nests, and drops outermost statements under `least` until none is left: what stood within them stands for itself then. */
function dropWeak(kept: ResolvedProposal[], least: number, isJoined: IsJoined): void {
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    nest(kept, isJoined)
    const strong = kept.filter(({ trust, within }) => within || trust >= least)
    kept.length = 0
    for (const statement of strong) kept.push(statement)
  }
}

/** Gives each statement the innermost one whose content holds its cue. */
function nest(kept: readonly ResolvedProposal[], isJoined: IsJoined): void {
  const pieces = kept
    .flatMap((statement) => statement.content.map((range) => ({ range, statement })))
    .sort((a, b) => a.range.from - b.range.from || b.range.to - a.range.to)
  let next = 0
  const open: { range: Range; statement: ResolvedProposal }[] = []
  for (const statement of kept) {
    for (; next < pieces.length && pieces[next].range.from <= statement.head; next++) open.push(pieces[next])
    for (let k = open.length - 1; k >= 0; k--) if (open[k].range.to <= statement.head) open.splice(k, 1)
    const around = open.filter(
      (piece) =>
        piece.statement !== statement &&
        !isJoined(piece.statement.head, statement.head) &&
        isPart(statement, piece.statement),
    )
    const inner = around.sort((a, b) => length(a.range) - length(b.range))[0]
    statement.within = inner?.statement
  }
  for (const statement of kept) if (goesRound(statement)) statement.within = undefined
}

/** Whether a statement whose cue lies in another's content is part of it: they share a third or more of the
 * shorter content. */
function isPart(statement: ResolvedProposal, outer: ResolvedProposal): boolean {
  if (holds(statement, outer.head)) return false
  const all = (content: readonly Range[]) => content.reduce((total, range) => total + length(range), 0)
  const least = Math.min(all(statement.content), all(outer.content))
  return 3 * overlap(statement.content, outer.content) >= least
}

function overlap(a: readonly Range[], b: readonly Range[]): number {
  let shared = 0
  for (const x of a) for (const y of b) shared += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from))
  return shared
}

/**
 * Parts content that two statements side by side both claim: it goes to the one whose cue comes last before it, as long
 * as the other keeps something. A cue that ends another's content is cut off it ("... and stressed [that ...]").
 */
function shareOut(kept: readonly ResolvedProposal[], isLoose: Loose, isJoined: IsJoined): void {
  kept.forEach((statement, k) => {
    for (let other = k + 1; other < kept.length && kept[other].cue.from - statement.cue.to < NEAR; other++) {
      if (statement.within !== kept[other].within) continue
      cut(statement, wordsFrom(kept[other], isJoined(statement.head, kept[other].head)), isLoose)
      for (const claimed of kept[other].content)
        if (claimed.from >= kept[other].cue.to) cut(statement, claimed, isLoose)
    }
  })
}

/** What another statement takes from one before it: its cue, and of a joined one its content with it. */
function wordsFrom({ cue, content }: ResolvedProposal, joined: boolean): Range {
  return { from: cue.from, to: joined ? Math.max(cue.to, ...content.map(({ to }) => to)) : cue.to }
}

/** How far apart, in words, two cues may be to be weighed against each other. */
const NEAR = 200

/** Takes a stretch that reaches a piece's end off it, as long as something is left of the content. */
function cut(statement: ResolvedProposal, { from, to }: Range, isLoose: Loose): void {
  const content = statement.content.flatMap((piece) => {
    const reaches = from < piece.to && to >= piece.to && to > piece.from
    if (!reaches) return [piece]
    let end = from
    while (end > piece.from && isLoose(end - 1)) end--
    return end > piece.from ? [{ from: piece.from, to: end }] : []
  })
  if (content.length > 0) statement.content = content
}

const length = ({ from, to }: Range) => to - from
const holds = ({ content }: Proposal, word: number) => content.some(({ from, to }) => from <= word && word < to)

/** Whether a statement is, over others, within itself. */
function goesRound(statement: ResolvedProposal): boolean {
  let at = statement.within
  for (let steps = 0; at && steps < 50; steps++, at = at.within) if (at === statement) return true
  return at !== undefined
}
