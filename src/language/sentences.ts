import type { Resources } from '../resources.ts'
import type { Sentence } from './types.ts'

/** The words [from, to) of one paragraph. */
export interface ParagraphWords {
  text: string
  start: Int32Array
  end: Int32Array
  from: number
  to: number
  /** number of the paragraph */
  paragraph: number
}

export type SplitSentences = (words: ParagraphWords, sentences: Sentence[]) => void

export function openSentences(_resources: Resources): SplitSentences {
  return ({ text, start, end, from, to, paragraph }, sentences) => {
    let first = from
    for (let w = from; w < to; w++) {
      if (w + 1 < to && !endsHere(text, start, end, w) && w - first < 250) continue
      sentences.push({ from: first, to: w + 1, paragraph })
      first = w + 1
    }
  }
}

function endsHere(text: string, start: Int32Array, end: Int32Array, w: number): boolean {
  const form = text.slice(start[w], end[w])
  const next = text.slice(start[w + 1], end[w + 1])
  if (/^["”’')\]»]+$/.test(next)) return false
  if (/^["”’')\]»]$/.test(form))
    return w > 0 && /[.!?]$/.test(text.slice(start[w - 1], end[w - 1])) && /^["“A-Z]/.test(next)
  return /^[.!?]+$/.test(form)
}
