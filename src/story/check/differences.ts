import type { Span } from '../../record/types.ts'
import type { CheckWords } from './check-draft.ts'
import type { FoundWords, QuotedPiece } from './find-words.ts'

export type Loud = 'number' | 'negation'

/** Words of a draft's quotation that the source has otherwise. */
export interface QuoteDifference {
  kind: 'changed' | 'put-in' | 'left-out'
  /** the draft's words, and where they stand; where words were left out, the place between two words */
  draft: string
  draftSpan: Span
  /** the source's words */
  source: string
  sourceSpan?: Span
  loud?: Loud[]
}

/** The differences of one piece, steps that follow each other in one. */
export function differencesOf(
  text: string,
  piece: QuotedPiece,
  { source, alignment }: FoundWords,
  words: CheckWords,
): QuoteDifference[] {
  const differences: QuoteDifference[] = []
  const { steps } = alignment
  for (let at = 0; at < steps.length; ) {
    if (steps[at].kind === 'same' || steps[at].kind === 'any') {
      at++
      continue
    }
    let end = at
    while (end < steps.length && steps[end].kind !== 'same' && steps[end].kind !== 'any') end++
    const run = steps.slice(at, end)
    const mine = run.filter(({ quote }) => quote >= 0).map(({ quote }) => quote)
    const theirs = run.filter((step) => step.source >= 0).map((step) => step.source)
    const draftSpan =
      mine.length > 0 ? { start: piece.start[mine[0]], end: piece.end[mine.at(-1)!] } : between(piece, steps, at)
    const sourceSpan =
      theirs.length > 0 ? { start: source.words.start[theirs[0]], end: source.words.end[theirs.at(-1)!] } : undefined
    const loud = loudOf(
      mine.map((w) => piece.keys[w]),
      theirs.map((w) => source.words.keys[w]),
      words,
    )
    differences.push({
      kind: mine.length === 0 ? 'left-out' : theirs.length === 0 ? 'put-in' : 'changed',
      draft: mine.length > 0 ? text.slice(draftSpan.start, draftSpan.end) : '',
      draftSpan,
      source: sourceSpan ? source.record.report.text.slice(sourceSpan.start, sourceSpan.end) : '',
      ...(sourceSpan && { sourceSpan }),
      ...(loud.length > 0 && { loud }),
    })
    at = end
  }
  return differences
}

function between(piece: QuotedPiece, steps: FoundWords['alignment']['steps'], at: number): Span {
  for (let s = at - 1; s >= 0; s--)
    if (steps[s].quote >= 0) return { start: piece.end[steps[s].quote], end: piece.end[steps[s].quote] }
  return { start: piece.start[0], end: piece.start[0] }
}

function loudOf(mine: readonly string[], theirs: readonly string[], { negations, numbers }: CheckWords): Loud[] {
  const differs = (is: (key: string) => boolean) => mine.filter(is).join(' ') !== theirs.filter(is).join(' ')
  const loud: Loud[] = []
  if (differs((key) => /^\d/.test(key) || numbers.has(key))) loud.push('number')
  if (differs((key) => negations.has(key) || key.endsWith("n't"))) loud.push('negation')
  return loud
}
