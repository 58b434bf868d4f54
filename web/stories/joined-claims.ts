import type { Span } from '../../src/record/types.ts'
import type { Compared, ComparedField, Telling } from '../../src/story/compare.ts'
import { differsBetween } from './differs-between.ts'

/** One happening that both of two reports tell: the words of each, and in what the two differ. */
export interface JoinedClaim {
  happening: Compared
  left: Telling
  right: Telling
  differs: ComparedField[]
}

/** What both of two reports tell, in the order of the first one's words. */
export function joinedClaims(happenings: readonly Compared[], left: string, right: string): JoinedClaim[] {
  const joined = happenings.flatMap((happening) => {
    const one = happening.tellings.find(({ report }) => report === left)
    const other = happening.tellings.find(({ report }) => report === right)
    return one && other ? [{ happening, left: one, right: other, differs: differsBetween(happening, one, other) }] : []
  })
  return joined.sort((a, b) => a.left.trigger.start - b.left.trigger.start)
}

/** A stretch of a text that is drawn in one way. */
export interface TextPiece extends Span {
  /** the other report has it word for word */
  shared: boolean
  /** the happening that its words tell of, where the other report tells of it too */
  claim?: string
}

/** Cuts a text where stretches that both have, and claims, begin and end; nowhere else. */
export function textPieces(
  text: string,
  shared: readonly Span[],
  claims: readonly (Span & { id: string })[],
): TextPiece[] {
  const edges = new Set([0, text.length])
  for (const { start, end } of [...shared, ...claims]) edges.add(start).add(end)
  const cuts = [...edges].sort((a, b) => a - b)
  let at = 0
  return cuts.slice(1).flatMap((end, n) => {
    const start = cuts[n]
    if (start === end) return []
    while (at < shared.length && shared[at].end <= start) at++
    const claim = claims.find((one) => one.start <= start && one.end >= end)
    return [{ start, end, shared: at < shared.length && shared[at].start <= start, ...(claim && { claim: claim.id }) }]
  })
}
