import type { Span, Statement } from '../record/types.ts'
import type { Range } from './extend.ts'
import type { View } from './view.ts'

export function toSpan({ language }: View, { from, to }: Range): Span {
  return { start: language.start[from], end: language.end[to - 1] }
}

/** The stretches of content in quotation marks that do not hold the cue as well. */
export function quotedStretches(view: View, content: readonly Range[], head: number): Span[] {
  const { quotation } = view
  const spans: Span[] = []
  for (const { from, to } of content)
    for (let w = from; w < to; ) {
      let end = w + 1
      while (end < to && quotation[end] === quotation[w]) end++
      if (quotation[w] >= 0 && quotation[w] !== quotation[head]) spans.push(toSpan(view, { from: w, to: end }))
      w = end
    }
  return spans
}

/** Direct where all words stand in quotation marks, mixed where some do. Marks around the cue as well do not count. */
export function quotationOf(
  { quotation, mark }: View,
  content: readonly Range[],
  head: number,
): Statement['quotation'] {
  let inside = 0
  let outside = 0
  for (const { from, to } of content)
    for (let w = from; w < to; w++) {
      if (mark[w] > 0) continue
      if (quotation[w] >= 0 && quotation[w] !== quotation[head]) inside++
      else outside++
    }
  return outside === 0 && inside > 0 ? 'direct' : inside > 0 ? 'mixed' : 'indirect'
}
